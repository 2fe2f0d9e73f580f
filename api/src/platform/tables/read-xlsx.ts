import { accept, refuse, type Decision } from '@probant/shared/decision';
import type { CellValue } from 'exceljs';

import { storedZip, type StoredPart } from '../files/stored-zip.js';
import { runInThread, ThreadOverspent } from '../process/run-in-thread.js';
import { readValue } from './cell-text.js';
import { measureSheet, type SheetSize } from './measure-sheet.js';
import { findRow, readLimits, tooLarge, type TableRow, type TableSheet, type UnreadCell } from './table.js';

const maxMergedCells = 200_000;
/** Reading so many takes three seconds and 150 MB. */
const maxCells = 200_000;
/** More than the rows and columns of an import multiplied: a sheet beyond has too many of either. */
const maxSlots = 4_000_000;
const maxCharacters = 33_554_432;
const maxMegabytes = 384;
const maxMilliseconds = 60_000;

const workerFile = new URL('../../../bin/workbook-worker.mjs', import.meta.url);

/** What the thread tells: a sheet, then its rows, or why there is none; each cell as column, value and format. */
type Told =
  | { readonly name: string; readonly hidden: boolean }
  | { readonly rows: readonly ToldRow[] }
  | { readonly refused: 'too-wide' | 'expands-too-much' | 'corrupt' };
interface ToldRow {
  readonly number: number;
  readonly cells: readonly (readonly [column: number, value: CellValue, format: string | undefined])[];
}

interface OpenSheet extends TableSheet {
  readonly rows: TableRow[];
  readonly unread: UnreadCell[];
}

/** Reads the values that were last calculated; no formula is ever run. */
export async function readXlsx(parts: readonly StoredPart[]): Promise<Decision<readonly TableSheet[]>> {
  const size = await measure(parts);
  if (size.slots > maxSlots) return tooLarge();
  if (size.cells > maxCells) return notReadable('expands-too-much');
  const bytes = Uint8Array.from(storedZip(parts));
  const sheets: OpenSheet[] = [];
  let refusal: Decision<never> | undefined;
  let slots = 0;
  const onMessage = (message: unknown): void => {
    const told = message as Told;
    if ('name' in told) sheets.push({ ...told, rows: [], unread: [] });
    else if ('rows' in told) slots += addRows(sheets.at(-1), told.rows);
    else refusal = told.refused === 'too-wide' ? tooLarge() : notReadable(told.refused);
    if (slots > maxSlots) throw new ThreadOverspent('too many cells');
  };
  try {
    const workerData = {
      bytes,
      // Merged cells are left out when they cover so much that unfolding them would fill the memory.
      withMerges: size.merged <= maxMergedCells,
      maxRows: readLimits.rows,
      maxColumns: readLimits.columns,
      maxCharacters,
    };
    const work = { file: workerFile, workerData, transferList: [bytes.buffer] };
    await runInThread({ ...work, maxMegabytes, maxMilliseconds, onMessage });
  } catch (error) {
    if (!(error instanceof ThreadOverspent)) throw error;
    return notReadable('expands-too-much');
  }
  return refusal ?? accept(sheets);
}

function notReadable(reason: 'expands-too-much' | 'corrupt'): Decision<never> {
  return refuse('file-not-scannable', { params: { reason, where: '' } });
}

async function measure(parts: readonly StoredPart[]): Promise<SheetSize> {
  let [cells, slots, merged] = [0, 0, 0];
  for (const { name, bytes } of parts) {
    if (!name.startsWith('xl/worksheets/')) continue;
    const one = await measureSheet(bytes);
    [cells, slots, merged] = [cells + one.cells, slots + one.slots, merged + one.merged];
  }
  return { cells, slots, merged };
}

/** Returns how many cells the rows have once the empty ones between are filled in. */
function addRows(sheet: OpenSheet | undefined, rows: readonly ToldRow[]): number {
  let slots = 0;
  for (const { number, cells } of rows) {
    const texts: string[] = [];
    for (const [column, value, format] of cells) {
      while (texts.length < column - 1) texts.push('');
      const text = readValue(value, format);
      if (typeof text !== 'string') sheet?.unread.push({ row: number, column, why: text.why });
      texts.push(typeof text === 'string' ? text.trim() : '');
    }
    const row = findRow(number, texts);
    if (row !== undefined) sheet?.rows.push(row);
    slots += texts.length;
  }
  return slots;
}
