import { Injectable } from '@nestjs/common';
import { acceptsAnswers, type AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import { addDays, type Day } from '@probant/shared/calendar';
import { dueMoment, longestNoticeDays, type DelegationMoment } from '@probant/shared/delegations/reminder';
import type { DelegationId, OrganisationId } from '@probant/shared/ids';
import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { DelegationEntity } from './delegations.entity.js';
import { PartLetters } from './part-letters.service.js';
import { progressOf, readSheet } from './part-progress.js';

/** Reminds colleagues of their part around its day; never twice of the same moment, and no more once all is answered. */
@Injectable()
export class DelegationReminders {
  constructor(
    private readonly work: Work,
    private readonly letters: PartLetters,
    private readonly clock: Clock,
  ) {}

  /** Returns how many letters it wrote. Several processes may do so at once: the row of the part decides who is first. */
  async sendDue(signal?: AbortSignal): Promise<number> {
    const today = this.clock.today();
    const suppliers = await this.work.serve('link', (tx) =>
      tx.query<{ id: OrganisationId }>(
        `SELECT DISTINCT supplier_organisation_id AS id FROM delegations
         WHERE revoked_at IS NULL AND due_on <= $1 ORDER BY 1`,
        [addDays(today, longestNoticeDays)],
      ),
    );
    let sent = 0;
    for (const { id } of suppliers) {
      const due = await this.work.runFor(id, (tx) => findNear(tx, id, today));
      for (const delegationId of due) {
        if (signal?.aborted === true) return sent;
        if (await this.work.runFor(id, (tx) => this.remind(tx, id, delegationId, today))) sent += 1;
      }
    }
    return sent;
  }

  private async remind(
    tx: Tx,
    organisationId: OrganisationId,
    id: DelegationId,
    today: Day,
  ): Promise<boolean> {
    const delegation = await tx.manager.findOne(DelegationEntity, {
      where: { organisationId, id, revokedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    const dueOn = delegation?.dueOn ?? null;
    if (delegation === null || dueOn === null) return false;
    const { assessmentId, email: recipient } = delegation;
    const moment = dueMoment(dueOn, await readSent(tx, delegation, dueOn), today);
    if (moment === undefined) return false;
    const [asked] = await tx.query<{ status: AssessmentStatus }>(
      'SELECT status FROM assessments WHERE id = $1 AND supplier_organisation_id = $2',
      [assessmentId, organisationId],
    );
    if (asked === undefined || !acceptsAnswers(asked.status)) return false;
    const sheet = await readSheet(tx, organisationId, assessmentId);
    const { questions, answered } = progressOf(sheet, delegation, today);
    if (answered >= questions) return false;
    await tx.query(
      `INSERT INTO delegation_reminders (supplier_organisation_id, delegation_id, due_on, moment, at)
       VALUES ($1, $2, $3, $4, $5)`,
      [organisationId, id, dueOn, moment, this.clock.now()],
    );
    await this.letters.write(tx, delegation, {
      template: 'part-reminder',
      sender: delegation.createdByName,
      questions: questions - answered,
    });
    await tx.save(delegation, { kind: 'reminder-sent', assessmentId, recipient });
    return true;
  }
}

async function findNear(tx: Tx, organisationId: OrganisationId, today: Day): Promise<DelegationId[]> {
  const rows = await tx.query<{ id: DelegationId }>(
    `SELECT id FROM delegations WHERE supplier_organisation_id = $1 AND revoked_at IS NULL AND due_on <= $2
     ORDER BY due_on, id`,
    [organisationId, addDays(today, longestNoticeDays)],
  );
  return rows.map(({ id }) => id);
}

async function readSent(
  tx: Tx,
  { organisationId, id }: DelegationEntity,
  dueOn: Day,
): Promise<DelegationMoment[]> {
  const rows = await tx.query<{ moment: DelegationMoment }>(
    `SELECT moment FROM delegation_reminders
     WHERE supplier_organisation_id = $1 AND delegation_id = $2 AND due_on = $3`,
    [organisationId, id, dueOn],
  );
  return rows.map(({ moment }) => moment);
}
