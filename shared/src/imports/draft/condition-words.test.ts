import type { ImportedCondition, ImportedQuestion } from '../imported-questionnaire.js';
import { condensed } from './condition-words.js';

const questions = new Map<string, ImportedQuestion>();
const yes: ImportedCondition = { q: 'A1', option: 'oui' };
const no: ImportedCondition = { q: 'A2', option: 'non' };

test.each<[ImportedCondition, string, string]>([
  [yes, 'A1 = oui', 'A1 = oui'],
  [{ not: yes }, 'A1 ≠ oui', 'A1 ≠ oui'],
  [{ all: [yes, { not: no }] }, 'A1 = oui et (A2 ≠ non)', 'A1 = oui and (A2 ≠ non)'],
  [{ not: { any: [yes, no] } }, 'non (A1 = oui ou A2 = non)', 'not (A1 = oui or A2 = non)'],
])('%j reads after “if”', (condition, fr, en) => {
  expect([condensed(condition, questions, 'fr'), condensed(condition, questions, 'en')]).toEqual([fr, en]);
});
