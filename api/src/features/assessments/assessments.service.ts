import { Injectable } from '@nestjs/common';
import { decideLinkAct, statusOnceReplaced, type LinkAct } from '@probant/shared/assessments/link-acts';
import { linkLastDay } from '@probant/shared/assessments/link';
import { acceptsAnswers } from '@probant/shared/assessments/lifecycle';
import type { AssessmentId } from '@probant/shared/ids';
import type { Localised } from '@probant/shared/questionnaires/document';
import { IsNull } from 'typeorm';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, fail, found, ProblemError } from '../../platform/http/problem.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { Mail } from '../../platform/mail/mail.js';
import type { ChangeDueDateRequest, ReplaceRecipientRequest } from './assessments.dto.js';
import { AssessmentEntity, RecipientEntity } from './assessments.entity.js';
import { cancelledLetter, reopenedLetter } from './assessments.letters.js';
import { moveAssessment } from './move-assessment.js';
import {
  isBuyerMember,
  Recipients,
  type Asked,
  type Person,
  type Revoker,
  type Sender,
} from './recipients.service.js';

export interface Held {
  readonly assessment: AssessmentEntity;
  /** Who holds the link, when it was not revoked. */
  readonly recipient: RecipientEntity | null;
}

interface Reminding extends Asked {
  /** What the campaign says in its reminders. */
  readonly said?: Localised;
  /** Of a reminder that left by itself: days from the due date. */
  readonly moment?: number;
}

const resends = { hits: 5, seconds: 3600 };

/** What the buyer does to a request after it left. */
@Injectable()
export class Assessments {
  constructor(
    private readonly work: Work,
    private readonly recipients: Recipients,
    private readonly mail: Mail,
    private readonly limits: RateLimit,
    private readonly clock: Clock,
  ) {}

  async resend(scope: Scope, id: AssessmentId): Promise<void> {
    await this.limits.hit(`resend:${scope.organisationId}:${id}`, resends);
    await this.act(scope, id, 'resend', async (tx, assessment, recipient) => {
      await this.recipients.renew(
        tx,
        scope,
        { assessment, recipient: found(recipient) },
        { template: 'request' },
      );
      await tx.record({ kind: 'link-resent', assessmentId: id, recipient: found(recipient).email });
    });
  }

  /** Inside a transaction that holds both rows; whether it may leave was asked before. */
  async remindOne(tx: Tx, sender: Sender, { assessment, recipient, said, moment }: Reminding): Promise<void> {
    const letter = { template: 'reminder', ...(said === undefined ? {} : { said }) } as const;
    const words = said?.[recipient.language] ?? '';
    await this.recipients.renew(tx, sender, { assessment, recipient }, letter);
    await tx.recordForBoth({
      kind: 'reminder-sent',
      assessmentId: assessment.id,
      recipient: recipient.email,
      ...(moment === undefined ? {} : { daysFromDue: moment }),
      ...(moment === undefined && words !== '' ? { words } : {}),
    });
  }

  async revoke(scope: Scope, id: AssessmentId): Promise<void> {
    await this.act(scope, id, 'revoke', async (tx, _assessment, recipient) => {
      await this.recipients.revoke(tx, scope, found(recipient));
      await tx.record({ kind: 'link-revoked', assessmentId: id, recipient: found(recipient).email });
    });
  }

  /** The workspace that had accepted keeps what it wrote and lets go of the request; the next person starts empty. */
  async replace(scope: Scope, id: AssessmentId, request: ReplaceRecipientRequest): Promise<void> {
    const { revision, ...person } = request;
    await this.act(scope, id, 'replace', async (tx, assessment, recipient) => {
      if (assessment.revision !== revision) fail('stale-revision');
      if (await isBuyerMember(tx, scope.organisationId, person.email)) fail('recipient-is-buyer');
      if (recipient?.email === person.email) {
        throw new ProblemError({
          code: 'invalid-input',
          errors: [{ pointer: '/email', code: 'duplicate' }],
        });
      }
      await this.replaceOne(tx, scope, { assessment, recipient }, person);
    });
  }

  /** Inside a transaction that holds both rows. */
  async replaceOne(
    tx: Tx,
    by: Sender & Revoker,
    { assessment, recipient }: Held,
    person: Person,
  ): Promise<void> {
    if (recipient) await this.recipients.revoke(tx, by, recipient);
    const before = recipient?.email ?? (await lastRecipient(tx, assessment));
    // Told while the first workspace still stands in the row, so that its chain says why the request left it.
    await tx.recordForBoth({
      kind: 'recipient-replaced',
      assessmentId: assessment.id,
      before,
      recipient: person.email,
    });
    Object.assign(assessment, {
      supplierOrganisationId: null,
      status: statusOnceReplaced(assessment.submissions),
      statusAt: this.clock.now(),
      revision: assessment.revision + 1,
    });
    await tx.manager.save(assessment);
    await this.recipients.invite(tx, by, assessment, person);
  }

