import { Injectable } from '@nestjs/common';
import { refusedClaims } from '@probant/shared/assessments/score-inputs';
import type { FindingOrigin } from '@probant/shared/audit/assessment-events';
import { decideFindingChange } from '@probant/shared/findings/change-finding';
import {
  compareFindings,
  findingsFromScore,
  type WantedFinding,
} from '@probant/shared/findings/findings-from-score';
import type { AssessmentId, FindingId, OrganisationId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, fail } from '../../platform/http/problem.js';
import type { Scored } from '../scoring/scoring.public.js';
import type { ChangeFindingRequest, FindingResponse } from './findings.dto.js';
import { FindingEntity } from './findings.entity.js';
import { toFinding } from './to-finding.js';

/** Findings come from the answers, follow them, and are closed by people with a reason. */
@Injectable()
export class Findings {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  /** Raises what the answers call for and closes what none calls for any more. */
  async follow(tx: Tx, { facts, version, range }: Scored): Promise<void> {
    const { organisationId: buyerId, assessmentId } = facts;
    const kept = await tx.manager.find(FindingEntity, {
      where: { buyerId, assessmentId, origin: 'answer' },
      lock: { mode: 'pessimistic_write' },
    });
    const byQuestion = new Map(kept.map((finding) => [finding.questionId, finding]));
    const wanted = findingsFromScore(version.document, range.score, refusedClaims(facts));
    // One that an answer closed is as good as gone: an answer may call for it again.
    const known = kept.filter(({ closedByAnswer }) => !closedByAnswer);
    const { raise, close } = compareFindings(known, wanted);
    for (const one of raise)
      await this.raise(tx, { buyerId, assessmentId }, one, byQuestion.get(one.questionId));
    for (const questionId of close) {
      const finding = byQuestion.get(questionId);
      if (finding !== undefined) await this.closeByAnswer(tx, finding);
    }
  }

  /** One that no answer called for, and that none closes: what the contract does not hold. */
  async raiseFromContract(tx: Tx, of: OfAssessment, wanted: WantedFinding): Promise<FindingResponse> {
    const { questionId } = wanted;
    const known = await tx.find(FindingEntity, { ...of, questionId, origin: 'contract' });
    if (known !== null) fail('already-exists');
    return toFinding(await this.insert(tx, of, wanted, 'contract'));
  }

  /** From now on the supplier reads them, as far as the stage of the assessment allows. */
  async share(tx: Tx, { organisationId, assessmentId, supplierOrganisationId }: SharedWith): Promise<void> {
    await tx.query(
      `UPDATE findings SET shared_at = coalesce(shared_at, $4), supplier_organisation_id = $3
       WHERE buyer_id = $1 AND assessment_id = $2`,
      [organisationId, assessmentId, supplierOrganisationId, this.clock.now()],
    );
  }

  change(scope: Scope, id: FindingId, request: ChangeFindingRequest): Promise<FindingResponse> {
    return this.work.run(scope, async (tx) => {
      const finding = await tx.lock(FindingEntity, { buyerId: scope.organisationId, id });
      if (finding.revision !== request.revision) fail('stale-revision', { conflicts: [toFinding(finding)] });
      const before = finding.status;
      const { status, reason } = accepted(decideFindingChange(before, request));
      const closed = status === 'closed';
      Object.assign(finding, {
        status,
        closingReason: closed ? reason : '',
        closedByAnswer: false,
        closedByName: closed ? scope.accountName : null,
        closedAt: closed ? this.clock.now() : null,
        revision: finding.revision + 1,
      });
      const { assessmentId, questionId } = finding;
      await tx.save(finding, {
        kind: 'finding-changed',
        assessmentId,
        questionId,
        findingId: id,
        before,
        status,
        reason,
      });
      return toFinding(finding);
    });
  }

  private async raise(
    tx: Tx,
    { buyerId, assessmentId }: OfAssessment,
    wanted: WantedFinding,
    again: FindingEntity | undefined,
  ): Promise<void> {
    const { questionId } = wanted;
    if (again !== undefined) {
      Object.assign(again, {
        status: 'open',
        closedByAnswer: false,
        closedAt: null,
        revision: again.revision + 1,
      });
      await tx.save(again, {
        kind: 'finding-changed',
        assessmentId,
        questionId,
        findingId: again.id,
        before: 'closed',
        status: 'open',
        reason: '',
      });
      return;
    }
    await this.insert(tx, { buyerId, assessmentId }, wanted, 'answer');
  }

  private insert(
    tx: Tx,
    { buyerId, assessmentId }: OfAssessment,
    { questionId, severity, text, fix }: WantedFinding,
    origin: FindingOrigin,
  ): Promise<FindingEntity> {
    const finding = Object.assign(new FindingEntity(), {
      buyerId,
      id: newId<FindingId>(),
      supplierOrganisationId: null,
      assessmentId,
      questionId,
      origin,
      severity,
      status: 'open',
      text,
      fix,
      closingReason: '',
      closedByAnswer: false,
      closedByName: null,
      closedAt: null,
      sharedAt: null,
      raisedAt: this.clock.now(),
      revision: 1,
    });
    return tx.insert(finding, {
      kind: 'finding-raised',
      assessmentId,
      questionId,
      findingId: finding.id,
      severity,
    });
  }

  private async closeByAnswer(tx: Tx, finding: FindingEntity): Promise<void> {
    Object.assign(finding, {
      status: 'closed',
      closedByAnswer: true,
      closedAt: this.clock.now(),
      revision: finding.revision + 1,
    });
    const { assessmentId, questionId, id: findingId } = finding;
    await tx.save(finding, {
      kind: 'finding-changed',
      assessmentId,
      questionId,
      findingId,
      before: 'open',
      status: 'closed',
      reason: '',
    });
  }
}

interface OfAssessment {
  readonly buyerId: OrganisationId;
  readonly assessmentId: AssessmentId;
}

export interface SharedWith {
  readonly organisationId: OrganisationId;
  readonly assessmentId: AssessmentId;
  readonly supplierOrganisationId: OrganisationId;
}
