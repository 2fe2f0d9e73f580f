import { Injectable } from '@nestjs/common';
import { acceptsAnswers } from '@probant/shared/assessments/lifecycle';
import { linkRestSeconds } from '@probant/shared/assessments/link-acts';
import { decidePart, decidePartDue, questionsOfPart, type Part } from '@probant/shared/delegations/part';
import type { AssessmentId, DelegationId } from '@probant/shared/ids';
import { maxCounts } from '@probant/shared/limits';
import { IsNull } from 'typeorm';
import type { Scope } from '../../platform/access/scope.js';
import { hashSecret } from '../../platform/access/session-cookie.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { AssessmentEntity } from '../assessments/assessments.public.js';
import { endSessions } from './delegates.js';
import type {
  ChangePartRequest,
  DelegationResponse,
  DelegationsResponse,
  HandOverRequest,
} from './delegations.dto.js';
import { DelegationEntity } from './delegations.entity.js';
import { PartLetters } from './part-letters.service.js';
import { progressOf, readSheet, type Sheet } from './part-progress.js';

const lettersPerHour = { hits: 60, seconds: 3600 };
const lettersPerAddress = { hits: 5, seconds: 3600 };

/** Which colleague holds which part of a request, as the workspace that answers it decides. */
@Injectable()
export class Delegations {
  constructor(
    private readonly work: Work,
    private readonly letters: PartLetters,
    private readonly limits: RateLimit,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope, assessmentId: AssessmentId): Promise<DelegationsResponse> {
    return this.work.run(scope, (tx) => this.readAll(tx, scope, assessmentId));
  }

  async handOver(
    scope: Scope,
    assessmentId: AssessmentId,
    request: HandOverRequest,
  ): Promise<DelegationsResponse> {
    // What is refused sends no letter, and takes none from the limit.
    await this.work.run(scope, (tx) => this.decide(tx, scope, assessmentId, request));
    await this.limitLetters(scope, request.email);
    return this.work.run(scope, async (tx) => {
      const { document, part, dueOn } = await this.decide(tx, scope, assessmentId, request);
      const delegation = Object.assign(new DelegationEntity(), {
        organisationId: scope.organisationId,
        id: newId<DelegationId>(),
        assessmentId,
        name: request.name,
        email: request.email,
        language: request.language,
        note: request.note,
        dueOn,
        ...part,
        accountId: null,
        openedAt: null,
        revokedAt: null,
        createdBy: scope.accountId,
        createdByName: scope.accountName,
        createdAt: this.clock.now(),
        revision: 1,
      });
      await this.letters.write(tx, delegation, {
        template: 'part-handed-over',
        sender: scope.accountName,
        questions: questionsOfPart(document, part).length,
      });
      await tx.insert(delegation, { kind: 'part-handed-over', ...toEvent(delegation) });
      return this.readAll(tx, scope, assessmentId);
    });
  }

  /** What is handed over changes at once; what was answered in what is taken back stays as it is. */
  change(
    scope: Scope,
    ids: { assessmentId: AssessmentId; delegationId: DelegationId },
    request: ChangePartRequest,
  ): Promise<DelegationsResponse> {
    return this.work.run(scope, async (tx) => {
      const delegation = await this.lock(tx, scope, ids);
      if (delegation.revision !== request.revision) fail('stale-revision');
      const { document } = await readSheet(tx, scope.organisationId, ids.assessmentId);
      const part: Part = accepted(decidePart(document, request));
      const { note } = request;
      const due = { today: this.clock.today(), before: delegation.dueOn };
      const dueOn = accepted(decidePartDue(request.dueOn, due));
      Object.assign(delegation, { ...part, note, dueOn, revision: delegation.revision + 1 });
      await tx.save(delegation, { kind: 'part-changed', ...toEvent(delegation) });
      return this.readAll(tx, scope, ids.assessmentId);
    });
  }

  /** A letter with a new link. */
  async remind(
    scope: Scope,
    ids: { assessmentId: AssessmentId; delegationId: DelegationId },
  ): Promise<DelegationsResponse> {
    return this.work.run(scope, async (tx) => {
      const { sheet } = await this.lockOpen(tx, scope, ids.assessmentId);
      const delegation = await this.lock(tx, scope, ids);
      const now = this.clock.now().getTime();
      if (delegation.renewedAt !== null && now - delegation.renewedAt.getTime() < linkRestSeconds * 1000) {
        fail('link-just-renewed', { params: { seconds: linkRestSeconds } });
      }
      const { questions, answered } = progressOf(sheet, delegation, this.clock.today());
      await this.letters.write(tx, delegation, {
        template: answered < questions ? 'part-reminder' : 'part-handed-over',
        sender: scope.accountName,
        questions: answered < questions ? questions - answered : questions,
      });
      const { assessmentId, email: recipient } = delegation;
      await tx.save(delegation, { kind: 'reminder-sent', assessmentId, recipient });
      return this.readAll(tx, scope, ids.assessmentId);
    });
  }

