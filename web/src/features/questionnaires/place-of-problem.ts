import type {
  Knockout,
  Question,
  QuestionnaireDocument,
  Theme,
} from '@probant/shared/questionnaires/document';
import { questionsOfCheck } from '@probant/shared/questionnaires/narrow-document';

export type Place =
  | { readonly kind: 'theme'; readonly theme: Theme }
  | { readonly kind: 'question'; readonly theme: Theme; readonly question: Question }
  | { readonly kind: 'knockout'; readonly knockout: Knockout };

/** What a JSON pointer into the document leads through, or is about. */
export function placeOf(document: QuestionnaireDocument, pointer: string): Place | undefined {
  const [, list, first, inner, second] = pointer.split('/');
  if (list === 'knockouts') {
    const knockout = document.knockouts[Number(first)];
    return knockout && { kind: 'knockout', knockout };
  }
  if (list === 'consistencyChecks') {
    const check = document.consistencyChecks[Number(first)];
    return check && placeOfFirst(document, questionsOfCheck(check.when));
  }
  const theme = list === 'themes' ? document.themes[Number(first)] : undefined;
  if (theme === undefined) return undefined;
  const question = inner === 'questions' ? theme.questions[Number(second ?? NaN)] : undefined;
  return question === undefined ? { kind: 'theme', theme } : { kind: 'question', theme, question };
}

function placeOfFirst(document: QuestionnaireDocument, keys: readonly string[]): Place | undefined {
  for (const theme of document.themes) {
    const question = theme.questions.find(({ id }) => keys.includes(id));
    if (question !== undefined) return { kind: 'question', theme, question };
  }
  return undefined;
}

/** The address of the place in the draft. */
export function searchOf(place: Place | undefined): string {
  switch (place?.kind) {
    case undefined:
      return '';
    case 'knockout':
      return `?${new URLSearchParams({ knockout: place.knockout.id }).toString()}`;
    case 'question':
      return `?${new URLSearchParams({ q: place.question.id }).toString()}`;
    case 'theme':
      return `?${new URLSearchParams({ theme: place.theme.code }).toString()}`;
  }
}

/** The name of what the pointer is about, where it is no question: a contradiction. */
export function subjectOf(document: QuestionnaireDocument, pointer: string): string | undefined {
  const [, list, index] = pointer.split('/');
  if (list === 'consistencyChecks') return document.consistencyChecks[Number(index)]?.id;
  return undefined;
}
