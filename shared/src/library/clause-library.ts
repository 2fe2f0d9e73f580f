import type { Localised, QuestionnaireDocument } from '../questionnaires/document.js';
import {
  fault,
  listAt,
  localisedIn,
  numberAt,
  optional,
  readMapping,
  refuseTwice,
  textAt,
  textsAt,
} from './read-yaml.js';
import { typeset } from './typeset.js';

/** A clause that a contract of this kind should hold. The model wording is French: it goes into a contract under French law. */
export interface Clause {
  readonly id: string;
  /** Number of the point of the guide sheet's ten. */
  readonly keyPoint?: number;
  readonly questions: readonly string[];
  readonly ref: readonly string[];
  readonly title: Localised;
  readonly model: string;
}

/** The clause library, as its YAML file is read; throws with the place of what is wrong. */
export function parseClauseLibrary(yaml: unknown, bank: QuestionnaireDocument): readonly Clause[] {
  const clauses = listAt(readMapping(yaml, '', ['clauses']), 'clauses', parseClause);
  const questions = new Set(bank.themes.flatMap((theme) => theme.questions.map((question) => question.id)));
  const lessons = new Set(bank.lessons.map((lesson) => lesson.id));
  for (const clause of clauses) {
    const stranger =
      clause.questions.find((id) => !questions.has(id)) ?? clause.ref.find((id) => !lessons.has(id));
    if (stranger !== undefined) throw fault(`/clauses/${clause.id}`, `"${stranger}" does not exist`);
  }
  refuseTwice(
    clauses.map((clause) => clause.id),
    '/clauses',
  );
  return clauses;
}

function parseClause(value: unknown, place: string): Clause {
  const mapping = readMapping(value, place, ['id', 'kp', 'q', 'ref', 'fr', 'en', 'model']);
  return {
    id: textAt(mapping, 'id'),
    ...optional(mapping, 'kp', 'keyPoint', numberAt),
    questions: textsAt(mapping, 'q'),
    ref: textsAt(mapping, 'ref'),
    title: localisedIn(mapping),
    model: typeset(textAt(mapping, 'model'), 'fr'),
  };
}
