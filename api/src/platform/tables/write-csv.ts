import { parisClock } from '@probant/shared/calendar';
import { guardFormula } from '@probant/shared/tables/formula-guard';
import type { ColumnKind, WrittenCell, WrittenColumn, WrittenTable } from './written-table.js';

export interface CsvStyle {
  readonly delimiter: ';' | ',' | '\t';
  readonly decimal: ',' | '.';
  /** Without its mark, Excel takes UTF-8 for the old encoding of the machine. */
  readonly byteOrderMark: boolean;
}

/** What a French Excel opens on a double click. */
export const frenchCsv: CsvStyle = { delimiter: ';', decimal: ',', byteOrderMark: true };
export const englishCsv: CsvStyle = { delimiter: ',', decimal: '.', byteOrderMark: true };

export function writeCsv(table: WrittenTable, style: CsvStyle): string {
  return csvHead(table.columns, style) + csvRows(table, style);
}

/** The line of titles; a file that is written bit by bit begins with it. */
export function csvHead(columns: readonly WrittenColumn[], style: CsvStyle): string {
  const titles = columns.map(({ title }) => title);
  return `${style.byteOrderMark ? '\ufeff' : ''}${line(titles, [], style)}`;
}

export function csvRows({ columns, rows }: Pick<WrittenTable, 'columns' | 'rows'>, style: CsvStyle): string {
  return rows.map((row) => line(row, columns, style)).join('');
}

function line(cells: readonly WrittenCell[], columns: readonly WrittenColumn[], style: CsvStyle): string {
  const written = cells.map((cell, index) =>
    quote(cellText(cell, columns[index]?.kind ?? 'text', style), style.delimiter),
  );
  return `${written.join(style.delimiter)}\r\n`;
}

/** Only texts are guarded: a negative number is a number. */
function cellText(cell: WrittenCell, kind: ColumnKind, { decimal }: CsvStyle): string {
  if (cell === null || cell === '') return '';
  if (kind === 'instant') return parisClock(String(cell));
  return typeof cell === 'number' ? String(cell).replace('.', decimal) : guardFormula(cell);
}

function quote(text: string, delimiter: string): string {
  return /["\r\n]|^\s|\s$/u.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}
