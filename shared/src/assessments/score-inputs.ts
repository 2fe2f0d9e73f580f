import { findGiven, type GivenAnswer, type GivenAnswers } from '../answers/given-answer.js';
import type { Instant } from '../calendar.js';
import { canonicalJson } from '../proof/canonical-json.js';
import type { AnswerValue, Question, QuestionnaireDocument } from '../questionnaires/document.js';
import type { Answer, Answers } from '../scoring/answer.js';
import { asPiece, type Verification } from '../findings/verification.js';
import { strengthOfPiece, type ReviewedPiece } from '../scoring/evidence-strength.js';

/** What the buyer decided on one answer. */
export interface AnswerReview {
  readonly notApplicable?: 'accepted' | 'refused';
  /** Replaces the answer, never the strength of its proof. */
  readonly override?:
    { readonly state: 'answered'; readonly value: AnswerValue } | { readonly state: 'refused' };
}

export interface ReviewedSubmission {
  readonly answers: GivenAnswers;
  /** By question; a piece that stands beside several questions is reviewed for each. */
  readonly pieces: Readonly<Record<string, readonly ReviewedPiece[]>>;
  readonly reviews: Readonly<Record<string, AnswerReview>>;
  /** By question: what was corrected since, and verified. */
  readonly verified?: Readonly<Record<string, Verification>>;
}

/** A submission and its review as the score reads them on a day: what was not said is absent, and absent is missing. */
export function toScoreAnswers(
  document: QuestionnaireDocument,
  submission: ReviewedSubmission,
  asOf: Instant,
): Answers {
  const entries = document.themes.flatMap((theme) =>
    theme.questions.flatMap((question): [string, Answer][] => {
      const verified = own(submission.verified ?? {}, question.id);
      const shown = own(submission.pieces, question.id) ?? [];
      const claimed = whatWasSaid(question, submission, shown.length);
      const said = verified === undefined ? claimed : { v: verified.value };
      const pieces =
        verified === undefined ? shown : [...stillProving(shown, claimed, verified), asPiece(verified)];
      if (said === undefined) return [];
      const ev = pieces.map((piece) =>
        strengthOfPiece(document, piece, question.evidence.maxAgeMonths, asOf),
      );
      return [[question.id, ev.length === 0 ? said : { ...said, ev }]];
    }),
  );
  return Object.fromEntries(entries);
}

/** Pieces that nobody has examined yet: while there is one, the score says "before review". */
export function countUnexamined(pieces: ReviewedSubmission['pieces']): number {
  return Object.values(pieces)
    .flat()
    .filter(({ verdict }) => verdict === 'unexamined').length;
}

/** Claims that a question does not apply, which nobody has decided. */
export function undecidedClaims({
  answers,
  reviews,
}: Pick<ReviewedSubmission, 'answers' | 'reviews'>): string[] {
  return Object.keys(answers).filter((id) => {
    const review = own(reviews, id);
    return (
      findGiven(answers, id)?.state === 'na' &&
      review?.notApplicable === undefined &&
      review?.override === undefined
    );
  });
}

/** Claims that were refused: the question then counts as unanswered, and its finding is raised. */
export function refusedClaims({
  answers,
  reviews,
}: Pick<ReviewedSubmission, 'answers' | 'reviews'>): string[] {
  return Object.keys(answers).filter((id) => {
    const review = own(reviews, id);
    return (
      findGiven(answers, id)?.state === 'na' &&
      review?.notApplicable === 'refused' &&
      review.override === undefined
    );
  });
}

/** What was shown for an answer proves nothing of another that has taken its place. */
function stillProving(
  shown: readonly ReviewedPiece[],
  claimed: Answer | undefined,
  { value }: Verification,
): readonly ReviewedPiece[] {
  const isSame = claimed !== undefined && 'v' in claimed && canonicalJson(claimed.v) === canonicalJson(value);
  return isSame ? shown : [];
}

function whatWasSaid(question: Question, submission: ReviewedSubmission, pieces: number): Answer | undefined {
  const review = own(submission.reviews, question.id);
  if (review?.override !== undefined) return fromOverride(review.override);
  const given = findGiven(submission.answers, question.id);
  if (given !== undefined) return fromGiven(given, review);
  // A file question is answered by the piece itself.
  return question.type === 'file' && pieces > 0 ? { v: pieces } : undefined;
}

function fromOverride(override: NonNullable<AnswerReview['override']>): Answer {
  return override.state === 'answered' ? { v: override.value } : { refused: true };
}

function fromGiven(given: GivenAnswer, review: AnswerReview | undefined): Answer | undefined {
  switch (given.state) {
    case 'answered':
      return { v: given.value };
    case 'refused':
      return { refused: true };
    case 'na':
      return { na: review?.notApplicable === 'accepted' ? 'accepted' : 'pending' };
    case 'cleared':
      return undefined;
  }
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
