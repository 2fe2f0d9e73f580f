import type { GivenAnswer } from '../answers/given-answer.js';
import { canonicalJson } from '../proof/canonical-json.js';
import type { LibraryQuestion } from './library-question.js';

/** How an answer came into the library. */
export const librarySourceKinds = ['submission', 'pack', 'edit'] as const;
export type LibrarySourceKind = (typeof librarySourceKinds)[number];

export const libraryStates = ['answered', 'na', 'pieces'] as const;
export type LibraryState = (typeof libraryStates)[number];

/** What is worth saying again: a refusal is not. `pieces` stands beside a question that was answered with pieces alone. */
export type LibraryAnswer =
  Extract<GivenAnswer, { readonly state: 'answered' | 'na' }> | { readonly state: 'pieces' };

export interface LibraryContent {
  readonly question: LibraryQuestion;
  readonly answer: LibraryAnswer;
}

/** Its hash is the entry's identity: the same answer to the same question, given to three buyers, is one entry with three sources. */
export function contentText({ question, answer }: LibraryContent): string {
  return canonicalJson({ question, answer });
}

/** Its hash tells whether two entries answer the very same question. */
export function questionText(question: LibraryQuestion): string {
  return canonicalJson(question);
}