  /** The link and whatever it opened end here; what the colleague wrote stays. */
  takeBack(
    scope: Scope,
    ids: { assessmentId: AssessmentId; delegationId: DelegationId },
  ): Promise<DelegationsResponse> {
    return this.work.run(scope, async (tx) => {
      const delegation = await this.lock(tx, scope, ids);
      Object.assign(delegation, { revokedAt: this.clock.now(), revision: delegation.revision + 1 });
      await tx.save(delegation, { kind: 'part-taken-back', ...toEvent(delegation) });
      await endSessions(tx, scope, delegation.id);
      return this.readAll(tx, scope, ids.assessmentId);
    });
  }

  /** Whether somebody may be handed the part now. */
  private async decide(
    tx: Tx,
    scope: Scope,
    assessmentId: AssessmentId,
    request: HandOverRequest,
  ): Promise<{ document: Sheet['document']; part: Part; dueOn: string | null }> {
    const { sheet, current } = await this.lockOpen(tx, scope, assessmentId);
    if (current.some(({ email }) => email === request.email)) fail('part-already-handed-over');
    if (current.length >= maxCounts.delegationsPerRequest) {
      fail('invalid-input', {
        errors: [{ pointer: '/email', code: 'too-many', params: { max: maxCounts.delegationsPerRequest } }],
      });
    }
    const { document } = sheet;
    const part = accepted(decidePart(document, request));
    const dueOn = accepted(decidePartDue(request.dueOn, { today: this.clock.today() }));
    return { document, part, dueOn };
  }

  private async limitLetters({ organisationId }: Scope, email: string): Promise<void> {
    await this.limits.hit(`part:${organisationId}`, lettersPerHour);
    await this.limits.hit(`part:address:${hashSecret(email).toString('hex')}`, lettersPerAddress);
  }

  private async lockOpen(
    tx: Tx,
    scope: Scope,
    id: AssessmentId,
  ): Promise<{ sheet: Sheet; current: DelegationEntity[] }> {
    const { status } = await tx.lock(AssessmentEntity, { id, supplierOrganisationId: scope.organisationId });
    if (!acceptsAnswers(status)) fail('assessment-closed', { params: { status } });
    return {
      sheet: await readSheet(tx, scope.organisationId, id),
      current: await readCurrent(tx, scope, id),
    };
  }

  private lock(
    tx: Tx,
    { organisationId }: Scope,
    { assessmentId, delegationId }: { assessmentId: AssessmentId; delegationId: DelegationId },
  ): Promise<DelegationEntity> {
    return tx.lock(DelegationEntity, { organisationId, id: delegationId, assessmentId, revokedAt: IsNull() });
  }

  private async readAll(tx: Tx, scope: Scope, assessmentId: AssessmentId): Promise<DelegationsResponse> {
    found(
      await tx.find(AssessmentEntity, { id: assessmentId, supplierOrganisationId: scope.organisationId }),
    );
    const current = await readCurrent(tx, scope, assessmentId);
    if (current.length === 0) return { items: [] };
    const sheet = await readSheet(tx, scope.organisationId, assessmentId);
    return { items: current.map((delegation) => toResponse(delegation, sheet, this.clock.today())) };
  }
}

function readCurrent(tx: Tx, scope: Scope, assessmentId: AssessmentId): Promise<DelegationEntity[]> {
  return tx.manager.find(DelegationEntity, {
    where: { organisationId: scope.organisationId, assessmentId, revokedAt: IsNull() },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
}

function toEvent({ id, assessmentId, email, themes, questions }: DelegationEntity) {
  return { delegationId: id, assessmentId, recipient: email, themes, questions };
}

function toResponse(delegation: DelegationEntity, sheet: Sheet, today: string): DelegationResponse {
  const { questions, answered } = progressOf(sheet, delegation, today);
  const { accountId, dueOn } = delegation;
  const lastSavedAt = accountId === null ? undefined : sheet.lastSavedBy.get(accountId);
  return {
    id: delegation.id,
    name: delegation.name,
    email: delegation.email,
    language: delegation.language,
    note: delegation.note,
    dueOn,
    late: dueOn !== null && dueOn < today && answered < questions,
    themes: delegation.themes,
    questions: delegation.questions,
    asked: questions,
    answered,
    handedOverBy: delegation.createdByName,
    handedOverAt: delegation.createdAt.toISOString(),
    openedAt: delegation.openedAt?.toISOString() ?? null,
    lastSavedAt: lastSavedAt?.toISOString() ?? null,
    revision: delegation.revision,
  };
}
