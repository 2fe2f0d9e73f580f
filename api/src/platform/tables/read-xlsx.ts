import ExcelJS, { type Cell, type CellValue, type Row, type Worksheet } from 'exceljs';

import { findRow, type TableSheet, type UnreadCell } from './table.js';

/** Parts that hold no value; some of them cover whole columns, and exceljs would make an object of every cell or column. */
const ignoreNodes = [
  'cols',
  'dataValidations',
  'conditionalFormatting',
  'extLst',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'hyperlinks',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'autoFilter',
  'sheetProtection',
  'pageSetup',
  'printOptions',
];

/** A row far beyond would make an endless walk of the rows between. */
const lastRowOfExcel = 1_048_576;

export interface XlsxReading {
  /** Merged cells are left out when they cover so much that unfolding them would fill the memory. */
  readonly withMerges: boolean;
}

/** Reads the values that were last calculated; no formula is ever run. */
export async function readXlsx(bytes: Buffer, { withMerges }: XlsxReading): Promise<TableSheet[]> {
  const workbook = new ExcelJS.Workbook();
  const ignored = withMerges ? ignoreNodes : [...ignoreNodes, 'mergeCells'];
  // The names of ranges are not needed either, and may cover a whole sheet.
  Object.defineProperty(workbook.definedNames, 'model', { set: () => undefined });
  await workbook.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes: ignored });
  if (workbook.worksheets.some((sheet) => sheet.rowCount > lastRowOfExcel))
    throw new Error('a row beyond the last one');
  return workbook.worksheets.map(readSheet);
}

function readSheet(sheet: Worksheet): TableSheet {
  const unread: UnreadCell[] = [];
  const rows: NonNullable<ReturnType<typeof findRow>>[] = [];
  sheet.eachRow((row, number) => {
    const found = findRow(number, readCells(row, unread));
    if (found !== undefined) rows.push(found);
  });
  return { name: sheet.name, hidden: sheet.state !== 'visible', rows, unread };
}

function readCells(row: Row, unread: UnreadCell[]): string[] {
  const cells: string[] = [];
  row.eachCell((cell, column) => {
    while (cells.length < column - 1) cells.push('');
    const text = readCell(cell);
    if (typeof text !== 'string') unread.push({ row: row.number, column, why: text.why });
    cells.push(typeof text === 'string' ? text.trim() : '');
  });
  return cells;
}

interface Unreadable {
  readonly why: UnreadCell['why'];
}

function readCell(cell: Cell): string | Unreadable {
  // Merged down, each row has the value; merged across, only the first column, as a title over several columns.
  if (cell.master !== cell && cell.master.col !== cell.col) return '';
  return readValue(cell.value, cell.numFmt);
}

function readValue(value: CellValue, format: string | undefined): string | Unreadable {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, format);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return readValue(value.text, format);
  if ('error' in value) return { why: 'error-value' };
  const { result } = value;
  return result === undefined ? { why: 'formula-without-value' } : readValue(result, format);
}

/** A SIREN kept as a number under the format 000000000 keeps its zeros. */
function numberText(value: number, format: string | undefined): string {
  if (format !== undefined && /^0+$/u.test(format) && Number.isSafeInteger(value) && value >= 0) {
    return String(value).padStart(format.length, '0');
  }
  // Sums such as 0.1 + 0.2 show 15 digits in the spreadsheet program.
  const shown = Number(value.toPrecision(15));
  return Math.abs(shown) < 1e21 ? plainDigits(shown) : String(shown);
}

function plainDigits(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/u, '') : text;
}

function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const [day = '', time = ''] = value.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day}T${time.slice(0, 5)}`;
}
