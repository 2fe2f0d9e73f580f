import { accept, refuse, type Decision } from '@probant/shared/decision';
import type { CellValue } from 'exceljs';

import { storedZip, type StoredPart } from '../files/stored-zip.js';
import { runInThread, startThread, ThreadOverspent, type StartedThread } from '../process/run-in-thread.js';
import { measureSheet, type SheetSize } from './measure-sheet.js';
import { tooLarge } from './table.js';

const maxMergedCells = 200_000;
/** Reading so many takes three seconds and 150 MB. */
const maxCells = 200_000;
/** More than the rows and columns of an import multiplied: a sheet beyond has too many of either. */
const maxSlots = 4_000_000;
const maxCharacters = 33_554_432;
const maxMegabytes = 384;
const maxMilliseconds = 60_000;

const workerFile = new URL('../../../bin/workbook-worker.mjs', import.meta.url);

/** Loading the library takes as long as looking into a file: both at once. Whoever starts a thread ends it. */
export function startWorkbookThread(): StartedThread {
  return startThread({ file: workerFile, maxMegabytes });
}

/** What the thread tells: a sheet, then its rows, or why there is none. */
type Told =
  | { readonly name: string; readonly hidden: boolean }
  | { readonly rows: readonly ToldRow[] }
  | { readonly refused: 'too-wide' | 'expands-too-much' | 'corrupt' };

export interface ToldRow {
  readonly number: number;
  readonly hidden: boolean;
  /** Each cell as column, value and format. */
  readonly cells: readonly (readonly [column: number, value: CellValue, format: string | undefined])[];
}

export interface WorkbookReading {
  readonly maxRows: number;
  readonly maxColumns: number;
  /** Whether a value merged downwards is told in each of its rows. */
  readonly unfoldsMerges: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onSheet: (sheet: { readonly name: string; readonly hidden: boolean }) => void;
  /** Of the sheet told last; returns how many cells they make room for. */
  readonly onRows: (rows: readonly ToldRow[]) => number;
}

/** Tells the values that were last calculated, in bounded memory; no formula is ever run. */
export async function openWorkbook(
  parts: readonly StoredPart[],
  thread: StartedThread,
  reading: WorkbookReading,
): Promise<Decision<SheetSize>> {
  const size = await measure(parts);
  if (size.slots > maxSlots) return tooLarge();
  if (size.cells > maxCells) return notReadable('expands-too-much');
  const bytes = Uint8Array.from(storedZip(parts));
  let refusal: Decision<never> | undefined;
  let slots = 0;
  const onMessage = (message: unknown): void => {
    const told = message as Told;
    if ('name' in told) reading.onSheet(told);
    else if ('rows' in told) slots += reading.onRows(told.rows);
    else refusal = told.refused === 'too-wide' ? tooLarge() : notReadable(told.refused);
    if (slots > maxSlots) throw new ThreadOverspent('too many cells');
  };
  try {
    const workerData = {
      bytes,
      // Merged cells are left out when they cover so much that unfolding them would fill the memory.
      withMerges: reading.unfoldsMerges && size.merged <= maxMergedCells,
      maxRows: reading.maxRows,
      maxColumns: reading.maxColumns,
      maxCharacters,
    };
    const work = { file: workerFile, started: thread, workerData, transferList: [bytes.buffer] };
    await runInThread({ ...work, maxMegabytes, maxMilliseconds, onMessage, signal: reading.signal });
  } catch (error) {
    if (!(error instanceof ThreadOverspent)) throw error;
    return notReadable('expands-too-much');
  }
  return refusal ?? accept(size);
}

export function notReadable(reason: 'expands-too-much' | 'corrupt'): Decision<never> {
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
