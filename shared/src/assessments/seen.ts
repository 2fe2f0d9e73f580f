import { findGiven } from '../answers/given-answer.js';
import { canonicalJson } from '../proof/canonical-json.js';
import type { Submission } from './submit.js';

type Said = Pick<Submission, 'answers' | 'pieces'>;

/** Everything a reviewer sees of a question: what was said, the comment beside it, the pieces. */
function shownText(submission: Said, questionId: string): string {
  const pieces = submission.pieces.filter(({ questions }) => questions.includes(questionId));
  return canonicalJson([
    findGiven(submission.answers, questionId) ?? null,
    pieces.map(({ id }) => id).sort(),
  ]);
}

/** A question that was looked at stays seen in later submissions until something about it changes. */
export function isSeen(current: Said, seen: Said | undefined, questionId: string): boolean {
  return seen !== undefined && shownText(current, questionId) === shownText(seen, questionId);
}

/** The last of the earlier submissions, oldest first, that said something else. */
export function findPrevious<T extends Said>(
  current: Said,
  earlier: readonly T[],
  questionId: string,
): T | undefined {
  const now = answerText(current, questionId);
  return earlier.findLast((submission) => answerText(submission, questionId) !== now);
}

function answerText({ answers }: Pick<Said, 'answers'>, questionId: string): string {
  return canonicalJson(findGiven(answers, questionId) ?? null);
}

/** Whether there is anything to look at: an answer, or a piece. */
export function saysSomething({ answers, pieces }: Said, questionId: string): boolean {
  return (
    findGiven(answers, questionId) !== undefined ||
    pieces.some(({ questions }) => questions.includes(questionId))
  );
}
