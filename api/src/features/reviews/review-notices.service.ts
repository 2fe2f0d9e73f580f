import { Injectable } from '@nestjs/common';
import { readingStage } from '@probant/shared/assessments/lifecycle';
import { toSupplierReviews, type SupplierReview } from '@probant/shared/assessments/supplier-view';
import type { AssessmentId } from '@probant/shared/ids';
import { toldImprovements } from '@probant/shared/assessments/told-improvements';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail, found } from '../../platform/http/problem.js';
import { AssessmentEntity } from '../assessments/assessments.public.js';
import { Findings } from '../findings/findings.public.js';
import type { AssessedFacts, Scored } from '../scoring/scoring.public.js';
import type { SupplierReviewsResponse } from './reviews.dto.js';
import { AnswerReviewEntity, EvidenceReviewEntity } from './reviews.entity.js';

/** What the supplier is told of a review: a copy by allow-list, made when it is returned and when it is decided. */
@Injectable()
export class ReviewNotices {
  constructor(
    private readonly work: Work,
    private readonly findings: Findings,
    private readonly clock: Clock,
  ) {}

  /** Shares findings, judgements and what would help most with the workspace that answers. */
  async share(tx: Tx, assessment: AssessmentEntity, scored: Scored): Promise<void> {
    const { facts } = scored;
    const { buyerId: organisationId, id: assessmentId, supplierOrganisationId, status } = assessment;
    if (supplierOrganisationId === null) return fail('transition-refused', { params: { status } });
    await this.findings.share(tx, { organisationId, assessmentId, supplierOrganisationId });
    const reviews = toSupplierReviews(status, await readTold(tx, facts));
    await tx.query(
      `INSERT INTO review_notices (buyer_id, supplier_organisation_id, id, assessment_id, submission_number, reviews, improvements, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        organisationId,
        supplierOrganisationId,
        newId(),
        assessmentId,
        facts.submission.number,
        JSON.stringify(reviews),
        JSON.stringify(toldImprovements(scored.version.document, inputOf(scored))),
        this.clock.now(),
      ],
    );
    await tx.query(
      `UPDATE answer_reviews SET shared_at = coalesce(shared_at, $3) WHERE organisation_id = $1 AND assessment_id = $2
         AND (na_decision IS NOT NULL OR override_state IS NOT NULL)`,
      [organisationId, assessmentId, this.clock.now()],
    );
  }

  ofRequest(scope: Scope, assessmentId: AssessmentId): Promise<SupplierReviewsResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId: supplierOrganisationId } = scope;
      const assessment = found(await tx.find(AssessmentEntity, { id: assessmentId, supplierOrganisationId }));
      const [notice] = await tx.query<{ submission_number: number; reviews: SupplierReview[] }>(
        `SELECT submission_number, reviews FROM review_notices
         WHERE supplier_organisation_id = $1 AND assessment_id = $2 ORDER BY at DESC, id DESC LIMIT 1`,
        [supplierOrganisationId, assessmentId],
      );
      const shown = toSupplierReviews(readingStage(assessment), notice?.reviews ?? []);
      return {
        submissionNumber: shown.length === 0 ? null : (notice?.submission_number ?? null),
        items: shown.map(({ rejectedPieces, ...review }) => ({
          ...review,
          rejectedPieces: rejectedPieces.map((piece) => ({ ...piece })),
        })),
      };
    });
  }
}

function inputOf({ facts, answers, profile, asOf }: Scored): Parameters<typeof toldImprovements>[1] {
  return { context: facts.context, answers, weights: profile.weights, asOf };
}

async function readTold(tx: Tx, facts: AssessedFacts): Promise<SupplierReview[]> {
  const where = { organisationId: facts.organisationId, assessmentId: facts.assessmentId };
  const answers = await tx.manager.findBy(AnswerReviewEntity, where);
  const rejected = await tx.manager.findBy(EvidenceReviewEntity, { ...where, verdict: 'rejected' });
  const shown = new Set(
    facts.submission.pieces.flatMap(({ id, questions }) => questions.map((question) => `${question}/${id}`)),
  );
  const pieces = rejected.filter(({ questionId, evidenceId }) => shown.has(`${questionId}/${evidenceId}`));
  const questions = new Set([...answers, ...pieces].map(({ questionId }) => questionId));
  return [...questions].sort().flatMap((questionId): SupplierReview[] => {
    const row = answers.find((one) => one.questionId === questionId);
    const review: SupplierReview = {
      questionId,
      ...toJudged(row, facts),
      rejectedPieces: pieces
        .filter((piece) => piece.questionId === questionId)
        .map(({ evidenceId, note }) => ({ evidenceId, reason: note })),
    };
    const says = review.notApplicable ?? review.override ?? review.rejectedPieces[0];
    return says === undefined ? [] : [review];
  });
}

/** A judgement that lapsed is not told: it is on an answer that no longer stands. */
function toJudged(
  row: AnswerReviewEntity | undefined,
  { reviews }: AssessedFacts,
): Pick<SupplierReview, 'notApplicable' | 'override'> {
  const standing = row === undefined ? undefined : reviews[row.questionId];
  if (row === undefined || standing === undefined) return {};
  const { notApplicable, override } = standing;
  return {
    ...(notApplicable === undefined
      ? {}
      : { notApplicable: { decision: notApplicable, reason: row.naReason } }),
    ...(override === undefined ? {} : { override: { ...override, reason: row.overrideReason } }),
  };
}
