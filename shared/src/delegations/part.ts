import { findHidingClauses, questionsOfDocument } from '../answers/visibility.js';
import type { GivenAnswers } from '../answers/given-answer.js';
import type { Day } from '../calendar.js';
import { accept, fieldRefusal, pointer, refuse, type Decision } from '../decision.js';
import type { SupplierQuestion, SupplierQuestionnaire } from '../questionnaires/supplier-questionnaire.js';

/** What is handed over: whole themes, by code, and single questions, by id. */
export interface Part {
  readonly themes: readonly string[];
  readonly questions: readonly string[];
}

/** A part that stands in the questionnaire; a question of a theme that is handed over as a whole is not named again. */
export function decidePart(document: SupplierQuestionnaire, { themes, questions }: Part): Decision<Part> {
  const codes = new Set(document.themes.map(({ code }) => code));
  const ids = new Set(questionsOfDocument(document).map(({ id }) => id));
  const errors = [
    ...themes.flatMap((code, index) =>
      codes.has(code) ? [] : [fieldRefusal(pointer('themes', index), 'not-a-choice')],
    ),
    ...questions.flatMap((id, index) =>
      ids.has(id) ? [] : [fieldRefusal(pointer('questions', index), 'unknown-question')],
    ),
  ];
  if (errors.length > 0) return refuse('invalid-input', { errors });
  if (themes.length + questions.length === 0) {
    return refuse('invalid-input', { errors: [fieldRefusal('/themes', 'required')] });
  }
  const whole = new Set(themes);
  const inWhole = new Set(questionsOfPart(document, { themes, questions: [] }));
  return accept({
    themes: document.themes.flatMap(({ code }) => (whole.has(code) ? [code] : [])),
    questions: questionsOfDocument(document).flatMap(({ id }) =>
      questions.includes(id) && !inWhole.has(id) ? [id] : [],
    ),
  });
}

/** A day to answer by that is not over; one that is over already may stay as it was. */
export function decidePartDue(
  dueOn: Day | null,
  { today, before = null }: { readonly today: Day; readonly before?: Day | null },
): Decision<Day | null> {
  if (dueOn === null || dueOn >= today || dueOn === before) return accept(dueOn);
  return refuse('invalid-input', { errors: [fieldRefusal('/dueOn', 'date-in-past')] });
}

/** Ids of the questions of a part, in the order of the questionnaire. */
export function questionsOfPart(document: SupplierQuestionnaire, { themes, questions }: Part): string[] {
  return document.themes.flatMap((theme) =>
    theme.questions.flatMap(({ id }) => (themes.includes(theme.code) || questions.includes(id) ? [id] : [])),
  );
}

/**
 * The questionnaire as whoever was handed a part of it reads it: nothing of another question stands in it. Whether a question
 * is asked may hang on answers outside the part; that is settled here, with all the answers, and told by nothing but the
 * question being there or not.
 */
export function documentOfPart(
  document: SupplierQuestionnaire,
  part: ReadonlySet<string>,
  answers: GivenAnswers,
  asOf: Day,
): SupplierQuestionnaire {
  const hidden = findHidingClauses(document, answers, asOf);
  const inside = insideOf(document, part);
  const themes = document.themes.flatMap((theme) => {
    const questions = theme.questions.flatMap((question) => {
      if (!part.has(question.id)) return [];
      if (inside.has(question.id)) return [question];
      return hidden.has(question.id) ? [] : [withoutClauses(question)];
    });
    return questions.length === 0 ? [] : [{ ...theme, questions }];
  });
  const asked = themes.flatMap(({ questions }) => questions);
  const lessonIds = new Set(asked.flatMap(({ lessons }) => lessons));
  const lessons = document.lessons.filter(({ id }) => lessonIds.has(id));
  const sourceIds = new Set(lessons.map(({ source }) => source));
  return { ...document, themes, lessons, sources: document.sources.filter(({ id }) => sourceIds.has(id)) };
}

/** Questions whose clauses look, near and far, at nothing outside the part. */
function insideOf(document: SupplierQuestionnaire, part: ReadonlySet<string>): ReadonlySet<string> {
  const inside = new Set<string>();
  // A clause looks at a question that comes before: one pass settles them all.
  for (const { id, hiddenWhen = [] } of questionsOfDocument(document)) {
    if (part.has(id) && hiddenWhen.every(({ q }) => inside.has(q))) inside.add(id);
  }
  return inside;
}

function withoutClauses(question: SupplierQuestion): SupplierQuestion {
  const copy: Mutable<SupplierQuestion> = { ...question };
  delete copy.hiddenWhen;
  return copy;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface PartProgress {
  /** Questions of the part that are asked today. */
  readonly questions: number;
  readonly answered: number;
}

/** How far a part is: what is answered of what is asked, tables with missing rows not being answered. */
export function progressOfPart(
  document: SupplierQuestionnaire,
  part: Part,
  answers: GivenAnswers,
  answeredIds: ReadonlySet<string>,
  asOf: Day,
): PartProgress {
  const hidden = findHidingClauses(document, answers, asOf);
  const asked = questionsOfPart(document, part).filter((id) => !hidden.has(id));
  return { questions: asked.length, answered: asked.filter((id) => answeredIds.has(id)).length };
}
