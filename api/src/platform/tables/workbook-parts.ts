import type { Content } from '../files/content.js';
import { openZip, shownName } from '../files/open-zip.js';
import type { StoredPart } from '../files/stored-zip.js';
import { readZipPart } from '../files/zip-part.js';

/** What the values of a workbook are read from; pictures, drawings, themes and the rest are never opened. */
const needed =
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/sheet\d+\.xml)$/u;

export class WorkbookTooLarge extends Error {}

interface WorkbookBounds {
  readonly maxExpandedBytes: number;
  /** In the whole file, needed or not. */
  readonly maxEntries: number;
}

/** The parts that hold values, unpacked; nothing has looked into the file before. */
export async function readWorkbookParts(workbook: Content, bounds: WorkbookBounds): Promise<StoredPart[]> {
  const zip = await openZip(workbook);
  const parts = new Map<string, StoredPart>();
  let left = bounds.maxExpandedBytes;
  let entries = 0;
  for await (const entry of zip.eachEntry()) {
    if ((entries += 1) > bounds.maxEntries) throw new WorkbookTooLarge();
    const name = shownName(entry).replace(/^\//u, '');
    if (!needed.test(name)) continue;
    const bytes = await readZipPart(workbook, zip, entry, left);
    if (bytes === undefined) throw new WorkbookTooLarge();
    left -= bytes.length;
    parts.set(name, { name, bytes });
  }
  return [...parts.values()];
}
