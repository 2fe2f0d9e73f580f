import { setImmediate } from 'node:timers/promises';

const tag = /<(?:\w+:)?(c|row|mergeCell)(?=[\s/>])([^<]*)/gu;
const range = /\sref=(["'])([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?\1/u;
const sliceBytes = 262_144;

export interface SheetSize {
  /** Cells that are written, empty ones with a format included. */
  readonly cells: number;
  /** Cells up to the last one of each row, and columns up to the last one: what a library makes room for. */
  readonly slots: number;
  /** Cells that merges cover: a merge may claim a whole sheet. */
  readonly merged: number;
}

/**
 * What reading a sheet would take, told from its text before a library makes objects of it. Whatever is written in a way
 * that is not understood here, and might be elsewhere, counts as endless.
 */
export async function measureSheet(part: Buffer): Promise<SheetSize> {
  const size = { cells: 0, slots: 0, merged: 0 };
  let [rowEnd, sheetEnd, column] = [0, 0, 0];
  for await (const text of slicesOf(part)) {
    for (const [, name = '', attributes = ''] of text.matchAll(tag)) {
      if (name === 'mergeCell') size.merged += areaOf(attributes);
      if (name === 'row') {
        size.slots += rowEnd;
        [rowEnd, column] = [0, 0];
      }
      if (name === 'c') {
        size.cells += 1;
        column = columnIn(attributes, column + 1);
        rowEnd = Math.max(rowEnd, column);
        sheetEnd = Math.max(sheetEnd, column);
      }
    }
  }
  return { ...size, slots: size.slots + rowEnd + sheetEnd };
}

/** Cut between two tags, a turn of the event loop apart. */
export async function* slicesOf(part: Buffer): AsyncGenerator<string> {
  let start = 0;
  while (start < part.length) {
    const end = start + sliceBytes < part.length ? part.lastIndexOf('<', start + sliceBytes) : part.length;
    const next = end > start ? end : endOfTag(part, start + sliceBytes);
    yield part.toString('latin1', start, next);
    await setImmediate();
    start = next;
  }
}

/** Of a tag or a text that is longer than a slice. */
function endOfTag(part: Buffer, from: number): number {
  const next = part.indexOf('<', from);
  return next === -1 ? part.length : next;
}

/** As nearly every cell is written: its place first, and nothing behind it that could name another. */
const plainPlace = /^ r="([A-Z]{1,3})\d{1,7}"(?=[^r]*$)/u;

function columnIn(attributes: string, following: number): number {
  const plain = plainPlace.exec(attributes)?.[1];
  if (plain !== undefined) return columnOf(plain);
  const [, given, ...more] = attributes.split(/\sr\s*=\s*/u);
  if (given === undefined) return following;
  const letters = more.length > 0 ? undefined : /^(["'])([A-Z]{1,3})\d{1,7}\1/u.exec(given)?.[2];
  return letters === undefined ? Infinity : columnOf(letters);
}

function areaOf(attributes: string): number {
  const [, , left, top, right = left, bottom = top] = range.exec(attributes) ?? [];
  if (left === undefined || right === undefined) return Infinity;
  return (Math.abs(columnOf(right) - columnOf(left)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1);
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
