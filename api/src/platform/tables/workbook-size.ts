import type { Content } from '../files/content.js';
import { openZip, shownName } from '../files/open-zip.js';
import { readZipPart } from '../files/zip-part.js';

const maxMergedCells = 200_000;
const cellTag = /<(?:\w+:)?c[\s/>]/gu;
const mergeTag = /<(?:\w+:)?mergeCell(?=[\s/>])([^<>]*)/gu;
const reference = /\sref=(["'])([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?\1/u;

export interface WorkbookSize {
  /** Cells that are written, empty ones with a format included. */
  readonly cells: number;
  /** Whether merged cells are few enough to be unfolded one by one: a merge may claim a whole sheet. */
  readonly unfoldable: boolean;
}

/** What reading a workbook would take, told from its text before a library makes objects of it. */
export async function measureWorkbook(workbook: Content, maxPartBytes: number): Promise<WorkbookSize> {
  const zip = await openZip(workbook);
  let cells = 0;
  let merged = 0;
  for await (const entry of zip.eachEntry()) {
    if (!shownName(entry).endsWith('.xml')) continue;
    const text = (await readZipPart(workbook, zip, entry, maxPartBytes))?.toString('utf8') ?? '';
    cells += countOf(text, cellTag);
    for (const [, attributes = ''] of text.matchAll(mergeTag)) merged += areaOf(attributes);
  }
  return { cells, unfoldable: merged <= maxMergedCells };
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

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (pattern.lastIndex = 0; pattern.test(text);) count += 1;
  return count;
}
