import type { Content } from '../files/content.js';
import { openZip, shownName } from '../files/open-zip.js';
import { readZipPart } from '../files/zip-part.js';

const maxMergedCells = 200_000;
const mergeTag = /<(?:\w+:)?mergeCell(?=[\s/>])([^<>]*)/gu;
const reference = /\sref=(["'])([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?\1/u;

/** Whether the merged cells of a workbook are few enough to be unfolded one by one: a merge may claim a whole sheet. */
export async function canUnfoldMerges(workbook: Content, maxPartBytes: number): Promise<boolean> {
  const zip = await openZip(workbook);
  let cells = 0;
  for await (const entry of zip.eachEntry()) {
    if (!shownName(entry).endsWith('.xml')) continue;
    const part = await readZipPart(workbook, zip, entry, maxPartBytes);
    for (const [, attributes = ''] of part?.toString('utf8').matchAll(mergeTag) ?? []) {
      cells += areaOf(attributes);
      if (cells > maxMergedCells) return false;
    }
  }
  return true;
}

/** Endless when it is written in a way that is not understood here, and might be elsewhere. */
function areaOf(attributes: string): number {
  const [, , left, top, right = left, bottom = top] = reference.exec(attributes) ?? [];
  if (left === undefined || right === undefined) return Infinity;
  return (Math.abs(columnOf(right) - columnOf(left)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1);
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
