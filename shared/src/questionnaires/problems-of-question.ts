import { pointer, type FieldRefusal } from '../decision.js';
import type { Question, QuestionnaireDocument } from './document.js';
import { narrowDocument } from './narrow-document.js';
import { validateDocument } from './validate-document.js';

/** What would keep the question, as it is being written, from being published; by pointer into the question. */
export function problemsOfQuestion(
  document: QuestionnaireDocument,
  themeCode: string,
  question: Question,
): readonly FieldRefusal[] {
  const narrow = narrowDocument(withQuestion(document, themeCode, question));
  const validated = validateDocument(narrow);
  if (validated.accepted) return [];
  const places = narrow.themes.flatMap((theme, themeIndex) =>
    theme.questions.flatMap(({ id }, index) =>
      id === question.id ? [pointer('themes', themeIndex, 'questions', index)] : [],
    ),
  );
  return (validated.refusal.errors ?? []).flatMap((error) => {
    const at = places.find((place) => error.pointer.startsWith(`${place}/`));
    return at === undefined ? [] : [{ ...error, pointer: error.pointer.slice(at.length) }];
  });
}

function withQuestion(
  document: QuestionnaireDocument,
  themeCode: string,
  question: Question,
): QuestionnaireDocument {
  const known = document.themes.some((theme) => theme.questions.some(({ id }) => id === question.id));
  return {
    ...document,
    themes: document.themes.map((theme) => ({
      ...theme,
      questions: known
        ? theme.questions.map((one) => (one.id === question.id ? question : one))
        : theme.code === themeCode
          ? [...theme.questions, question]
          : theme.questions,
    })),
  };
}
