import type { ImportSheet } from '../imported-questionnaire.js';

export interface GridRow {
  readonly row: number;
  /** Texts by column, trimmed, never empty; a cell merged downwards says its text in every row. */
  readonly texts: ReadonlyMap<number, string>;
  /** What a validation allows, by column. */
  readonly lists: ReadonlyMap<number, readonly string[]>;
  /** Columns whose text was written in a row above, by merging. */
  readonly repeated: ReadonlySet<number>;
  /** Columns of a cell that is merged with those on its right, and how many it covers. */
  readonly wide: ReadonlyMap<number, number>;
}

const grids = new WeakMap<ImportSheet, GridRow[]>();

/** The rows that hold something, with what merging says of each. */
export function gridOf(sheet: ImportSheet): readonly GridRow[] {
  // A sheet is described, recognised and read: three readings of the same rows.
  const known = grids.get(sheet) ?? toGrid(sheet);
  grids.set(sheet, known);
  return known;
}

function toGrid(sheet: ImportSheet): GridRow[] {
  const rows = sheet.rows.map(({ row, cells }) => {
    const [texts, lists] = [new Map<number, string>(), new Map<number, readonly string[]>()];
    for (const { column, text, list } of cells) {
      const trimmed = text.trim();
      if (trimmed !== '') texts.set(column, trimmed);
      if (list !== undefined) lists.set(column, list);
    }
    return { row, texts, lists, repeated: new Set<number>(), wide: new Map<number, number>() };
  });
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  for (const { top, left, bottom, right } of sheet.merges) {
    const first = byNumber.get(top);
    const text = first?.texts.get(left);
    if (first === undefined || text === undefined) continue;
    if (right > left) first.wide.set(left, right - left + 1);
    for (let number = top + 1; number <= bottom; number += 1) {
      const row = byNumber.get(number);
      if (row === undefined || row.texts.has(left)) continue;
      row.texts.set(left, text);
      row.repeated.add(left);
    }
  }
  return rows.filter(({ texts }) => texts.size > 0);
}

export function columnLetters(column: number): string {
  let [letters, left] = ['', column];
  while (left > 0) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
    left = Math.floor((left - 1) / 26);
  }
  return letters;
}

/** As a spreadsheet program writes it: `Feuille1!B12`. */
export function placeOf(sheet: string, row: number, column = 1): string {
  return `${sheet}!${columnLetters(column)}${row}`;
}

/** Without case, accents, punctuation and repeated spaces. */
export function plainWords(text: string): string {
  // Most cells are figures and bare words: the classes of Unicode cost ten times as much to look up.
  if (/^[\u0020-\u007e]*$/.test(text))
    return text
      .toLowerCase()
      .replaceAll(/[^a-z0-9%#]+/g, ' ')
      .trim();
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%#]+/gu, ' ')
    .trim();
}

/** The number that a cell holds, with a decimal comma or a point; a percentage as its share. */
export function findDecimal(text: string): number | undefined {
  const bare = text.replaceAll(/[\s\u00a0\u202f]/gu, '').replace(/^\u2212/u, '-');
  const match = /^([+-]?\d+(?:[.,]\d+)?)(%|pts?|points?)?$/iu.exec(bare);
  if (match?.[1] === undefined) return undefined;
  const value = Number(match[1].replace(',', '.'));
  return match[2] === '%' ? value / 100 : value;
}
