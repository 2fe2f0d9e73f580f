import { columnLetters } from '../imports/sheets/grid.js';
import { bookColumns, columnTitles, isWord, type BookColumn } from './book-words.js';
import type { ReadSheet } from './book.js';

export interface AnswerRow {
  readonly row: number;
  readonly texts: ReadonlyMap<BookColumn, string>;
}

export interface AnswerSheet {
  readonly sheet: ReadSheet;
  readonly columns: ReadonlyMap<number, BookColumn>;
  readonly rows: readonly AnswerRow[];
}

/** The sheet whose heading names the answers and their keys or questions, wherever the heading and its columns stand. */
export function findAnswerSheet(sheets: readonly ReadSheet[]): AnswerSheet | undefined {
  for (const sheet of sheets) {
    for (const head of sheet.rows) {
      const columns = readHead(head);
      const named = new Set(columns.values());
      if (!named.has('answer') || !(named.has('key') || named.has('question'))) continue;
      const rows = sheet.rows
        .filter(({ row }) => row > head.row)
        .map(({ row, cells }) => ({ row, texts: textsOf(cells, columns) }))
        .filter(({ texts }) => texts.size > 0);
      return { sheet, columns, rows };
    }
  }
  return undefined;
}

function readHead({ cells }: ReadSheet['rows'][number]): ReadonlyMap<number, BookColumn> {
  const columns = new Map<number, BookColumn>();
  for (const { column, text } of cells) {
    const known = bookColumns.find((one) => isWord(text, columnTitles[one]));
    if (known !== undefined && ![...columns.values()].includes(known)) columns.set(column, known);
  }
  return columns;
}

function textsOf(
  cells: ReadSheet['rows'][number]['cells'],
  columns: ReadonlyMap<number, BookColumn>,
): ReadonlyMap<BookColumn, string> {
  return new Map(
    cells.flatMap(({ column, text }) => {
      const known = columns.get(column);
      return known === undefined || text.trim() === '' ? [] : [[known, text.trim()]];
    }),
  );
}

/** Where the answer of a row stands, as a spreadsheet program writes it. */
export function placeOf({ sheet, columns }: AnswerSheet, row: number): string {
  const [column = 1] = [...columns].find(([, known]) => known === 'answer') ?? [];
  return `${sheet.name}!${columnLetters(column)}${row}`;
}
