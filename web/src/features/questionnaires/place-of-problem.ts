import type { Question, QuestionnaireDocument, Theme } from '@probant/shared/questionnaires/document';
import { questionsIn, questionsOfCheck } from '@probant/shared/questionnaires/narrow-document';

export interface Place {
  readonly theme: Theme;
  readonly question: Question | undefined;
}

/** The theme, and the question if there is one, that a JSON pointer into the document leads through, or that it is about. */
export function placeOf(document: QuestionnaireDocument, pointer: string): Place | undefined {
  const [, list, first, inner, second] = pointer.split('/');
  if (list === 'knockouts') {
    const knockout = document.knockouts[Number(first)];
    return knockout && placeOfFirst(document, questionsIn(knockout.when));
  }
  if (list === 'consistencyChecks') {
    const check = document.consistencyChecks[Number(first)];
    return check && placeOfFirst(document, questionsOfCheck(check.when));
  }
  const theme = list === 'themes' ? document.themes[Number(first)] : undefined;
  if (theme === undefined) return undefined;
  return {
    theme,
    question: inner === 'questions' && second !== undefined ? theme.questions[Number(second)] : undefined,
  };
}

function placeOfFirst(document: QuestionnaireDocument, keys: readonly string[]): Place | undefined {
  for (const theme of document.themes) {
    const question = theme.questions.find(({ id }) => keys.includes(id));
    if (question !== undefined) return { theme, question };
  }
  return undefined;
}

/** The name of what the pointer is about, where it is no question: a knock-out, a contradiction. */
export function subjectOf(document: QuestionnaireDocument, pointer: string): string | undefined {
  const [, list, index] = pointer.split('/');
  if (list === 'knockouts') return document.knockouts[Number(index)]?.id;
  if (list === 'consistencyChecks') return document.consistencyChecks[Number(index)]?.id;
  return undefined;
}
