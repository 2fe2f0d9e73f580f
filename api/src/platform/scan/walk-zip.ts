import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';

import type { Entry } from 'yauzl';

import { chunksOf, contains, sliceOf, type Content } from '../files/content.js';
import { openZip, shownName, type ZipSpan } from '../files/open-zip.js';
import { isSystemError } from '../files/system-error.js';
import { unpacked, withExpanded, type Compression } from './expand.js';
import { inside, type Part, type ScanContext } from './part.js';
import { asCorrupt, ScanStopped, unscannable } from './scan-stopped.js';

interface Extent {
  readonly start: number;
  readonly end: number;
}

const rawDeflate: Compression = {
  atOnce: (bytes, limit) => inflateRawSync(bytes, limit),
  stream: () => createInflateRaw({ chunkSize: 65_536 }),
};
const localHeader = Buffer.from('PK\x03\x04', 'latin1');

export async function walkZip(part: Part, span: ZipSpan, context: ScanContext): Promise<void> {
  const { where, depth } = part;
  context.budget.enter(depth + 1, where);
  try {
    await walkEntries(span.archive, part, context);
  } catch (error) {
    if (span.atStart || error instanceof ScanStopped || isSystemError(error)) throw asCorrupt(error, where);
    // Something that only ends like a ZIP, behind a file of another kind.
    context.unopened.push({ where, why: 'unread' });
  }
}

async function walkEntries(archive: Content, part: Part, context: ScanContext): Promise<void> {
  const zip = await openZip(archive);
  context.budget.checkEntries(zip.entryCount, part.where);
  const extents: Extent[] = [];
  for await (const entry of zip.eachEntry()) {
    const where = inside(part.where, shownName(entry));
    context.budget.countEntry(where);
    await context.budget.pause();
    if (entry.isEncrypted()) throw unscannable('encrypted', where);
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const end = fileDataStart + entry.compressedSize;
    extents.push({ start: entry.relativeOffsetOfLocalHeader, end });
    if (entry.compressedSize > 0) {
      await walkEntry(sliceOf(archive, fileDataStart, end), entry, { ...part, where }, context);
    } else if (entry.uncompressedSize > 0) throw unscannable('corrupt', where);
  }
  await refuseHidden(archive, extents, part.where);
}

async function walkEntry(data: Content, entry: Entry, part: Part, context: ScanContext): Promise<void> {
  const { where, depth } = part;
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    throw unscannable('format-not-opened', where);
  context.budget.checkDeclared(entry.uncompressedSize, entry.compressedSize, where);
  const chunks = matchingSum(
    entry.compressionMethod === 0 ? chunksOf(data) : unpacked(data, rawDeflate),
    entry,
    where,
  );
  const meter = context.budget.meter(entry.compressedSize, where);
  await withExpanded({ chunks, where, workFolder: context.workFolder, meter }, async (content) => {
    if (content.size !== entry.uncompressedSize) throw unscannable('corrupt', where);
    await context.walk({ content, where, depth: depth + 1 });
  }).catch((error: unknown) => {
    throw asCorrupt(error, where);
  });
}

async function* matchingSum(
  chunks: AsyncIterable<Buffer>,
  entry: Entry,
  where: string,
): AsyncGenerator<Buffer> {
  let sum = 0;
  for await (const chunk of chunks) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc32) throw unscannable('corrupt', where);
}

/**
 * Entries that overlap are how small archives expand without end, and an entry that the directory does not list is one
 * that other programs find all the same.
 */
async function refuseHidden(archive: Content, extents: Extent[], where: string): Promise<void> {
  let position = 0;
  for (const extent of extents.toSorted((a, b) => a.start - b.start)) {
    if (extent.start < position) throw unscannable('corrupt', where);
    await refuseEntryIn(sliceOf(archive, position, extent.start), where);
    position = extent.end;
  }
  await refuseEntryIn(sliceOf(archive, position, archive.size), where);
}

async function refuseEntryIn(gap: Content, where: string): Promise<void> {
  if (await contains(gap, localHeader)) throw unscannable('corrupt', where);
}
