import { Inject, Injectable } from '@nestjs/common';
import { addDays, type Day } from '@probant/shared/calendar';
import type { AccountId, OrganisationId } from '@probant/shared/ids';
import {
  dueReminder,
  longestNoticeDays,
  remindedLateDays,
  wantsReminders,
} from '@probant/shared/obligations/reminders';
import type { Role } from '@probant/shared/permissions';
import type { Language } from '@probant/shared/questionnaires/document';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Mail } from '../../platform/mail/mail.js';
import { obligationColumns, type ObligationRow } from './calendar-list.js';
import { remindersLetter } from './reminders.letters.js';

export interface Buyer {
  readonly id: OrganisationId;
  readonly name: string;
}

interface Member {
  readonly accountId: AccountId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly reminders: boolean | null;
}

interface Due {
  readonly row: ObligationRow;
  readonly daysBefore: number;
}

/** Beyond this many at once a letter helps nobody: the calendar does. */
const mostDue = 2_000;

/** What falls due is told once, in one letter a day for each person who wants them. */
@Injectable()
export class Reminders {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  /** Everybody of one organisation; the letters wait in the outbox. */
  async remind({ id, name }: Buyer): Promise<void> {
    const today = this.clock.today();
    const { due, overdue, members } = await this.work.runFor(id, async (tx) => ({
      due: await findDue(tx, id, today),
      overdue: await countOverdue(tx, id, today),
      members: await findMembers(tx, id),
    }));
    if (due.length === 0) return;
    for (const member of members) {
      if (!wantsReminders(member.roles, member.reminders)) continue;
      await this.work.runFor(id, async (tx) => {
        const fresh = await claim(tx, { organisationId: id, accountId: member.accountId, today }, due);
        if (fresh.length === 0) return;
        await this.mail.post(tx, {
          organisationId: id,
          template: 'obligations',
          to: { address: member.email, name: member.name },
          language: member.language,
          ...remindersLetter(member.language, {
            organisation: name,
            publicUrl: this.config.publicUrl,
            due: fresh,
            overdue,
          }),
        });
        await tx.record({ kind: 'obligations-reminded', name: member.name, obligations: fresh.length });
      });
    }
  }
}

async function findDue(tx: Tx, organisationId: OrganisationId, today: Day): Promise<Due[]> {
  const rows = await tx.query<ObligationRow>(
    `SELECT ${obligationColumns} FROM obligations o WHERE o.organisation_id = $1 AND o.done_on IS NULL AND o.lapsed_on IS NULL
       AND o.effective_on BETWEEN $2 AND $3 ORDER BY o.effective_on, o.id LIMIT ${mostDue}`,
    [organisationId, addDays(today, -remindedLateDays), addDays(today, longestNoticeDays)],
  );
  return rows.flatMap((row) => {
    const daysBefore = dueReminder(row.kind, row.effectiveOn, today);
    return daysBefore === null ? [] : [{ row, daysBefore }];
  });
}

async function countOverdue(tx: Tx, organisationId: OrganisationId, today: Day): Promise<number> {
  const { count } = await tx.get<{ count: number }>(
    `SELECT count(*)::int AS count FROM obligations o WHERE o.organisation_id = $1 AND o.done_on IS NULL
       AND o.lapsed_on IS NULL AND o.overdue_from <= $2`,
    [organisationId, today],
  );
  return count;
}

function findMembers(tx: Tx, organisationId: OrganisationId): Promise<Member[]> {
  return tx.query<Member>(
    `SELECT m.account_id AS "accountId", a.name, a.email, a.language, m.roles, c.reminders FROM memberships m
     JOIN accounts a ON a.id = m.account_id
     LEFT JOIN calendar_choices c ON c.organisation_id = m.organisation_id AND c.account_id = m.account_id
     WHERE m.organisation_id = $1 ORDER BY m.account_id`,
    [organisationId],
  );
}

/** What this person was not told yet; nothing once a letter has left today. Whoever comes second finds it claimed. */
async function claim(
  tx: Tx,
  { organisationId, accountId, today }: { organisationId: OrganisationId; accountId: AccountId; today: Day },
  due: readonly Due[],
): Promise<ObligationRow[]> {
  const told = await tx.query<{ key: string }>(
    `SELECT r.obligation_id || ' ' || r.effective_on || ' ' || r.days_before AS key FROM obligation_reminders r
     WHERE r.organisation_id = $1 AND r.account_id = $2 AND r.obligation_id = ANY($3)`,
    [organisationId, accountId, due.map(({ row }) => row.id)],
  );
  const known = new Set(told.map(({ key }) => key));
  const fresh = due.filter(({ row, daysBefore }) => !known.has(`${row.id} ${row.effectiveOn} ${daysBefore}`));
  if (fresh.length === 0) return [];
  const first = await tx.query(
    `INSERT INTO obligation_digests (organisation_id, account_id, day) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING day`,
    [organisationId, accountId, today],
  );
  if (first.length === 0) return [];
  await tx.query(
    `INSERT INTO obligation_reminders (organisation_id, account_id, obligation_id, effective_on, days_before, day)
     SELECT $1, $2, n.id, n."on", n.days, $3
     FROM jsonb_to_recordset($4::jsonb) AS n(id uuid, "on" date, days integer) ON CONFLICT DO NOTHING`,
    [
      organisationId,
      accountId,
      today,
      JSON.stringify(
        fresh.map(({ row, daysBefore }) => ({ id: row.id, on: row.effectiveOn, days: daysBefore })),
      ),
    ],
  );
  return fresh.map(({ row }) => row);
}
