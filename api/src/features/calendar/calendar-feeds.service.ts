import { Inject, Injectable } from '@nestjs/common';
import { calendarFeedAddress } from '@probant/shared/addresses';
import { addDays, addMonths } from '@probant/shared/calendar';
import type { OrganisationId } from '@probant/shared/ids';
import { maxCounts } from '@probant/shared/limits';
import { wantsReminders } from '@probant/shared/obligations/reminders';
import { canAny, type Role } from '@probant/shared/permissions';
import type { Language } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { hashSecret, newSecret } from '../../platform/access/session-cookie.js';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { RateLimit, sourceOf } from '../../platform/http/rate-limit.js';
import type { CalendarSettingsResponse, OpenedFeedResponse } from './calendar.dto.js';
import { writeCalendar } from './calendar-file.js';
import { obligationColumns, type ObligationRow } from './calendar-list.js';
import { ObligationLedger } from './obligation-ledger.service.js';

interface FeedRow {
  readonly organisation_id: OrganisationId;
  readonly organisation_name: string;
  readonly language: Language;
  readonly roles: readonly Role[];
}

/** Programs ask every few hours, some every quarter of an hour. */
const readsPerAddress = { hits: 60, seconds: 3_600 };
const missesPerSource = { hits: 30, seconds: 3_600 };
const secretFile = /^([\w-]{43})\.ics$/;
const shownBack = 12;
const shownAhead = 36;
const doneShownDays = 90;

/** The calendar at a secret address: whoever holds it reads the days of one organisation, for as long as its member may. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly limits: RateLimit,
    private readonly ledger: ObligationLedger,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  settings(scope: Scope): Promise<CalendarSettingsResponse> {
    return this.work.run(scope, (tx) => readSettings(tx, scope));
  }

  /** The first address, or a new one: the earlier stops working. */
  open(scope: Scope, language: Language): Promise<OpenedFeedResponse> {
    const secret = newSecret();
    return this.work.run(scope, async (tx) => {
      const [row] = await tx.query<{ renewed: boolean }>(
        `INSERT INTO calendar_feeds (organisation_id, account_id, token_hash, language) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organisation_id, account_id) DO UPDATE SET token_hash = excluded.token_hash, language = excluded.language,
           created_at = DEFAULT, read_at = NULL RETURNING xmax <> 0 AS renewed`,
        [scope.organisationId, scope.accountId, hashSecret(secret), language],
      );
      await tx.record({ kind: 'calendar-feed-opened', renewed: row?.renewed ?? false });
      const address = calendarFeedAddress(this.config.publicUrl, secret);
      return { ...(await readSettings(tx, scope)), address };
    });
  }

  revoke(scope: Scope): Promise<CalendarSettingsResponse> {
    return this.work.run(scope, async (tx) => {
      const gone = await tx.query(
        `WITH gone AS (DELETE FROM calendar_feeds WHERE organisation_id = $1 AND account_id = $2 RETURNING 1) SELECT * FROM gone`,
        [scope.organisationId, scope.accountId],
      );
      if (gone.length > 0) await tx.record({ kind: 'calendar-feed-revoked' });
      return readSettings(tx, scope);
    });
  }

  chooseReminders(scope: Scope, reminders: boolean): Promise<CalendarSettingsResponse> {
    return this.work.run(scope, async (tx) => {
      const before = await readSettings(tx, scope);
      await tx.query(
        `INSERT INTO calendar_choices (organisation_id, account_id, reminders) VALUES ($1, $2, $3)
         ON CONFLICT (organisation_id, account_id) DO UPDATE SET reminders = excluded.reminders`,
        [scope.organisationId, scope.accountId, reminders],
      );
      if (before.reminders !== reminders) {
        await tx.record({ kind: 'calendar-reminders-chosen', wanted: reminders });
      }
      return { ...before, reminders };
    });
  }

  /** What the address shows. A wrong one, a revoked one and one whose member may no longer read are all alike not there. */
  async read(file: string, ip: string): Promise<string> {
    const secret = secretFile.exec(file)?.[1];
    const feed = secret === undefined ? undefined : await this.find(secret);
    if (secret === undefined || feed === undefined || !canAny(feed.roles, 'calendar:read')) {
      await this.limits.hit(`calendar-feed:miss:${sourceOf(ip)}`, missesPerSource);
      return fail('not-found');
    }
    await this.limits.hit(`calendar-feed:${hashSecret(secret).toString('hex')}`, readsPerAddress);
    await this.ledger.follow(feed.organisation_id);
    const rows = await this.work.runFor(feed.organisation_id, async (tx) => {
      await tx.query(
        `UPDATE calendar_feeds SET read_at = now() WHERE organisation_id = $1 AND token_hash = $2
           AND (read_at IS NULL OR read_at < now() - interval '1 hour')`,
        [feed.organisation_id, hashSecret(secret)],
      );
      return this.shown(tx, feed.organisation_id);
    });
    return writeCalendar(rows, {
      language: feed.language,
      publicUrl: this.config.publicUrl,
      organisation: feed.organisation_name,
    });
  }

  private async find(secret: string): Promise<FeedRow | undefined> {
    const [feed] = await this.work.serve('identity', (tx) =>
      tx.query<FeedRow>(
        `SELECT f.organisation_id, o.name AS organisation_name, f.language, m.roles FROM calendar_feeds f
         JOIN memberships m ON m.organisation_id = f.organisation_id AND m.account_id = f.account_id
         JOIN organisations o ON o.id = f.organisation_id WHERE f.token_hash = $1`,
        [hashSecret(secret)],
      ),
    );
    return feed;
  }

  /** Nearest days first, so that what is left out of a very large calendar lies far ahead. */
  private shown(tx: Tx, organisationId: OrganisationId): Promise<ObligationRow[]> {
    const today = this.clock.today();
    return tx.query<ObligationRow>(
      `SELECT ${obligationColumns} FROM obligations o WHERE o.organisation_id = $1 AND o.lapsed_on IS NULL
         AND o.effective_on BETWEEN $2 AND $3 AND (o.done_on IS NULL OR o.done_on >= $4)
       ORDER BY o.effective_on, o.id LIMIT ${maxCounts.calendarFile}`,
      [
        organisationId,
        addMonths(today, -shownBack),
        addMonths(today, shownAhead),
        addDays(today, -doneShownDays),
      ],
    );
  }
}

async function readSettings(tx: Tx, scope: Scope): Promise<CalendarSettingsResponse> {
  const { organisationId, accountId, roles } = scope;
  const [choice] = await tx.query<{ reminders: boolean }>(
    'SELECT reminders FROM calendar_choices WHERE organisation_id = $1 AND account_id = $2',
    [organisationId, accountId],
  );
  const [feed] = await tx.query<{ language: Language; created_at: Date; read_at: Date | null }>(
    'SELECT language, created_at, read_at FROM calendar_feeds WHERE organisation_id = $1 AND account_id = $2',
    [organisationId, accountId],
  );
  return {
    reminders: wantsReminders(roles, choice?.reminders ?? null),
    feed:
      feed === undefined
        ? null
        : {
            language: feed.language,
            createdAt: feed.created_at.toISOString(),
            readAt: feed.read_at?.toISOString() ?? null,
          },
  };
}
