export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const lastRow = 1_048_576;
const lastColumn = 16_384;
const cell = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?$/u;

/** `B2`, `B2:C9`, `$B:$B` or `2:4`; nothing when it is written in another way. */
export function findRange(text: string): CellRange | undefined {
  const [first = '', last = first, ...more] = text.trim().toUpperCase().split(':');
  const [, left, top] = cell.exec(first) ?? [];
  const [, right, bottom] = cell.exec(last) ?? [];
  if (more.length > 0 || (left === undefined && top === undefined)) return undefined;
  if ((left === undefined) !== (right === undefined) || (top === undefined) !== (bottom === undefined)) {
    return undefined;
  }
  if (!text.includes(':') && (left === undefined || top === undefined)) return undefined;
  return {
    top: Number(top ?? 1),
    bottom: Math.min(Number(bottom ?? lastRow), lastRow),
    left: left === undefined ? 1 : columnNumber(left),
    right: right === undefined ? lastColumn : Math.min(columnNumber(right), lastColumn),
  };
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
