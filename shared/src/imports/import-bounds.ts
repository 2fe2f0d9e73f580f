import type { UnreadableImport } from './imported-questionnaire.js';
import { unreadable } from './said.js';

/** What an import reads at most; beyond, the file is refused, so that a hostile one costs no more than a large one. */
export const importBounds = {
  /** Levels of lists and objects in one another. */
  depth: 100,
  questions: 10_000,
} as const;

export function tooDeep(where: string): UnreadableImport {
  return unreadable(
    where,
    `plus de ${importBounds.depth} niveaux imbriqués`,
    `more than ${importBounds.depth} levels in one another`,
  );
}

export function tooManyQuestions(where: string): UnreadableImport {
  return unreadable(
    where,
    `plus de ${importBounds.questions} questions`,
    `more than ${importBounds.questions} questions`,
  );
}
