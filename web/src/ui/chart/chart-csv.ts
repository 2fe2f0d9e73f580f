import { guardFormula } from '@probant/shared/tables/formula-guard';

import type { Language } from '../../platform/i18n/language.js';
import { type ChartTable, valueOf } from './chart-table.js';

/** Without its mark, Excel takes UTF-8 for the old encoding of the machine. */
const byteOrderMark = '\uFEFF';

/** The table behind a chart as a file: what an Excel of that language opens on a double click. */
export function chartCsv({ columns, rows }: ChartTable, language: Language): string {
  const delimiter = language === 'fr' ? ';' : ',';
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map(({ cells }) => cells.map((cell) => valueOf(cell))),
  ].map((cells) => cells.map((cell) => written(cell, delimiter, language)).join(delimiter));
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
}

function written(cell: string | number | null, delimiter: string, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', language === 'fr' ? ',' : '.');
  const text = guardFormula(cell);
  return /["\r\n]|^\s|\s$/u.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}
