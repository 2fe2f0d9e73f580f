import { Injectable } from '@nestjs/common';
import {
  decideMeasuredProof,
  proves,
  textInForce,
  valueInForce,
} from '@probant/shared/assessments/measured-proof';
import type { AssessmentId, DrillRecordId } from '@probant/shared/ids';
import type { AnswerValue, EvidenceLevel, Question } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, found } from '../../platform/http/problem.js';
import { Scoring, type Scored } from '../scoring/scoring.public.js';
import { AnswerReviews } from './answer-reviews.service.js';
import { holdReview } from './review-hold.js';
import { MeasuredProofEntity } from './reviews.entity.js';

/** What the buyer measured itself: it counts as proof of an answer once a reviewer says so, and never before. */
export interface Measure {
  readonly questionId: string;
  readonly value: AnswerValue;
  readonly level: EvidenceLevel;
  readonly measuredOn: string;
  readonly sourceId: DrillRecordId;
}

export interface Standing<M extends Measure> {
  readonly measure: M;
  readonly agrees: boolean;
  /** The proof that counts now; none where the answer has changed since. */
  readonly confirmed: MeasuredProofEntity | undefined;
}

@Injectable()
export class MeasuredProofs {
  constructor(
    private readonly scoring: Scoring,
    private readonly answerReviews: AnswerReviews,
    private readonly clock: Clock,
  ) {}

  /** Measures of the questions that this assessment asks, each beside the answer in force. */
  async stand<M extends Measure>(
    tx: Tx,
    { organisationId }: Scope,
    assessmentId: AssessmentId,
    measures: readonly M[],
  ): Promise<Standing<M>[]> {
    const scored = await this.scoring.findLive(tx, organisationId, assessmentId);
    if (scored === undefined) return [];
    const kept = await tx.manager.findBy(MeasuredProofEntity, { organisationId, assessmentId });
    return measures.flatMap((measure) => {
      const { questionId, sourceId } = measure;
      const question = findAsked(scored, questionId);
      if (question === undefined) return [];
      const claimed = valueInForce(scored.facts.answers, questionId, scored.facts.reviews[questionId]);
      const answerSha256 = answerInForce(scored, questionId);
      const confirmed = kept.find(
        (one) =>
          one.questionId === questionId && one.sourceId === sourceId && one.answerSha256 === answerSha256,
      );
      return [{ measure, agrees: proves(question, measure.value, claimed, scored.asOf), confirmed }];
    });
  }

  async confirm(tx: Tx, scope: Scope, assessmentId: AssessmentId, measure: Measure): Promise<void> {
    const held = await holdReview(tx, scope, assessmentId, this.clock);
    const { organisationId, accountId, accountName } = scope;
    const scored = found(await this.scoring.findLive(tx, organisationId, assessmentId));
    const { questionId, sourceId, level, measuredOn, value } = measure;
    const question = found(findAsked(scored, questionId));
    const claimed = valueInForce(scored.facts.answers, questionId, scored.facts.reviews[questionId]);
    accepted(decideMeasuredProof(question, value, claimed, scored.asOf));
    const row = Object.assign(new MeasuredProofEntity(), {
      organisationId,
      assessmentId,
      questionId,
      sourceId,
      value,
      level,
      measuredOn,
      answerSha256: answerInForce(scored, questionId),
      confirmedBy: accountId,
      confirmedByName: accountName,
      confirmedAt: this.clock.now(),
    });
    await tx.save(row, { kind: 'measure-confirmed', assessmentId, questionId, level, sourceId, measuredOn });
    await this.answerReviews.markSeen(tx, scope, held, [questionId]);
    await this.answerReviews.finish(tx, scope, held);
  }

  async withdraw(
    tx: Tx,
    scope: Scope,
    assessmentId: AssessmentId,
    { questionId, sourceId }: Pick<Measure, 'questionId' | 'sourceId'>,
  ): Promise<void> {
    const held = await holdReview(tx, scope, assessmentId, this.clock);
    const key = { organisationId: scope.organisationId, assessmentId, questionId, sourceId };
    found(await tx.find(MeasuredProofEntity, key));
    await tx.manager.delete(MeasuredProofEntity, key);
    await tx.record({ kind: 'measure-withdrawn', assessmentId, questionId, sourceId });
    await this.answerReviews.finish(tx, scope, held);
  }
}

function findAsked({ version, range }: Scored, questionId: string): Question | undefined {
  const line = range.score.lines.find(({ question }) => question === questionId);
  if (line === undefined || line.status === 'out-of-scope') return undefined;
  return version.document.themes.flatMap(({ questions }) => questions).find(({ id }) => id === questionId);
}

function answerInForce({ facts }: Scored, questionId: string): string {
  return sha256(textInForce(facts.answers, questionId, facts.reviews[questionId]));
}
