import { accept, type Decision } from '@probant/shared/decision';

import type { StoredPart } from '../files/stored-zip.js';
import type { StartedThread } from '../process/run-in-thread.js';
import { readValue } from './cell-text.js';
import { openWorkbook, type ToldRow } from './open-workbook.js';
import { findRow, readLimits, type TableRow, type TableSheet, type UnreadCell } from './table.js';

interface OpenSheet extends TableSheet {
  readonly rows: TableRow[];
  readonly unread: UnreadCell[];
}

/** Reads the values that were last calculated; no formula is ever run. */
export async function readXlsx(
  parts: readonly StoredPart[],
  thread: StartedThread,
): Promise<Decision<readonly TableSheet[]>> {
  const sheets: OpenSheet[] = [];
  const opened = await openWorkbook(parts, thread, {
    maxRows: readLimits.rows,
    maxColumns: readLimits.columns,
    unfoldsMerges: true,
    onSheet: (sheet) => sheets.push({ ...sheet, rows: [], unread: [] }),
    onRows: (rows) => addRows(sheets.at(-1), rows),
  });
  return opened.accepted ? accept(sheets) : opened;
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
