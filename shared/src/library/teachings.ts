import type { Localised, QuestionnaireDocument } from '../questionnaires/document.js';
import { fault, localisedAt, readMapping } from './read-yaml.js';

/** What each lesson taught, in our own words, by its id. */
export type Teachings = Readonly<Record<string, Localised>>;

/** Every lesson of the bank has one, and nothing else has; throws with what is missing or too much. */
export function parseTeachings(yaml: unknown, bank: QuestionnaireDocument): Teachings {
  const mapping = readMapping(
    yaml,
    '',
    bank.lessons.map(({ id }) => id),
  );
  const missing = bank.lessons.find(({ id }) => !mapping.entries.has(id));
  if (missing !== undefined) throw fault(`/${missing.id}`, 'the lesson teaches nothing');
  return Object.fromEntries(bank.lessons.map(({ id }) => [id, localisedAt(mapping, id)]));
}
