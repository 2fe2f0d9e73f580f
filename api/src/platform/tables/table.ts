import { refuse, type Decision } from '@probant/shared/decision';
import { maxCounts } from '@probant/shared/limits';

/** What a spreadsheet program shows, as text: numbers with a point, days as 2026-11-22, instants as 2026-11-22T09:30. */
export interface TableRow {
  /** As in the spreadsheet program, from 1. */
  readonly number: number;
  /** Without the empty cells at the end. */
  readonly cells: readonly string[];
}

export interface TableSheet {
  readonly name: string;
  /** Hidden in the spreadsheet program; its author may not know that it is there. */
  readonly hidden: boolean;
  /** Rows that hold something. */
  readonly rows: readonly TableRow[];
  readonly unread: readonly UnreadCell[];
}

/** A cell that was taken as empty because it holds no value that can be read. */
export interface UnreadCell {
  readonly row: number;
  /** From 1. */
  readonly column: number;
  readonly why: 'formula-without-value' | 'error-value';
}

const headerSearchRows = 50;

/**
 * What is read of a sheet: as many rows as may stand above a header, the header, and one more than may be imported, which
 * tells that there are too many.
 */
export const readLimits = {
  rows: headerSearchRows + 1 + maxCounts.importRows,
  columns: maxCounts.importColumns,
} as const;

export function tooLarge(): Decision<never> {
  return refuse('sheet-too-large', {
    params: { rows: maxCounts.importRows, columns: maxCounts.importColumns },
  });
}

/** The row, near the top, that most looks like a header; absent when no cell is recognised anywhere. */
export function findHeaderRow(
  rows: readonly TableRow[],
  isHeader: (cell: string) => boolean,
): TableRow | undefined {
  let best: TableRow | undefined;
  let bestCount = 0;
  for (const row of rows.slice(0, headerSearchRows)) {
    const count = row.cells.filter((cell) => cell !== '' && isHeader(cell)).length;
    if (count > bestCount) [best, bestCount] = [row, count];
  }
  return best;
}

/** Cells as read, less the empty ones at the end; nothing when none is left. */
export function findRow(number: number, cells: readonly string[]): TableRow | undefined {
  const last = cells.findLastIndex((cell) => cell !== '');
  return last === -1 ? undefined : { number, cells: cells.slice(0, last + 1) };
}
