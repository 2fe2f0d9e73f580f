import { noneValue } from '../answers/given-answer.js';
import type { FieldRefusal } from '../decision.js';
import { fieldRefusal } from '../decision.js';
import type { AnswerValue, Language, Localised } from '../questionnaires/document.js';
import type { SupplierQuestion } from '../questionnaires/supplier-questionnaire.js';
import { bookWords, isWord, plain } from './book-words.js';
import type { BookCell } from './book.js';

/** What was read from a cell, or why it was not understood. */
export type Read = { readonly value: unknown } | { readonly problem: FieldRefusal };

interface Choice {
  readonly value: string;
  readonly label: Localised;
}

/** The answer as it stands in its cell; tables stand on sheets of their own. */
export function writeValue(question: SupplierQuestion, value: AnswerValue, language: Language): BookCell {
  switch (question.type) {
    case 'single':
      return labelOf(question.options, wordOf(value), language);
    case 'multi':
      return Array.isArray(value) ? writeChoices(question.options, value.map(String), language) : null;
    case 'number':
    case 'duration':
      return typeof value === 'number' ? value : bookWords.none[language];
    case 'date_age':
      return value === noneValue ? bookWords.none[language] : { day: wordOf(value) };
    case 'text':
      return wordOf(value);
    case 'table':
    case 'file':
      return null;
  }
}

function wordOf(value: AnswerValue): string {
  return typeof value === 'string' ? value : '';
}

/** Refusals point at the value, as those of an answer that was typed. */
export function readValue(question: SupplierQuestion, text: string): Read {
  switch (question.type) {
    case 'single':
      return readChoice(question.options, text);
    case 'multi':
      return readChoices(question.options, text);
    case 'number':
    case 'duration':
      return isWord(text, bookWords.none) ? { value: noneValue } : readNumber(text, question.unit.en === '%');
    case 'date_age':
      return isWord(text, bookWords.none) ? { value: noneValue } : readDay(text);
    case 'text':
      return { value: text };
    case 'table':
    case 'file':
      return refused('no-value-for-file');
  }
}

export function labelOf(choices: readonly Choice[], value: string, language: Language): string {
  return choices.find((choice) => choice.value === value)?.label[language] ?? value;
}

/** Nothing ticked is an answer, and no empty cell. */
export function writeChoices(
  choices: readonly Choice[],
  values: readonly string[],
  language: Language,
): string {
  return values.length === 0
    ? bookWords.nothing[language]
    : values.map((value) => labelOf(choices, value, language)).join('\n');
}

export function readChoice(choices: readonly Choice[], text: string): Read {
  const choice = findChoice(choices, text);
  return choice === undefined ? refused('choice-not-understood', { text }) : { value: choice.value };
}

/** One choice per line; on one line, parted by semicolons. A label that holds one itself is one choice. */
export function readChoices(choices: readonly Choice[], text: string): Read {
  const none = isWord(text, bookWords.nothing) || isWord(text, bookWords.none);
  if (none && findChoice(choices, text) === undefined) return { value: [] };
  const values: string[] = [];
  for (const line of text.split(/\r?\n/u).filter((one) => one.trim() !== '')) {
    const whole = findChoice(choices, line);
    const parts = whole === undefined ? line.split(';') : [line];
    for (const part of parts.filter((one) => one.trim() !== '')) {
      const choice = findChoice(choices, part);
      if (choice === undefined) return refused('choice-not-understood', { text: part.trim() });
      if (!values.includes(choice.value)) values.push(choice.value);
    }
  }
  return { value: values };
}

/** By its words in either language, or by its key. Two choices that only differ in punctuation are told apart by it. */
function findChoice(choices: readonly Choice[], text: string): Choice | undefined {
  const exact = text.trim();
  const same = choices.find(({ label }) => label.fr === exact || label.en === exact);
  if (same !== undefined) return same;
  const wanted = plain(exact);
  if (wanted === '') return undefined;
  const alike = choices.filter(
    ({ value, label }) => plain(label.fr) === wanted || plain(label.en) === wanted || plain(value) === wanted,
  );
  return alike.length === 1 ? alike[0] : undefined;
}

/** A decimal comma or point, spaces between thousands; a percentage only where the unit is one. */
function readNumber(text: string, isPercentage: boolean): Read {
  const bare = text.replaceAll(/[\s\u00a0\u202f]/gu, '').replace(/^\u2212/u, '-');
  const match = /^([+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?)(%)?$/iu.exec(bare);
  if (match?.[1] === undefined || (match[2] !== undefined && !isPercentage)) return refused('not-a-number');
  return { value: Number(match[1].replace(',', '.')) };
}

/** ISO, or day, month and year as one writes them in French. */
export function readDay(text: string): Read {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:T[\d:]+)?$/u.exec(text.trim());
  if (iso?.[1] !== undefined) return { value: iso[1] };
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text.trim());
  if (french === null) return refused('not-a-date');
  const [, day = '', month = '', year = ''] = french;
  return { value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
}

export function refused(code: FieldRefusal['code'], params?: FieldRefusal['params']): Read {
  return {
    problem: params === undefined ? fieldRefusal('/value', code) : fieldRefusal('/value', code, params),
  };
}
