import { Injectable } from '@nestjs/common';
import { refusedClaims } from '@probant/shared/assessments/score-inputs';
import type { FindingOrigin } from '@probant/shared/audit/assessment-events';
import {
  compareFindings,
  findingsFromScore,
  type WantedFinding,
} from '@probant/shared/findings/findings-from-score';
import { decideFindingAct } from '@probant/shared/findings/lifecycle';
import type { AssessmentId, FindingId, OrganisationId } from '@probant/shared/ids';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/work.js';
import { accepted, fail } from '../../platform/http/problem.js';
import type { Scored } from '../scoring/scoring.public.js';
import { endVerification } from './end-verification.js';
import { addAct, product, standingOf } from './finding-acts.js';
import type { FindingResponse } from './findings.dto.js';
import { FindingEntity } from './findings.entity.js';
import { toFinding } from './to-finding.js';

/** Findings come from the answers and follow them; what people make of them is remediation. */
@Injectable()
export class Findings {
  constructor(private readonly clock: Clock) {}

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
      if (finding !== undefined) await this.moveByAnswer(tx, finding, 'answer-settled');
    }
  }

  /** One that no answer called for, and that none closes: what the contract does not hold. */
  async raiseFromContract(tx: Tx, of: OfAssessment, wanted: WantedFinding): Promise<FindingResponse> {
    const { questionId } = wanted;
    const known = await tx.find(FindingEntity, { ...of, questionId, origin: 'contract' });
    if (known !== null) fail('already-exists');
    return toFinding(await this.insert(tx, of, wanted, 'contract'), this.clock.today());
  }

  /** From now on the supplier reads them, as far as the stage of the assessment allows. */
  async share(tx: Tx, { organisationId, assessmentId, supplierOrganisationId }: SharedWith): Promise<void> {
    await tx.query(
      `UPDATE findings SET shared_at = coalesce(shared_at, $4), supplier_organisation_id = $3
       WHERE buyer_id = $1 AND assessment_id = $2`,
      [organisationId, assessmentId, supplierOrganisationId, this.clock.now()],
    );
  }

  private async raise(
    tx: Tx,
    { buyerId, assessmentId }: OfAssessment,
    wanted: WantedFinding,
    again: FindingEntity | undefined,
  ): Promise<void> {
    const before = again?.status;
    if (again !== undefined) {
      await this.moveByAnswer(tx, again, 'answer-fell-back');
      if (before === 'verified') await endVerification(tx, again, this.clock.now());
      return;
    }
    await this.insert(tx, { buyerId, assessmentId }, wanted, 'answer');
  }

  private insert(
    tx: Tx,
    { buyerId, assessmentId }: OfAssessment,
    { questionId, severity, text, fix, lessons }: WantedFinding,
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
      lessons: [...lessons],
      plan: null,
      proposal: null,
      acceptedUntil: null,
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

  private async moveByAnswer(
    tx: Tx,
    finding: FindingEntity,
    act: 'answer-settled' | 'answer-fell-back',
  ): Promise<void> {
    const wish = { act, by: 'product', reason: '', today: this.clock.today() } as const;
    const move = accepted(decideFindingAct(standingOf(finding), wish));
    await addAct(tx, finding, move, { author: product(finding.buyerId), at: this.clock.now() });
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
