import type { Knockout, Localised, Question, QuestionnaireDocument } from '../questionnaires/document.js';
import { bank } from './bank.js';

const text = (word: string): Localised => ({ fr: word, en: word });

const common = {
  weight: 1,
  evidence: { need: 'required', kinds: [] },
  notApplicable: true,
  knockouts: [],
  ref: [],
  severity: 'low',
} as const;

/** yes 0, partly 0.5, no 1 */
export function aSingle(id: string, more: Partial<Question> = {}): Question {
  const options = [
    { value: 'yes', label: text('yes'), risk: 0 },
    { value: 'partly', label: text('partly'), risk: 0.5 },
    { value: 'no', label: text('no'), risk: 1 },
  ];
  return { ...common, id, text: text(id), type: 'single', options, ...more } as Question;
}

export function aText(
  id: string,
  more: { readonly mandatory?: boolean; readonly risk?: number } = {},
): Question {
  return { ...common, id, text: text(id), type: 'text', ...more };
}

/** A document of one theme per list of questions, of weight 1 each; tiers, grades and levels are those of the bank. */
export function aDocument(
  themes: Readonly<Record<string, readonly Question[]>>,
  knockouts: readonly Omit<Knockout, 'flag' | 'ref' | 'text'>[] = [],
): QuestionnaireDocument {
  return {
    ...bank,
    presets: [],
    lessons: [],
    consistencyChecks: [],
    knockouts: knockouts.map((knockout) => ({
      flag: 'cap_D',
      ref: [],
      text: text(knockout.id),
      ...knockout,
    })),
    themes: Object.entries(themes).map(([code, questions]) => ({
      code,
      title: text(code),
      weight: 1,
      mandatory: true,
      questions,
    })),
  };
}
