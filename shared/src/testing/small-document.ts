import type { Question, QuestionnaireDocument } from '../questionnaires/document.js';
import { validateDocument } from '../questionnaires/validate-document.js';
import { bank } from './bank.js';

export const texts = { fr: 'Texte', en: 'Text' };
export const plain = {
  text: texts,
  weight: 1,
  evidence: { need: 'none', kinds: [] },
  notApplicable: false,
  knockouts: [],
  ref: [],
  severity: 'low',
} as const;
export const yesNo: Extract<Question, { type: 'single' | 'multi' }> = {
  ...plain,
  id: 'Q-1',
  type: 'single',
  options: [
    { value: 'oui', label: texts, risk: 0 },
    { value: 'non', label: texts, risk: 1 },
  ],
};
export const hours: Question = {
  ...plain,
  id: 'Q-1',
  type: 'number',
  unit: texts,
  curve: [
    [0, 0],
    [10, 1],
  ],
  noneRisk: 1,
};
export const table: Question = {
  ...plain,
  id: 'Q-1',
  type: 'table',
  columns: [{ key: 'activity', type: 'enum', label: texts, values: [{ value: 'a', label: texts }] }],
  rowRisk: [{ when: { activity: 'a' }, risk: 0 }],
  rowsRequired: ['a'],
};
export const ticks: Question = {
  ...plain,
  id: 'Q-1',
  type: 'multi',
  options: Array.from({ length: 13 }, (_, n) => ({ value: `o${n}`, label: texts, credit: 0.05 })),
};

/** A questionnaire of one theme with these questions; they are what is tried, so they may be anything. */
export function aDocument(
  questions: readonly unknown[],
  change: Partial<QuestionnaireDocument> = {},
): QuestionnaireDocument {
  return {
    ...bank,
    presets: [],
    knockouts: [],
    consistencyChecks: [],
    themes: [{ code: 'T', title: texts, weight: 1, mandatory: true, questions: questions as Question[] }],
    ...change,
  };
}

/** Every refusal of publishing it, as "pointer code". */
export function publishRefusals(document: QuestionnaireDocument): string[] {
  const decision = validateDocument(document);
  if (decision.accepted) return [];
  return (decision.refusal.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
}
