import type { ImportSheet } from '@probant/shared/imports/imported-questionnaire';

import { findRange, type CellRange } from './cell-range.js';
import type { ListRule } from './sheet-lists.js';

export interface OpenSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Ascending rows. */
  readonly rows: Map<number, Map<number, { readonly text: string; readonly list?: readonly string[] }>>;
  readonly unread: NonNullable<ImportSheet['unread']>[number][];
  readonly hiddenRows: number[];
}

export interface ListSources {
  readonly sheets: readonly OpenSheet[];
  /** Names of ranges, in capitals. */
  readonly names: ReadonlyMap<string, string>;
}

const maxValues = 500;
/** On one sheet; a validation may cover all of it. */
const maxCells = 100_000;

/** Gives the cells of each validation its list, in rows that hold something: one may cover a column to its end. */
export function allowLists(sheet: OpenSheet, rules: readonly ListRule[], sources: ListSources): void {
  const used = lastColumn(sheet) + 1;
  const rows = [...sheet.rows.keys()];
  let left = maxCells;
  for (const { ranges, source } of rules) {
    const list = findList(source, sheet, sources);
    const [first] = ranges;
    if (list === undefined) {
      if (first !== undefined) {
        sheet.unread.push({ row: first.top, column: first.left, why: 'list-not-found' });
      }
      continue;
    }
    for (const range of ranges) {
      const right = Math.min(range.right, Math.max(used, range.left));
      for (const row of rowsWithin(rows, range)) {
        for (let column = range.left; column <= right && left > 0; column += 1, left -= 1) {
          const cells = sheet.rows.get(row);
          cells?.set(column, { text: cells.get(column)?.text ?? '', list });
        }
      }
    }
  }
}

/** Of ascending rows, those inside, found by halving: there may be thousands of ranges. */
function rowsWithin(rows: readonly number[], { top, bottom }: CellRange): readonly number[] {
  const start = firstFrom(rows, top);
  return rows.slice(start, firstFrom(rows, bottom + 1));
}

function firstFrom(rows: readonly number[], wanted: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lastColumn(sheet: OpenSheet): number {
  let last = 0;
  for (const cells of sheet.rows.values()) for (const column of cells.keys()) last = Math.max(last, column);
  return last;
}

function findList(source: string, sheet: OpenSheet, sources: ListSources): readonly string[] | undefined {
  const [, written] = /^"([\s\S]*)"$/u.exec(source) ?? [];
  if (written !== undefined) {
    const values = written.replaceAll('""', '"').split(',');
    return values.map((value) => value.trim()).filter((value) => value !== '');
  }
  const bare = source.replace(/^=/u, '');
  return (
    valuesAt(bare, sheet, sources) ?? valuesAt(sources.names.get(bare.toUpperCase()) ?? '', sheet, sources)
  );
}

function valuesAt(reference: string, here: OpenSheet, { sheets }: ListSources): string[] | undefined {
  const [, quoted, plain, place = ''] = /^(?:'((?:[^']|'')+)'!|([^'!()]+)!)?([^!]+)$/u.exec(reference) ?? [];
  const range = findRange(place);
  const name = quoted?.replaceAll("''", "'") ?? plain;
  const sheet = name === undefined ? here : sheets.find((one) => one.name === name);
  if (range === undefined || sheet === undefined) return undefined;
  const values = new Set<string>();
  for (const row of rowsWithin([...sheet.rows.keys()], range)) {
    for (const [column, { text }] of sheet.rows.get(row) ?? []) {
      if (column >= range.left && column <= range.right && text !== '') values.add(text);
      if (values.size === maxValues) return [...values];
    }
  }
  return values.size === 0 ? undefined : [...values];
}
