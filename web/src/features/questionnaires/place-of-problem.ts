import type { Question, QuestionnaireDocument, Theme } from '@probant/shared/questionnaires/document';

export interface Place {
  readonly theme: Theme;
  readonly question: Question | undefined;
}

/** The theme, and the question if there is one, that a JSON pointer into the document leads through. */
export function placeOf(document: QuestionnaireDocument, pointer: string): Place | undefined {
  const [, list, themeIndex, inner, questionIndex] = pointer.split('/');
  if (list !== 'themes') return undefined;
  const theme = document.themes[Number(themeIndex)];
  if (theme === undefined) return undefined;
  return {
    theme,
    question:
      inner === 'questions' && questionIndex !== undefined
        ? theme.questions[Number(questionIndex)]
        : undefined,
  };
}
