import { Injectable } from '@nestjs/common';
import {
  decideHandReminder,
  handReminder,
  type HandReminderFacts,
  type Remindable,
} from '@probant/shared/assessments/hand-reminder';
import type { AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import { zonedHour, type Day, type TimeZone } from '@probant/shared/calendar';
import type { AssessmentId } from '@probant/shared/ids';
import type { Language, Localised } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, found } from '../../platform/http/problem.js';
import { Assessments, type Held } from './assessments.service.js';

export interface RemindableRequest extends HandReminderFacts, Remindable {
  readonly assessmentId: AssessmentId;
  readonly supplierName: string;
  readonly language: Language | null;
}

type Refused = RemindableRequest & { readonly refusal: NonNullable<Remindable['refusal']> };

export interface HandReminded {
  readonly reminded: number;
  readonly refused: readonly Refused[];
}

interface Row {
  readonly assessmentId: AssessmentId;
  readonly supplierName: string;
  readonly status: AssessmentStatus;
  readonly language: Language | null;
  readonly bounced: boolean;
  readonly lastLetterAt: Date | null;
  /** Where the buyer was when it left. */
  readonly remindedOn: Day | null;
}

/** Every reminder that a person asks for: one rule, one letter a day for each recipient, told in both chains. */
@Injectable()
export class HandReminders {
  constructor(
    private readonly work: Work,
    private readonly assessments: Assessments,
    private readonly clock: Clock,
  ) {}

  /** Whether a reminder of each may leave now. */
  async read(tx: Tx, scope: Scope, ids: readonly AssessmentId[]): Promise<RemindableRequest[]> {
    const { timeZone, today } = await this.readDay(tx, scope);
    return (await readRows(tx, scope, ids)).map((row) => toRemindable(row, timeZone, today));
  }

  remindOne(scope: Scope, id: AssessmentId): Promise<void> {
    return this.work.run(scope, async (tx) => {
      const held = await this.assessments.hold(tx, id);
      const { timeZone, today } = await this.readDay(tx, scope);
      const [row] = await readRows(tx, scope, [id]);
      accepted(decideHandReminder(toRemindable(found(row), timeZone, today), today));
      await this.send(tx, scope, held, today);
    });
  }

  /** Those that may; the others come back with their reason. All are held before anything is asked: a submission comes before or after. */
  async remind(tx: Tx, scope: Scope, ids: readonly AssessmentId[], said?: Localised): Promise<HandReminded> {
    await tx.query(
      'SELECT 1 FROM assessments WHERE buyer_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE',
      [scope.organisationId, ids],
    );
    const { timeZone, today } = await this.readDay(tx, scope);
    const refused: Refused[] = [];
    let reminded = 0;
    for (const row of await readRows(tx, scope, ids)) {
      const request = toRemindable(row, timeZone, today);
      if (request.refusal === null) {
        await this.send(tx, scope, await this.assessments.hold(tx, request.assessmentId), today, said);
        reminded += 1;
      } else refused.push({ ...request, refusal: request.refusal });
    }
    return { reminded, refused };
  }

  private async send(tx: Tx, scope: Scope, held: Held, today: Day, said?: Localised): Promise<void> {
    const { assessment } = held;
    const recipient = found(held.recipient);
    const words = said?.[recipient.language] ?? '';
    await tx.query(
      `INSERT INTO assessment_nudges (buyer_id, assessment_id, to_address, day, words, sent_by, sent_by_name, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[assessment.buyerId, assessment.id, recipient.email, today, words],
        ...[scope.accountId, scope.accountName, this.clock.now()],
      ],
    );
    await this.assessments.remindOne(tx, scope, {
      ...{ assessment, recipient },
      ...(said === undefined ? {} : { said }),
    });
  }

  private async readDay(
    tx: Tx,
    { organisationId }: Scope,
  ): Promise<{ readonly timeZone: TimeZone; readonly today: Day }> {
    const { timeZone } = await tx.get<{ timeZone: TimeZone }>(
      'SELECT time_zone AS "timeZone" FROM organisations WHERE id = $1',
      [organisationId],
    );
    return { timeZone, today: zonedHour(this.clock.now().toISOString(), timeZone).day };
  }
}

function readRows(tx: Tx, { organisationId }: Scope, ids: readonly AssessmentId[]): Promise<Row[]> {
  return tx.query<Row>(
    `SELECT a.id AS "assessmentId", f.supplier_name AS "supplierName", a.status, r.language,
       greatest(r.created_at, r.renewed_at) AS "lastLetterAt",
       (SELECT max(n.day)::text FROM assessment_nudges n WHERE n.buyer_id = a.buyer_id AND n.assessment_id = a.id
         AND n.to_address = r.email) AS "remindedOn",
       coalesce(m.state = 'failed', false) OR EXISTS (SELECT 1 FROM paused_addresses p
         WHERE p.organisation_id = a.buyer_id AND p.address = r.email AND p.resumed_at IS NULL) AS bounced
     FROM assessments a
     JOIN assessment_frames f ON f.organisation_id = a.buyer_id AND f.assessment_id = a.id
     LEFT JOIN recipients r ON r.buyer_id = a.buyer_id AND r.assessment_id = a.id AND r.revoked_at IS NULL
     LEFT JOIN LATERAL (SELECT mm.state FROM mail_messages mm WHERE mm.organisation_id = a.buyer_id
       AND mm.assessment_id = a.id AND mm.to_address = r.email ORDER BY mm.created_at DESC, mm.id DESC LIMIT 1) m ON true
     WHERE a.buyer_id = $1 AND a.id = ANY ($2::uuid[]) ORDER BY a.id`,
    [organisationId, ids],
  );
}

function toRemindable(row: Row, timeZone: TimeZone, today: Day): RemindableRequest {
  const { assessmentId, supplierName, language, status, bounced, lastLetterAt, remindedOn } = row;
  const letterOn = lastLetterAt === null ? null : zonedHour(lastLetterAt.toISOString(), timeZone).day;
  const lastLetterOn =
    letterOn !== null && remindedOn !== null && remindedOn > letterOn ? remindedOn : letterOn;
  const facts = { status, bounced, lastLetterOn };
  return { assessmentId, supplierName, language, ...facts, ...handReminder(facts, today) };
}
