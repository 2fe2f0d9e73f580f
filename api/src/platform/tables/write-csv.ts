import { guardFormula } from './formula-guard.js';
import type { WrittenCell, WrittenTable } from './written-table.js';

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
  const lines = [table.columns.map(({ title }) => title), ...table.rows].map((cells) =>
    cells.map((cell) => quote(cellText(cell, style), style.delimiter)).join(style.delimiter),
  );
  return `${style.byteOrderMark ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}

/** Only texts are guarded: a negative number is a number. */
function cellText(cell: WrittenCell, { decimal }: CsvStyle): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell).replace('.', decimal) : guardFormula(cell);
}

function quote(text: string, delimiter: string): string {
  return /["\r\n]|^\s|\s$/u.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}
