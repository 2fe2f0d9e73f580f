import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { acceptsAnswers, assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import {
  dueReminderMoment,
  isAwaited,
  remindFromHour,
  reminderOffsets,
} from '@probant/shared/assessments/reminder-moments';
import { addDays, zonedHour, type Day, type TimeZone } from '@probant/shared/calendar';
import type { AssessmentId, OrganisationId } from '@probant/shared/ids';
import type { Language, Localised } from '@probant/shared/questionnaires/document';
import type { Logger } from 'pino';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { LOG } from '../../platform/log/log.js';
import { Assessments, isBuyerMember } from '../assessments/assessments.public.js';
import { listBuyers, type Buyer } from '../identity/identity.public.js';

/** Often, since whoever was killed leaves the rest to the next. */
const often = '*/10 * * * *';

interface Rules {
  readonly on: boolean;
  readonly words: Localised;
  readonly sender: string;
  readonly paused: boolean;
}

interface Mended {
  readonly assessmentId: AssessmentId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly sender: string;
}

const answering = assessmentStatuses.filter(acceptsAnswers);
const [earliest] = reminderOffsets;

/** Reminds those who have not answered, at the moments that shared/assessments gives; each in a transaction of its own. */
@Injectable()
export class DueReminders implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly jobs: Jobs,
    private readonly assessments: Assessments,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Pick<Logger, 'error'>,
  ) {}

  onModuleInit(): void {
    const run = (signal: AbortSignal): Promise<void> => this.run(signal);
    this.jobs.every({ name: 'assessment-reminders', cron: often, run });
  }

  /** One request that fails keeps no other waiting. */
  async run(signal?: AbortSignal): Promise<void> {
    const buyers = await listBuyers(this.work);
    for (const buyer of buyers) {
      await this.attempt(signal, () => this.followMended(buyer.id, signal));
      await this.attempt(signal, () => this.remindAll(buyer, signal));
    }
  }

  private async remindAll({ id, timeZone }: Buyer, signal?: AbortSignal): Promise<void> {
    const { day: today, hour } = zonedHour(this.clock.now().toISOString(), timeZone);
    if (hour < remindFromHour) return;
    const waiting = await this.work.runFor(id, (tx) =>
      tx.query<{ id: AssessmentId }>(
        `SELECT a.id FROM assessments a JOIN campaigns c ON c.organisation_id = a.buyer_id AND c.id = a.campaign_id
         WHERE a.buyer_id = $1 AND c.reminders_on AND a.submissions = 0 AND a.status = ANY ($2) AND a.due_on <= $3
           AND NOT EXISTS (SELECT 1 FROM assessment_reminders m
             WHERE m.buyer_id = a.buyer_id AND m.assessment_id = a.id AND m.day = $4)
         ORDER BY a.due_on, a.id`,
        [id, answering, addDays(today, -earliest), today],
      ),
    );
    for (const one of waiting) {
      await this.attempt(signal, () =>
        this.work.runFor(id, (tx) => this.remindOne(tx, one.id, { today, timeZone })),
      );
    }
  }

  /** Whoever comes second waits for the row, and then finds that a letter has left. */
  private async remindOne(
    tx: Tx,
    id: AssessmentId,
    { today, timeZone }: { readonly today: Day; readonly timeZone: TimeZone },
  ): Promise<void> {
    const { assessment, recipient } = await this.assessments.hold(tx, id);
    if (recipient === null) return;
    const { on, words, sender, paused } = await readRules(tx, id, recipient.email);
    if (!on || paused) return;
    const { createdAt, renewedAt } = recipient;
    const letterAt = renewedAt !== null && renewedAt > createdAt ? renewedAt : createdAt;
    const lastLetterOn = zonedHour(letterAt.toISOString(), timeZone).day;
    const moment = dueReminderMoment({ ...pick(assessment), lastLetterOn }, today);
    if (moment === null) return;
    const claimed = await tx.query(
      `INSERT INTO assessment_reminders (buyer_id, assessment_id, due_on, offset_days, day, to_address)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING day`,
      [assessment.buyerId, id, assessment.dueOn, moment.offset, today, recipient.email],
    );
    if (claimed.length === 0) return;
    await this.assessments.remindOne(
      tx,
      { accountName: sender },
      { assessment, recipient, said: words, moment: moment.offset },
    );
  }

  /** An address was corrected at the contact: those who wait at the old one are asked at the new one. */
  private async followMended(organisationId: OrganisationId, signal?: AbortSignal): Promise<void> {
    const mended = await this.work.runFor(organisationId, (tx) => listMended(tx, organisationId));
    for (const one of mended) {
      await this.attempt(signal, () =>
        this.work.runFor(organisationId, async (tx) => {
          const { assessment, recipient } = await this.assessments.hold(tx, one.assessmentId);
          if (recipient === null || recipient.email === one.email || recipient.acceptedAt !== null) return;
          if (!isAwaited(assessment) || (await isBuyerMember(tx, organisationId, one.email))) return;
          const { name, email, language, sender } = one;
          const by = { organisationId, accountId: null, accountName: sender };
          await this.assessments.replaceOne(tx, by, { assessment, recipient }, { name, email, language });
        }),
      );
    }
  }

  private async attempt(signal: AbortSignal | undefined, act: () => Promise<void>): Promise<void> {
    if (signal?.aborted === true) return;
    try {
      await act();
    } catch (error) {
      this.log.error({ err: error }, 'reminders');
    }
  }
}

function pick<T extends { status: unknown; submissions: number; dueOn: string }>({
  status,
  submissions,
  dueOn,
}: T): Pick<T, 'status' | 'submissions' | 'dueOn'> {
  return { status, submissions, dueOn };
}

function readRules(tx: Tx, id: AssessmentId, email: string): Promise<Rules> {
  return tx.get<Rules>(
    `SELECT c.reminders_on AS "on", c.reminder_words AS words, c.created_by_name AS sender,
       EXISTS (SELECT 1 FROM paused_addresses p WHERE p.organisation_id = a.buyer_id AND p.address = $2
         AND p.resumed_at IS NULL) AS paused
     FROM assessments a JOIN campaigns c ON c.organisation_id = a.buyer_id AND c.id = a.campaign_id WHERE a.id = $1`,
    [id, email],
  );
}

function listMended(tx: Tx, organisationId: OrganisationId): Promise<Mended[]> {
  return tx.query<Mended>(
    `SELECT r.assessment_id AS "assessmentId", k.name, k.email, k.language, c.created_by_name AS sender
     FROM paused_addresses p
     JOIN recipients r ON r.buyer_id = p.organisation_id AND r.email = p.address AND r.revoked_at IS NULL AND r.accepted_at IS NULL
     JOIN assessments a ON a.buyer_id = r.buyer_id AND a.id = r.assessment_id
     JOIN campaigns c ON c.organisation_id = a.buyer_id AND c.id = a.campaign_id
     JOIN assessment_frames f ON f.organisation_id = a.buyer_id AND f.assessment_id = a.id
     JOIN contacts k ON k.organisation_id = a.buyer_id AND k.supplier_id = f.supplier_id AND k.email = p.mended_to
     WHERE p.organisation_id = $1 AND p.resumed_at IS NULL AND a.submissions = 0 AND a.status = ANY ($2)`,
    [organisationId, answering],
  );
}
