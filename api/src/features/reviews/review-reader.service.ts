import { Injectable } from '@nestjs/common';
import { findGiven, type GivenAnswer } from '@probant/shared/answers/given-answer';
import { findPrevious } from '@probant/shared/assessments/seen';
import type { Submission } from '@probant/shared/assessments/submit';
import type { AssessmentId } from '@probant/shared/ids';
import type { EngagementContext, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { traceInherentTier } from '@probant/shared/scoring/inherent-tier';
import { raisingFacts, tierReasonInWords } from '@probant/shared/suppliers/tier-reasons';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail, found } from '../../platform/http/problem.js';
import { AssessmentEntity } from '../assessments/assessments.public.js';
import { readThreads } from '../clarifications/clarifications.public.js';
import type { LocalisedResponse } from '../library/library.public.js';
import { Scoring } from '../scoring/scoring.public.js';
import { readReviewState } from './review-state.js';
import type { PreviousAnswerResponse, ReviewedAnswerResponse, ReviewResponse } from './reviews.dto.js';
import { readSubmissions, type KeptSubmission } from './submitted.js';

interface FrameRow {
  readonly engagement_name: string;
  readonly supplier_id: string;
  readonly supplier_name: string;
  readonly tier: string;
  readonly points: number;
  readonly context: EngagementContext;
}

/** Everything that a reviewer has before them: what was asked, what was said and shown, what was judged, what it scores. */
@Injectable()
export class ReviewReader {
  constructor(
    private readonly work: Work,
    private readonly scoring: Scoring,
  ) {}

  read(scope: Scope, id: AssessmentId): Promise<ReviewResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId: buyerId } = scope;
      const assessment = found(await tx.find(AssessmentEntity, { buyerId, id }));
      const scored = await this.scoring.findLive(tx, buyerId, id);
      // Nothing was submitted: there is nothing to review.
      if (scored === undefined) return fail('transition-refused', { params: { status: assessment.status } });
      const frame = await readFrame(tx, scope, id);
      const submissions = await readSubmissions(tx, buyerId, id);
      return {
        ...(await readReviewState(tx, scope, scored)),
        assessmentId: id,
        engagementId: assessment.engagementId,
        engagementName: frame.engagement_name,
        supplierId: frame.supplier_id,
        supplierName: frame.supplier_name,
        title: assessment.title,
        tier: frame.tier,
        points: frame.points,
        raisedBy: raisedBy(scored.version.document, frame.context),
        document: scored.version.document,
        submissions: submissions
          .toReversed()
          .map(({ id: submissionId, number, submittedAt, attestedBy, sha256 }) => ({
            id: submissionId,
            number,
            submittedAt,
            attestedBy: attestedBy.name,
            sha256,
          })),
        answers: Object.entries(scored.facts.submission.answers).map(([questionId, answer]) =>
          toAnswer(scored.facts.submission, questionId, answer),
        ),
        previous: toPrevious(scored.facts.submission, submissions),
        threads: await readThreads(tx, assessment, id, {
          party: 'buyer',
          organisationId: buyerId,
          accountId: scope.accountId,
        }),
      };
    });
  }
}

function readFrame(tx: Tx, { organisationId }: Scope, id: AssessmentId): Promise<FrameRow> {
  return tx.get<FrameRow>(
    `SELECT engagement_name, supplier_id, supplier_name, tier, points, context FROM assessment_frames
     WHERE organisation_id = $1 AND assessment_id = $2`,
    [organisationId, id],
  );
}

/** Why the tier is above what its points give, in words; nothing when it is not. */
function raisedBy(document: QuestionnaireDocument, context: EngagementContext): LocalisedResponse[] {
  return raisingFacts(document, context, traceInherentTier(document, context)).map((reason) => ({
    fr: tierReasonInWords(reason, 'fr'),
    en: tierReasonInWords(reason, 'en'),
  }));
}

function toAnswer(
  { authors = {} }: Submission,
  questionId: string,
  answer: GivenAnswer,
): ReviewedAnswerResponse {
  const author = Object.hasOwn(authors, questionId) ? authors[questionId] : undefined;
  return {
    questionId,
    state: answer.state,
    value: answer.state === 'answered' ? answer.value : null,
    comment: answer.comment ?? '',
    justification: answer.state === 'na' ? answer.justification : '',
    savedBy: author?.by.name ?? null,
    savedAt: author?.at ?? null,
  };
}

function toPrevious(current: Submission, submissions: readonly KeptSubmission[]): PreviousAnswerResponse[] {
  const earlier = submissions.filter(({ number }) => number < current.number);
  const questions = new Set([current, ...earlier].flatMap(({ answers }) => Object.keys(answers)));
  return [...questions].flatMap((questionId): PreviousAnswerResponse[] => {
    const before = findPrevious(current, earlier, questionId);
    if (before === undefined) return [];
    const answer = findGiven(before.answers, questionId);
    return [
      {
        questionId,
        number: before.number,
        submittedAt: before.submittedAt,
        answer: answer === undefined ? null : toAnswer(before, questionId, answer),
      },
    ];
  });
}