  async changeDueDate(scope: Scope, id: AssessmentId, request: ChangeDueDateRequest): Promise<void> {
    if (request.dueOn < this.clock.today()) {
      throw new ProblemError({
        code: 'invalid-input',
        errors: [{ pointer: '/dueOn', code: 'date-in-past' }],
      });
    }
    await this.act(scope, id, 'change-due-date', async (tx, assessment, recipient) => {
      if (assessment.revision !== request.revision) fail('stale-revision');
      const before = assessment.dueOn;
      if (before === request.dueOn) return;
      Object.assign(assessment, { dueOn: request.dueOn, revision: assessment.revision + 1 });
      await tx.manager.save(assessment);
      if (recipient) {
        recipient.expiresAt = new Date(`${linkLastDay(request.dueOn)}T23:59:59.999Z`);
        await tx.manager.save(recipient);
      }
      await tx.recordForBoth({ kind: 'due-date-changed', assessmentId: id, before, dueOn: request.dueOn });
    });
  }

  async cancel(scope: Scope, id: AssessmentId, reason: string): Promise<void> {
    await this.work.run(scope, async (tx) => {
      const { assessment, recipient } = await this.hold(tx, id);
      moveAssessment(assessment, 'cancel', this.clock, reason);
      await tx.manager.save(assessment);
      await tx.recordForBoth({ kind: 'assessment-cancelled', assessmentId: id, reason });
      if (recipient) await this.tell(tx, scope, { assessment, recipient }, 'cancelled', reason);
    });
  }

  async reopen(scope: Scope, id: AssessmentId, reason: string): Promise<void> {
    await this.work.run(scope, async (tx) => {
      const { assessment, recipient } = await this.hold(tx, id);
      const { to } = moveAssessment(assessment, 'reopen', this.clock, reason);
      await tx.manager.save(assessment);
      await tx.recordForBoth({ kind: 'assessment-reopened', assessmentId: id, reason });
      if (recipient && acceptsAnswers(to)) {
        await this.tell(tx, scope, { assessment, recipient }, 'reopened', reason);
      }
    });
  }

  private act(
    scope: Scope,
    id: AssessmentId,
    act: LinkAct,
    work: (tx: Tx, assessment: AssessmentEntity, recipient: RecipientEntity | null) => Promise<void>,
  ): Promise<void> {
    return this.work.run(scope, async (tx) => {
      const { assessment, recipient } = await this.hold(tx, id);
      const state = { status: assessment.status, linked: recipient !== null };
      accepted(decideLinkAct(state, act, recipient ? this.recipients.renewalOf(recipient) : undefined));
      await work(tx, assessment, recipient);
    });
  }

  /** The request and whoever holds its link, both locked. */
  async hold(tx: Tx, id: AssessmentId): Promise<Held> {
    const assessment = await tx.lock(AssessmentEntity, { id });
    const recipient = await tx.manager.findOne(RecipientEntity, {
      where: { buyerId: assessment.buyerId, assessmentId: id, revokedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    return { assessment, recipient };
  }

  private async tell(
    tx: Tx,
    scope: Scope,
    { assessment, recipient }: { assessment: AssessmentEntity; recipient: RecipientEntity },
    template: 'cancelled' | 'reopened',
    reason: string,
  ): Promise<void> {
    const compose = template === 'cancelled' ? cancelledLetter : reopenedLetter;
    const { buyerName, title } = assessment;
    await this.mail.post(tx, {
      organisationId: assessment.buyerId,
      assessmentId: assessment.id,
      template,
      to: { address: recipient.email, name: recipient.name },
      language: recipient.language,
      ...compose(recipient.language, { buyerName, sender: scope.accountName, title, reason }),
    });
  }
}

async function lastRecipient(tx: Tx, assessment: AssessmentEntity): Promise<string> {
  const [last] = await tx.query<{ email: string }>(
    `SELECT email FROM recipients WHERE buyer_id = $1 AND assessment_id = $2 ORDER BY created_at DESC, id DESC LIMIT 1`,
    [assessment.buyerId, assessment.id],
  );
  return last?.email ?? '';
}
