import { isDay } from '../calendar.js';
import type { AnswerValue, Column, Language, Question, TableRow } from '../questionnaires/document.js';
import { dayInWords } from '../words/dates.js';
import { inSentence } from '../words/in-sentence.js';
import { counted } from '../words/numbers.js';
import { inUnit } from '../words/units.js';

const words = {
  fr: {
    none: 'aucun',
    nothing: 'rien de coché',
    given: 'texte fourni',
    row: 'ligne',
    rows: 'lignes',
    yes: 'oui',
    no: 'non',
  },
  en: {
    none: 'none',
    nothing: 'nothing ticked',
    given: 'text given',
    row: 'row',
    rows: 'rows',
    yes: 'yes',
    no: 'no',
  },
} as const;

/** An answer in a few words, as it stands inside a sentence. */
export function inWords(question: Question, value: AnswerValue, language: Language): string {
  const own = words[language];
  switch (question.type) {
    case 'single':
      return inSentence(question.options.find((option) => option.value === value)?.label[language] ?? '');
    case 'multi': {
      const ticked = question.options.filter(
        (option) => Array.isArray(value) && value.some((one) => one === option.value),
      );
      return ticked.length === 0
        ? own.nothing
        : ticked.map(({ label }) => inSentence(label[language])).join(', ');
    }
    case 'number':
    case 'duration':
    case 'date_age':
      if (typeof value === 'string') return isDay(value) ? dayInWords(value, language) : own.none;
      return inUnit(Number(value), question.unit, language);
    case 'table':
      return counted(Array.isArray(value) ? value.length : 0, own.row, own.rows, language);
    case 'text':
    case 'file':
      return own.given;
  }
}

/** One cell of a table answer in words; empty when nothing stands in it. */
export function cellInWords(
  { type, values = [] }: Column,
  cell: TableRow[string] | undefined,
  language: Language,
): string {
  if (cell === undefined || cell === '') return '';
  if (type === 'bool') return cell === true ? words[language].yes : words[language].no;
  if (type === 'date')
    return typeof cell === 'string' && isDay(cell) ? dayInWords(cell, language) : String(cell);
  const cells: readonly unknown[] = Array.isArray(cell) ? cell : [cell];
  return cells
    .map((item) => values.find(({ value }) => value === item)?.label[language] ?? String(item))
    .join(', ');
}
