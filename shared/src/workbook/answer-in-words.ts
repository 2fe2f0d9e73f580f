import type { GivenAnswer } from '../answers/given-answer.js';
import type { Language } from '../questionnaires/document.js';
import type { SupplierQuestion } from '../questionnaires/supplier-questionnaire.js';
import { dayInWords } from '../words/dates.js';
import { inFull } from '../words/numbers.js';
import { standingNames } from './book-words.js';
import type { BookCell } from './book.js';
import { writeValue } from './cell-values.js';
import { toTableSheet } from './table-sheets.js';

/** What stands in the workbook for an answer, in one text: to compare before and after. */
export function answerInWords(question: SupplierQuestion, given: GivenAnswer, language: Language): string {
  const said = given.comment === undefined ? [] : [given.comment];
  return [valueInWords(question, given, language), ...said].join('\n');
}

function valueInWords(question: SupplierQuestion, given: GivenAnswer, language: Language): string {
  if (given.state === 'na') return `${standingNames.na[language]}\n${given.justification}`;
  if (given.state === 'refused') return standingNames.refused[language];
  if (given.state === 'cleared') return '';
  if (question.type !== 'table') return textOf(writeValue(question, given.value, language), language);
  const rows = Array.isArray(given.value) ? given.value.filter((row) => typeof row === 'object') : [];
  const { rows: written, headRow } = toTableSheet(question, rows, language);
  return written
    .slice(headRow)
    .map((cells) =>
      cells
        .map((cell) => textOf(cell, language))
        .filter((text) => text !== '')
        .join(' · '),
    )
    .join('\n');
}

/** Numbers and days as the reader writes them. */
function textOf(cell: BookCell, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return inFull(cell, language);
  return typeof cell === 'object' ? dayInWords(cell.day, language) : cell;
}
