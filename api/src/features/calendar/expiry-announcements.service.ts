import { Injectable } from '@nestjs/common';
import { addDays, daysBetween, type Day } from '@probant/shared/calendar';
import type { CertificateId, EngagementId, EvidenceId, OrganisationId } from '@probant/shared/ids';
import type { ExpiryEvent } from '@probant/shared/audit/obligation-events';
import type { ObligationFacts } from '@probant/shared/obligations/obligation';
import { dueReminder, longestNoticeDays, remindedLateDays } from '@probant/shared/obligations/reminders';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';

const expiring = ['certificate-expiry', 'piece-expiry'];
/** In one transaction, which holds the head of the chain. */
const atOnce = 100;

interface Common {
  readonly key: string;
  readonly dueOn: Day;
  readonly supplierName: string;
  readonly engagementId: EngagementId;
  readonly engagements: number;
  /** The moment that was announced last; null before the first. */
  readonly told: number | null;
}

type Facts<K extends keyof ObligationFacts> = Required<Pick<ObligationFacts, K>>;

type Expiring =
  | (Common & {
      readonly kind: 'certificate-expiry';
      readonly id: CertificateId;
      readonly facts: Facts<'certificateKind' | 'holder'>;
    })
  | (Common & {
      readonly kind: 'piece-expiry';
      readonly id: EvidenceId;
      readonly facts: Facts<'pieceName' | 'pieceKind'>;
    });

interface Announcement {
  readonly one: Expiring;
  readonly daysBefore: number;
}

/**
 * Puts on record that a certificate or a piece will expire, at the moments at which people are reminded of it. The claim is a row
 * of the same transaction as the event: neither two processes nor one that is killed tell twice, or lose a moment.
 */
@Injectable()
export class ExpiryAnnouncements {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  async announce(organisationId: OrganisationId, signal?: AbortSignal): Promise<void> {
    const today = this.clock.today();
    const due = await this.work.runFor(organisationId, (tx) => findDue(tx, organisationId, today));
    for (let place = 0; place < due.length && signal?.aborted !== true; place += atOnce) {
      await this.work.runFor(organisationId, async (tx) => {
        const some = due.slice(place, place + atOnce);
        const claimed = await claim(tx, organisationId, some, this.clock.now());
        for (const { one } of some.filter(({ one: { key, dueOn } }) => claimed.has(`${key} ${dueOn}`)))
          await tx.record(toEvent(one, today));
      });
    }
  }
}

/** The open ones whose moment has come, once for each certificate or piece. */
async function findDue(tx: Tx, organisationId: OrganisationId, today: Day): Promise<Announcement[]> {
  const rows = await tx.query<Expiring>(
    `SELECT o.key, split_part(o.key, '/', 2) AS id, o.kind, o.due_on::text AS "dueOn", (array_agg(o.facts ORDER BY o.id))[1] AS facts,
       (array_agg(o.supplier_name ORDER BY o.id))[1] AS "supplierName",
       (array_agg(o.engagement_id ORDER BY o.id))[1] AS "engagementId", count(*)::int AS engagements,
       (SELECT min(n.days_before) FROM expiry_announcements n
         WHERE n.organisation_id = $1 AND n.key = o.key AND n.due_on = o.due_on) AS told
     FROM obligations o WHERE o.organisation_id = $1 AND o.kind = ANY ($2) AND o.done_on IS NULL AND o.lapsed_on IS NULL
       AND o.due_on BETWEEN $3 AND $4
     GROUP BY o.key, o.kind, o.due_on ORDER BY o.due_on, o.key`,
    [organisationId, expiring, addDays(today, -remindedLateDays), addDays(today, longestNoticeDays)],
  );
  return rows.flatMap((one) => {
    const daysBefore = dueReminder(one.kind, one.dueOn, today);
    return daysBefore === null || (one.told !== null && one.told <= daysBefore) ? [] : [{ one, daysBefore }];
  });
}

/** Whoever comes second waits for the first, and finds them claimed unless it gave up. */
async function claim(
  tx: Tx,
  organisationId: OrganisationId,
  due: readonly Announcement[],
  at: Date,
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ key: string; dueOn: Day }>(
    `INSERT INTO expiry_announcements (organisation_id, key, due_on, days_before, at)
     SELECT $1, n.key, n."dueOn", n.days, $3 FROM jsonb_to_recordset($2::jsonb) AS n(key text, "dueOn" date, days integer)
     ORDER BY n."dueOn", n.key ON CONFLICT DO NOTHING RETURNING key, due_on::text AS "dueOn"`,
    [
      organisationId,
      JSON.stringify(due.map(({ one: { key, dueOn }, daysBefore }) => ({ key, dueOn, days: daysBefore }))),
      at,
    ],
  );
  return new Set(rows.map(({ key, dueOn }) => `${key} ${dueOn}`));
}

function toEvent(one: Expiring, today: Day): ExpiryEvent {
  const { dueOn: expiresOn, engagements, engagementId, supplierName } = one;
  const common = { expiresOn, daysLeft: daysBetween(today, expiresOn), engagements };
  if (one.kind === 'piece-expiry')
    return {
      kind: 'piece-expiring',
      evidenceId: one.id,
      ...{
        pieceName: one.facts.pieceName,
        pieceKind: one.facts.pieceKind,
        supplierName,
        engagementId,
        ...common,
      },
    };
  const { certificateKind, holder: holderName } = one.facts;
  return { kind: 'certificate-expiring', certificateId: one.id, certificateKind, holderName, ...common };
}
