import { maxCounts } from '../limits.js';
import type { Column, Language, TableRow } from '../questionnaires/document.js';
import type { SupplierQuestion } from '../questionnaires/supplier-questionnaire.js';
import { bookWords, isWord } from './book-words.js';
import type { BookCell, BookInput, BookSheet, ReadSheet } from './book.js';
import {
  labelOf,
  readChoice,
  readChoices,
  readDay,
  refused,
  writeChoices,
  type Read,
} from './cell-values.js';

export type TableQuestion = Extract<SupplierQuestion, { readonly type: 'table' }>;

/** Rows that may be filled in beyond those given. */
const freeRows = 25;

/** The key and the question, the columns, then the rows. */
const headRow = 2;

/** A question with a table has a sheet of its own, which its key names. */
export function toTableSheet(
  question: TableQuestion,
  given: readonly TableRow[],
  language: Language,
): BookSheet {
  const rows = given.length > 0 ? given : requiredRows(question);
  const count = Math.min(maxCounts.tableRows, rows.length + freeRows);
  return {
    name: question.id,
    widths: question.columns.map(() => 28),
    headRow,
    rows: [
      [question.id, question.text[language]],
      question.columns.map(({ label }) => label[language]),
      ...rows.map((row) => question.columns.map((column) => writeCell(column, row[column.key], language))),
    ],
    inputs: Array.from({ length: count }, (_, index) =>
      question.columns.map((column, place) => inputOf(column, headRow + 1 + index, place + 1, language)),
    ).flat(),
  };
}

function requiredRows({ rowsRequired = [] }: TableQuestion): TableRow[] {
  return rowsRequired.map((activity) => ({ activity }));
}

function inputOf(column: Column, row: number, place: number, language: Language): BookInput {
  const at = { row, column: place };
  const list = (values: readonly string[]): BookInput => ({ ...at, allow: { kind: 'list', values } });
  switch (column.type) {
    case 'bool':
      return list([bookWords.yes[language], bookWords.no[language]]);
    case 'enum':
      return list((column.values ?? []).map(({ label }) => label[language]));
    case 'date':
      return { ...at, allow: { kind: 'day', none: false } };
    case 'text':
    case 'siren':
    case 'country':
    case 'multi_enum':
      return { ...at, allow: { kind: 'any' } };
  }
}

function writeCell(column: Column, cell: TableRow[string] | undefined, language: Language): BookCell {
  if (cell === undefined) return null;
  if (column.type === 'bool') return cell === true ? bookWords.yes[language] : bookWords.no[language];
  if (column.type === 'date') return { day: String(cell) };
  if (Array.isArray(cell)) {
    return writeChoices(column.values ?? [], cell.map(String), language);
  }
  return column.type === 'enum' ? labelOf(column.values ?? [], String(cell), language) : String(cell);
}

export type ReadTable =
  | { readonly rows: readonly TableRow[]; readonly unknownColumns: readonly string[] }
  | { readonly problem: Extract<Read, { problem: unknown }>['problem']; readonly row: number };

/** The rows of the sheet, wherever its columns stand; undefined when none of them is filled in. */
export function readTableSheet(question: TableQuestion, sheet: ReadSheet): ReadTable | undefined {
  const head = sheet.rows.find(({ cells }) =>
    question.columns.some(({ label }) => cells.some(({ text }) => isWord(text, label))),
  );
  if (head === undefined) return undefined;
  const columns = new Map(
    head.cells.map(({ column, text }) => [column, question.columns.find(({ label }) => isWord(text, label))]),
  );
  const rows: TableRow[] = [];
  for (const { row, cells } of sheet.rows.filter((one) => one.row > head.row)) {
    const read = readRow(cells, columns);
    if ('problem' in read) return { problem: read.problem, row };
    if (Object.keys(read.row).length > 0) rows.push(read.row);
  }
  if (rows.every((row) => Object.keys(row).every((key) => key === 'activity'))) return undefined;
  const unknownColumns = head.cells.flatMap(({ column, text }) => (columns.get(column) ? [] : [text]));
  return { rows, unknownColumns };
}

function readRow(
  cells: ReadSheet['rows'][number]['cells'],
  columns: ReadonlyMap<number, Column | undefined>,
): { row: TableRow } | Extract<Read, { problem: unknown }> {
  const row: Record<string, TableRow[string]> = {};
  for (const { column, text } of cells) {
    const known = columns.get(column);
    if (known === undefined || text.trim() === '') continue;
    const read = readCell(known, text);
    if ('problem' in read) return read;
    // Of the kind of the column; whether it is right is for the rules of the table to say.
    row[known.key] = read.value as TableRow[string];
  }
  return { row };
}

function readCell(column: Column, text: string): Read {
  switch (column.type) {
    case 'bool':
      if (isWord(text, bookWords.yes) || /^(true|vrai)$/iu.test(text)) return { value: true };
      if (isWord(text, bookWords.no) || /^(false|faux)$/iu.test(text)) return { value: false };
      return refused('choice-not-understood', { text });
    case 'enum':
      return readChoice(column.values ?? [], text);
    case 'multi_enum':
      return readChoices(column.values ?? [], text);
    case 'date':
      return readDay(text);
    case 'country':
      return { value: text.trim().toUpperCase() };
    case 'siren':
    case 'text':
      return { value: text };
  }
}
