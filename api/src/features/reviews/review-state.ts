import { findGiven } from '@probant/shared/answers/given-answer';
import { judgedText } from '@probant/shared/assessments/judgement';
import { possibleActs } from '@probant/shared/assessments/lifecycle';
import { isSeen, saysSomething } from '@probant/shared/assessments/seen';
import { parisDay } from '@probant/shared/calendar';
import { assignableLevels, deriveFreshness } from '@probant/shared/evidence/freshness';
import type { Question } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { readFindings } from '../findings/findings.public.js';
import { toScore, type Scored } from '../scoring/scoring.public.js';
import type { QuestionReviewResponse, ReviewedPieceResponse, ReviewStateResponse } from './reviews.dto.js';
import { AnswerReviewEntity, EvidenceReviewEntity } from './reviews.entity.js';
import { readScans, readSubmissions, type KeptSubmission } from './submitted.js';

/** A review as it stands, worked out from the rows that were kept. */
export async function readReviewState(tx: Tx, scope: Scope, scored: Scored): Promise<ReviewStateResponse> {
  const { organisationId, assessmentId, submission, submissionId, status } = scored.facts;
  const where = { organisationId, assessmentId };
  const answerReviews = await tx.manager.findBy(AnswerReviewEntity, where);
  const pieceReviews = await tx.manager.findBy(EvidenceReviewEntity, where);
  const submissions = await readSubmissions(tx, organisationId, assessmentId);
  const scans = await readScans(tx, organisationId, submissionId);
  const questions = questionsById(scored);
  return {
    status,
    possible: possibleActs(status, scope.roles),
    questions: toQuestions(scored, answerReviews, submissions),
    pieces: submission.pieces.map((piece): ReviewedPieceResponse => {
      const scan = scans.get(piece.id);
      return {
        evidenceId: piece.id,
        name: piece.name,
        kind: piece.kind,
        datedOn: piece.datedOn ?? null,
        expiresOn: piece.expiresOn ?? null,
        sha256: piece.sha256,
        bytes: piece.bytes,
        mediaType: piece.mediaType,
        scanEngine: scan?.scan_engine ?? '',
        scanPartial: scan?.scan_partial ?? true,
        uploadedAt: (scan?.uploaded_at ?? new Date(submission.submittedAt)).toISOString(),
        levels: [...assignableLevels(piece)],
        questions: piece.questions.map((questionId) => {
          const review = pieceReviews.find(
            (one) => one.evidenceId === piece.id && one.questionId === questionId,
          );
          const maxAgeMonths = questions.get(questionId)?.evidence.maxAgeMonths;
          return {
            questionId,
            verdict: review?.verdict ?? 'unexamined',
            level: review?.level ?? null,
            note: review?.note ?? '',
            freshness: deriveFreshness(piece, maxAgeMonths, parisDay(scored.asOf)),
            revision: review?.revision ?? 0,
            byName: review?.updatedByName ?? null,
            at: review?.updatedAt.toISOString() ?? null,
          };
        }),
      };
    }),
    findings: await readFindings(tx, organisationId, assessmentId, parisDay(scored.asOf)),
    score: toScore(scored),
  };
}

function questionsById({ version }: Scored): ReadonlyMap<string, Question> {
  return new Map(version.document.themes.flatMap((theme) => theme.questions.map((one) => [one.id, one])));
}

function toQuestions(
  scored: Scored,
  reviews: readonly AnswerReviewEntity[],
  submissions: readonly KeptSubmission[],
): QuestionReviewResponse[] {
  const { submission, pieces } = scored.facts;
  const byQuestion = new Map(reviews.map((review) => [review.questionId, review]));
  const undecided = new Set(scored.undecided);
  return scored.range.score.lines
    .filter(({ status }) => status !== 'out-of-scope')
    .map(({ question }) => {
      const review = byQuestion.get(question);
      const looked = submissions.find(({ number }) => number === review?.seenSubmission);
      const seen = isSeen(submission, looked, question);
      const unexamined = (pieces[question] ?? []).some(({ verdict }) => verdict === 'unexamined');
      const says = saysSomething(submission, question);
      return {
        questionId: question,
        toSee: says && (!seen || unexamined || undecided.has(question)),
        seen,
        notApplicable: toClaim(scored, review),
        override: toOverride(scored, review),
        note: review?.note ?? '',
        revision: review?.revision ?? 0,
        byName: review?.updatedByName ?? null,
        at: review?.updatedAt.toISOString() ?? null,
      };
    });
}

function toClaim(
  { facts }: Scored,
  review: AnswerReviewEntity | undefined,
): QuestionReviewResponse['notApplicable'] {
  if (!review?.naDecision) return null;
  const claimed = findGiven(facts.answers, review.questionId)?.state === 'na';
  return {
    decision: review.naDecision,
    reason: review.naReason,
    stands: claimed && review.naAnswerSha256 === answerHash(facts.answers, review.questionId),
  };
}

function toOverride(
  { facts }: Scored,
  review: AnswerReviewEntity | undefined,
): QuestionReviewResponse['override'] {
  if (!review?.overrideState) return null;
  return {
    state: review.overrideState,
    value: review.overrideValue,
    reason: review.overrideReason,
    stands: review.overrideAnswerSha256 === answerHash(facts.answers, review.questionId),
  };
}

/** What a judgement is on; see `judgedText`. */
export function answerHash(answers: Scored['facts']['answers'], questionId: string): string {
  return sha256(judgedText(answers, questionId));
}
