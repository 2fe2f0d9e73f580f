import type { Content } from '../files/content.js';
import { openZip, shownName } from '../files/open-zip.js';
import { readZipPart } from '../files/zip-part.js';

const maxMergedCells = 200_000;
const mergeReference = /<(?:\w+:)?mergeCell\s[^>]*\bref="([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?"/gu;

/** Whether the merged cells of a workbook are few enough to be unfolded one by one: a merge may claim a whole sheet. */
export async function canUnfoldMerges(workbook: Content, maxPartBytes: number): Promise<boolean> {
  const zip = await openZip(workbook);
  let cells = 0;
  for await (const entry of zip.eachEntry()) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/u.test(shownName(entry))) continue;
    const sheet = await readZipPart(workbook, zip, entry, maxPartBytes);
    for (const [, left = '', top = '', right = left, bottom = top] of sheet
      ?.toString('utf8')
      .matchAll(mergeReference) ?? []) {
      cells +=
        (Math.abs(columnOf(right) - columnOf(left)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1);
      if (cells > maxMergedCells) return false;
    }
  }
  return true;
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
