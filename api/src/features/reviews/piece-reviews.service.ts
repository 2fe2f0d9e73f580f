import { Injectable } from '@nestjs/common';
import type { PieceToSubmit } from '@probant/shared/assessments/submit';
import type { FieldRefusal } from '@probant/shared/decision';
import { decideVerdict, type Verdict } from '@probant/shared/evidence/decide-verdict';
import type { AssessmentId, EvidenceId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { AnswerReviews } from './answer-reviews.service.js';
import { holdReview, type HeldReview } from './review-hold.js';
import type { PlaceRequest, ReviewPieceRequest, ReviewStateResponse } from './reviews.dto.js';
import { EvidenceReviewEntity } from './reviews.entity.js';

/** A piece is judged for each question beside which it stands; one act may judge it for several. */
@Injectable()
export class PieceReviews {
  constructor(
    private readonly work: Work,
    private readonly answerReviews: AnswerReviews,
    private readonly clock: Clock,
  ) {}

  judge(
    scope: Scope,
    assessmentId: AssessmentId,
    evidenceId: EvidenceId,
    request: ReviewPieceRequest,
  ): Promise<ReviewStateResponse> {
    return this.work.run(scope, (tx) => this.judgeWithin(tx, scope, { assessmentId, evidenceId }, request));
  }

  /** In a transaction of the caller, who judges more than this one. */
  async judgeWithin(
    tx: Tx,
    scope: Scope,
    { assessmentId, evidenceId }: { readonly assessmentId: AssessmentId; readonly evidenceId: EvidenceId },
    request: ReviewPieceRequest,
  ): Promise<ReviewStateResponse> {
    const held = await holdReview(tx, scope, assessmentId, this.clock);
    const piece = found(held.facts.submission.pieces.find(({ id }) => id === evidenceId));
    checkPlaces(piece, request.questions);
    const note = request.note.trim();
    const { verdict: wished, level } = request;
    const verdict = accepted(decideVerdict(piece, { verdict: wished, level, note }));
    for (const place of request.questions) await this.write(tx, scope, held, { piece, place, verdict, note });
    const questionIds = request.questions.map(({ questionId }) => questionId);
    await this.answerReviews.markSeen(tx, scope, held, questionIds);
    return this.answerReviews.finish(tx, scope, held);
  }

  private async write(
    tx: Tx,
    scope: Scope,
    { assessment }: HeldReview,
    judged: { piece: PieceToSubmit; place: PlaceRequest; verdict: Verdict; note: string },
  ): Promise<void> {
    const { piece, place, verdict, note } = judged;
    const { questionId } = place;
    const { organisationId } = scope;
    const assessmentId = assessment.id;
    // Written in the submission by the rule that froze it.
    const evidenceId = piece.id as EvidenceId;
    const key = { organisationId, assessmentId, questionId, evidenceId };
    const kept = await tx.find(EvidenceReviewEntity, key);
    if ((kept?.revision ?? 0) !== place.revision) {
      fail('stale-revision', {
        conflicts: [{ questionId, verdict: kept?.verdict ?? 'unexamined', level: kept?.level ?? null }],
      });
    }
    const event = { assessmentId, questionId, evidenceId, name: piece.name };
    if (verdict.verdict === 'unexamined') {
      if (kept === null) return;
      await tx.manager.delete(EvidenceReviewEntity, key);
      await tx.record({ kind: 'evidence-verdict-withdrawn', ...event });
      return;
    }
    const row = Object.assign(kept ?? new EvidenceReviewEntity(), {
      ...key,
      verdict: verdict.verdict,
      level: verdict.verdict === 'accepted' ? verdict.level : null,
      note,
      revision: place.revision + 1,
      updatedBy: scope.accountId,
      updatedByName: scope.accountName,
      updatedAt: this.clock.now(),
    });
    await tx.save(
      row,
      verdict.verdict === 'accepted'
        ? { kind: 'evidence-graded', ...event, level: verdict.level }
        : { kind: 'evidence-rejected', ...event, reason: note },
    );
  }
}

function checkPlaces(piece: PieceToSubmit, places: readonly PlaceRequest[]): void {
  const errors = places.flatMap(({ questionId }, index): FieldRefusal[] => {
    const pointer = `/questions/${index}/questionId`;
    if (!piece.questions.includes(questionId)) return [{ pointer, code: 'unknown-reference' }];
    const first = places.findIndex((place) => place.questionId === questionId);
    return first === index ? [] : [{ pointer, code: 'duplicate' }];
  });
  if (errors.length > 0) fail('invalid-input', { errors });
}
