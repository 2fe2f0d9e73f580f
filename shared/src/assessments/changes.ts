import { findGiven, type GivenAnswer, type GivenAnswers } from '../answers/given-answer.js';
import { canonicalJson } from '../proof/canonical-json.js';

interface ShownPiece {
  readonly id: string;
  readonly name: string;
  readonly questions: readonly string[];
}

/** What was said and shown at one moment: a submission, or the sheet as it stands. */
export interface Standing {
  readonly answers: GivenAnswers;
  readonly pieces: readonly ShownPiece[];
}

/** One question about which something is not as it was. */
export interface QuestionChange {
  readonly questionId: string;
  /** Nothing: no answer was there, or the question was not asked. */
  readonly before: GivenAnswer | undefined;
  readonly after: GivenAnswer | undefined;
  readonly piecesAdded: readonly string[];
  readonly piecesRemoved: readonly string[];
}

/** What changed from one moment to the next, in the order of the questions; an answer taken back is none. */
export function deriveChanges(
  before: Standing,
  after: Standing,
  questionIds: readonly string[],
): QuestionChange[] {
  return questionIds.flatMap((questionId): QuestionChange[] => {
    const change = {
      questionId,
      before: answerOf(before, questionId),
      after: answerOf(after, questionId),
      piecesAdded: namesMissing(after, before, questionId),
      piecesRemoved: namesMissing(before, after, questionId),
    };
    const same =
      canonicalJson(change.before ?? null) === canonicalJson(change.after ?? null) &&
      change.piecesAdded.length + change.piecesRemoved.length === 0;
    return same ? [] : [change];
  });
}

function answerOf({ answers }: Standing, questionId: string): GivenAnswer | undefined {
  const answer = findGiven(answers, questionId);
  return answer?.state === 'cleared' ? undefined : answer;
}

/** Names of the pieces that stand beside the question here and not there. */
function namesMissing(here: Standing, there: Standing, questionId: string): string[] {
  const known = new Set(beside(there, questionId).map(({ id }) => id));
  return beside(here, questionId).flatMap(({ id, name }) => (known.has(id) ? [] : [name]));
}

function beside({ pieces }: Standing, questionId: string): ShownPiece[] {
  return pieces.filter(({ questions }) => questions.includes(questionId));
}
