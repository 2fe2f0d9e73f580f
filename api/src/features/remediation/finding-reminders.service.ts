import { Injectable } from '@nestjs/common';
import { findingAddress } from '@probant/shared/addresses';
import { addDays, type Day } from '@probant/shared/calendar';
import { dueReminder, reminderDays } from '@probant/shared/findings/due';
import type { FindingId, OrganisationId } from '@probant/shared/ids';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { AssessmentEntity } from '../assessments/assessments.public.js';
import { Correspondents } from '../clarifications/clarifications.public.js';
import { FindingEntity } from '../findings/findings.public.js';
import { listBuyers } from '../identity/identity.public.js';
import { dueLetter } from './remediation.letters.js';

/** Reminds the side that owns a plan of its due date, before it and after it; never twice of the same. */
@Injectable()
export class FindingReminders {
  constructor(
    private readonly work: Work,
    private readonly correspondents: Correspondents,
    private readonly clock: Clock,
  ) {}

  /** Sends what is due; returns how many letters it wrote. Several processes may do so at once. */
  async sendDue(signal?: AbortSignal): Promise<number> {
    const today = this.clock.today();
    const buyers = await listBuyers(this.work);
    let sent = 0;
    for (const { id } of buyers) {
      if (signal?.aborted === true) break;
      const due = await this.work.runFor(id, (tx) => findNear(tx, id, today));
      for (const findingId of due) {
        if (await this.work.runFor(id, (tx) => this.remind(tx, id, findingId, today))) sent += 1;
      }
    }
    return sent;
  }

  private async remind(tx: Tx, buyerId: OrganisationId, id: FindingId, today: Day): Promise<boolean> {
    const finding = await tx.find(FindingEntity, { buyerId, id });
    const plan = finding?.plan ?? null;
    if (finding === null || plan === null) return false;
    const { dueOn, action, ownerSide } = plan;
    const assessment = await tx.lock(AssessmentEntity, { buyerId, id: finding.assessmentId });
    const days = dueReminder(finding, await readSent(tx, buyerId, id, dueOn), today);
    if (days === undefined) return false;
    await tx.query(
      `INSERT INTO finding_reminders (organisation_id, finding_id, due_on, days, at) VALUES ($1, $2, $3, $4, $5)`,
      [buyerId, id, dueOn, days, this.clock.now()],
    );
    const { title } = assessment;
    const words = { title, questionId: finding.questionId, action, dueOn, late: dueOn < today };
    const letter = {
      template: 'finding-due' as const,
      path: findingAddress(ownerSide, id),
      compose: (language: 'fr' | 'en', address: string) => dueLetter(language, words, address),
    };
    if (ownerSide === 'supplier') await this.correspondents.tellSupplier(tx, assessment, letter);
    else await this.correspondents.tellBuyer(tx, { organisationId: buyerId }, assessment, letter);
    return true;
  }
}

async function findNear(tx: Tx, buyerId: OrganisationId, today: Day): Promise<FindingId[]> {
  const rows = await tx.query<{ id: FindingId }>(
    `SELECT id FROM findings WHERE buyer_id = $1 AND status = 'agreed' AND due_on <= $2 ORDER BY due_on, id`,
    [buyerId, addDays(today, reminderDays[0])],
  );
  return rows.map(({ id }) => id);
}

async function readSent(tx: Tx, buyerId: OrganisationId, id: FindingId, dueOn: Day): Promise<number[]> {
  const rows = await tx.query<{ days: number }>(
    'SELECT days FROM finding_reminders WHERE organisation_id = $1 AND finding_id = $2 AND due_on = $3',
    [buyerId, id, dueOn],
  );
  return rows.map(({ days }) => days);
}
