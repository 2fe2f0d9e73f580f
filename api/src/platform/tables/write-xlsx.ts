import { parisClock } from '@probant/shared/calendar';
import ExcelJS, { type Worksheet } from 'exceljs';

import type { ColumnKind, WrittenCell, WrittenTable } from './written-table.js';

export const formats: Readonly<Record<ColumnKind, string | undefined>> = {
  text: '@',
  number: undefined,
  day: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm:ss',
};

const maxCellCharacters = 32_767;
const maxColumnWidth = 60;

/** One sheet per table, with a styled and frozen header and filters. A text is always a text: no cell becomes a formula. */
export async function writeXlsx(tables: readonly WrittenTable[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const names = new Set<string>();
  for (const table of tables) addSheet(workbook.addWorksheet(sheetName(table.name, names)), table);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addSheet(sheet: Worksheet, table: WrittenTable): void {
  const last = table.columns.length;
  sheet.columns = table.columns.map(({ title, kind }, index) => ({
    width: widthOf([title, ...table.rows.slice(0, 200).map((row) => row[index] ?? null)]),
    style: formats[kind] === undefined ? {} : { numFmt: formats[kind] },
  }));
  const header = sheet.addRow(table.columns.map(({ title }) => cleaned(title)));
  header.font = { bold: true, color: { argb: 'FFFFFFFF' } };
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F3A5F' } };
  header.alignment = { vertical: 'middle', wrapText: true };
  for (const row of table.rows) {
    sheet.addRow(table.columns.map(({ kind }, index) => cellValue(row[index] ?? null, kind)));
  }
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  if (last > 0)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: table.rows.length + 1, column: last } };
}

export function cellValue(cell: WrittenCell, kind: ColumnKind): string | number | Date | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (kind !== 'day' && kind !== 'instant') return cleaned(cell);
  // A sheet knows no time zone: the library writes the hours of UTC, which are made those of Paris.
  if (Number.isNaN(Date.parse(cell))) return cleaned(cell);
  return new Date(kind === 'day' ? cell : `${parisClock(cell).replace(' ', 'T')}Z`);
}

/** XML 1.0 forbids control characters, and Excel longer cells. */
export function cleaned(text: string): string {
  return text.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '').slice(0, maxCellCharacters);
}

/** Excel wants 1 to 31 characters, none of []:*?/\, no apostrophe at an end, and no name twice. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const plain = cleaned(wanted)
    .replaceAll(/[[\]:*?/\\]/gu, ' ')
    .replaceAll(/^'+|'+$/gu, '')
    .trim();
  const base = plain === '' ? 'Table' : plain;
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const name = `${base.slice(0, 31 - suffix.length)}${suffix}`;
    if (!taken.has(name.toLowerCase())) {
      taken.add(name.toLowerCase());
      return name;
    }
  }
}

export function widthOf(cells: readonly WrittenCell[]): number {
  const longest = Math.max(...cells.map((cell) => String(cell ?? '').length));
  return Math.min(maxColumnWidth, Math.max(10, longest + 2));
}
