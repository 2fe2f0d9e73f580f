import { condensed } from './condition-words.js';
import type { Localised } from '../../questionnaires/document.js';
import type { ImportedQuestion } from '../imported-questionnaire.js';

export const guessable = ['type', 'options', 'risk', 'section', 'condition'] as const;
export type Guessed = (typeof guessable)[number];

/** What publishing asks for and a file may lack. */
export const lacks = ['fr', 'en', 'weight', 'options', 'risk', 'unit', 'columns', 'condition'] as const;
export type Lack = (typeof lacks)[number];

/** `unconditioned`: its condition is one that a questionnaire cannot say. */
export function lacksOf(question: ImportedQuestion, unconditioned: boolean): readonly Lack[] {
  const { type, options, text, help, weight } = question;
  const texts = [text, ...(help === undefined ? [] : [help]), ...options.map(({ label }) => label)];
  const isChoice = type === 'single' || type === 'multi';
  const lacking: Readonly<Record<Lack, boolean>> = {
    fr: texts.some(({ fr }) => fr === undefined),
    en: texts.some(({ en }) => en === undefined),
    weight: weight === undefined,
    options: isChoice && options.length === 0,
    risk: type === 'multi' || (type === 'single' && options.some(({ risk }) => risk === undefined)),
    unit: type === 'number' || type === 'duration' || type === 'date_age',
    columns: type === 'table',
    condition: unconditioned,
  };
  return lacks.filter((lack) => lacking[lack]);
}

/** When a question of a file is asked, in words; null: always. */
export function tellCondition(
  { condition }: ImportedQuestion,
  questions: ReadonlyMap<string, ImportedQuestion>,
): Localised | null {
  if (condition === undefined) return null;
  return { fr: condensed(condition, questions, 'fr'), en: condensed(condition, questions, 'en') };
}
