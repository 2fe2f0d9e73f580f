import type { StoredPart } from '../files/stored-zip.js';
import { slicesOf } from './measure-sheet.js';

/** Without a place, a cell stands after the one before, empty or not. */
const placeless = /<(?:\w+:)?c(?![^>]*\sr=)[\s>/]/u;
const empty = /<c r="[A-Z]{1,3}\d{1,7}"(?: s="\d{1,6}")?\s?\/>/gu;

/** A form is drawn with thousands of cells that have a format and no value: a library would make an object of each. */
export async function withoutEmptyCells(part: StoredPart): Promise<StoredPart> {
  if (!part.name.startsWith('xl/worksheets/')) return part;
  const slices: Buffer[] = [];
  for await (const slice of slicesOf(part.bytes)) {
    if (placeless.test(slice)) return part;
    slices.push(Buffer.from(slice.replaceAll(empty, ''), 'latin1'));
  }
  return { name: part.name, bytes: Buffer.concat(slices) };
}
