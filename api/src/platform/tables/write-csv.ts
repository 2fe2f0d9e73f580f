import { parisClock } from '@probant/shared/calendar';
import { guardFormula } from './formula-guard.js';
import type { ColumnKind, WrittenCell, WrittenTable } from './written-table.js';

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
  const written = (cells: readonly WrittenCell[], kindAt: (index: number) => ColumnKind): string =>
    cells
      .map((cell, index) => quote(cellText(cell, kindAt(index), style), style.delimiter))
      .join(style.delimiter);
  const lines = [
    written(
      table.columns.map(({ title }) => title),
      () => 'text',
    ),
    ...table.rows.map((row) => written(row, (index) => table.columns[index]?.kind ?? 'text')),
  ];
  return `${style.byteOrderMark ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
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
