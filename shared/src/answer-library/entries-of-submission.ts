import { questionsOfDocument } from '../answers/visibility.js';
import type { Submission } from '../assessments/submit.js';
import type { SupplierQuestionnaire } from '../questionnaires/supplier-questionnaire.js';
import type { GivenAnswer } from '../answers/given-answer.js';
import type { LibraryAnswer, LibraryContent } from './library-entry.js';
import { toLibraryQuestion } from './library-question.js';

export interface SubmittedEntry extends LibraryContent {
  /** Ids of the pieces that stood beside the answer. */
  readonly pieces: readonly string[];
}

/** What a submission leaves in the supplier's library. */
export function entriesOfSubmission(
  document: SupplierQuestionnaire,
  { answers, pieces }: Pick<Submission, 'answers' | 'pieces'>,
): SubmittedEntry[] {
  return questionsOfDocument(document).flatMap((question): SubmittedEntry[] => {
    const beside = pieces.filter(({ questions }) => questions.includes(question.id)).map(({ id }) => id);
    const given = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    const answer = toLibraryAnswer(given, beside.length > 0);
    return answer === undefined ? [] : [{ question: toLibraryQuestion(question), answer, pieces: beside }];
  });
}

function toLibraryAnswer(given: GivenAnswer | undefined, hasPieces: boolean): LibraryAnswer | undefined {
  if (given?.state === 'answered' || given?.state === 'na') return given;
  return given?.state !== 'refused' && hasPieces ? { state: 'pieces' } : undefined;
}
