import { accept, type Decision } from '@probant/shared/decision';
import type { ImportSheet } from '@probant/shared/imports/imported-questionnaire';

import type { StoredPart } from '../files/stored-zip.js';
import type { StartedThread } from '../process/run-in-thread.js';
import { allowLists, type OpenSheet } from './allow-lists.js';
import { withoutEmptyCells } from './empty-cells.js';
import { readValue, withShownZeros } from './cell-text.js';
import { notReadable, openWorkbook, type ToldRow } from './open-workbook.js';
import { readHiddenColumns, readListRules, readMerges } from './sheet-lists.js';
import { readLimits, tooLarge, type TableSheet } from './table.js';
import { readWorkbookIndex } from './workbook-index.js';

/** Wider sheets hold figures, never questions. */
const maxColumns = 1_000;
/** More than any questionnaire, with what stands around it. */
const maxRows = 20_000;
const maxMergedCells = 200_000;

/** A workbook as questionnaires are read from: its texts, merged ranges and the answers that its validations allow. */
export async function readImportWorkbook(
  parts: readonly StoredPart[],
  thread: StartedThread,
  signal?: AbortSignal,
): Promise<Decision<readonly ImportSheet[]>> {
  // No workbook declares a type or an entity of its own.
  if (parts.some(({ bytes }) => bytes.includes('<!DOCTYPE') || bytes.includes('<!ENTITY'))) {
    return notReadable('corrupt');
  }
  const sheets: OpenSheet[] = [];
  const filled = await Promise.all(parts.map(withoutEmptyCells));
  const opened = await openWorkbook(filled, thread, {
    maxRows: maxRows + 1,
    maxColumns,
    unfoldsMerges: false,
    signal,
    onSheet: (sheet) => sheets.push({ ...sheet, rows: new Map(), unread: [], hiddenRows: [] }),
    onRows: (rows) => addRows(sheets.at(-1), rows),
  });
  if (!opened.accepted) return opened;
  if (sheets.some(({ rows }) => rows.size > maxRows)) return tooLarge();
  const index = readWorkbookIndex(parts);
  for (const sheet of sheets) {
    const part = index.parts.get(sheet.name);
    if (part !== undefined) allowLists(sheet, readListRules(part), { sheets, names: index.names });
  }
  return accept(
    sheets.map((sheet) => {
      const part = index.parts.get(sheet.name);
      const merges = part === undefined || opened.value.merged > maxMergedCells ? [] : readMerges(part);
      const hidden = part === undefined ? [] : readHiddenColumns(part, columnsOf(sheet));
      return toImportSheet(sheet, merges, hidden);
    }),
  );
}

/** A list of one sheet, of which nothing is merged, hidden or validated. */
export function toImportSheetOfList(list: TableSheet): Decision<readonly ImportSheet[]> {
  if (list.rows.length >= readLimits.rows) return tooLarge();
  const rows = list.rows.map(({ number, cells }) => ({
    row: number,
    cells: cells.flatMap((text, index) => (text === '' ? [] : [{ column: index + 1, text }])),
  }));
  return accept([{ name: list.name, hidden: false, rows, merges: [] }]);
}

function addRows(sheet: OpenSheet | undefined, rows: readonly ToldRow[]): number {
  let count = 0;
  for (const { number, cells, hidden } of rows) {
    const texts = new Map<number, { text: string }>();
    for (const [column, value, format] of cells) {
      const text = readValue(value, format);
      if (typeof text !== 'string') sheet?.unread.push({ row: number, column, why: text.why });
      else if (text.trim() !== '') texts.set(column, { text: withShownZeros(text.trim(), format) });
    }
    if (texts.size > 0) sheet?.rows.set(number, texts);
    if (hidden) sheet?.hiddenRows.push(number);
    count += cells.length;
  }
  return count;
}

function columnsOf({ rows }: OpenSheet): ReadonlySet<number> {
  const used = new Set<number>();
  for (const cells of rows.values()) {
    for (const [column, { text }] of cells) if (text !== '') used.add(column);
  }
  return used;
}

function toImportSheet(
  { name, hidden, rows, unread, hiddenRows }: OpenSheet,
  merges: ImportSheet['merges'],
  hiddenColumns: readonly number[],
): ImportSheet {
  return {
    name,
    hidden,
    merges,
    unread,
    ...(hiddenRows.length === 0 ? {} : { hiddenRows }),
    ...(hiddenColumns.length === 0 ? {} : { hiddenColumns }),
    rows: [...rows].map(([row, cells]) => ({
      row,
      cells: [...cells]
        .toSorted(([one], [other]) => one - other)
        .map(([column, cell]) => ({ column, ...cell })),
    })),
  };
}
