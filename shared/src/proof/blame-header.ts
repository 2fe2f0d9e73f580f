import type { ProofFault } from './proof-fault.js';
import { firstDifference, type ProofSource, type ZipTable } from './read-zip.js';
import {
  archiveEnd,
  centralBytes,
  headerSize,
  isProofPath,
  localSize,
  maxPathLength,
  maxZipEntries,
  type ZipEntry,
} from './zip-layout.js';

/**
 * Which entry of the table of contents is not what the header before its file tells. Undefined where the headers do not lead
 * up to the table, or tell the same.
 */
export async function blameHeader(
  source: ProofSource,
  { bytes, offset }: ZipTable,
): Promise<ProofFault | undefined> {
  const entries = await walkHeaders(source, offset);
  const differs = entries === undefined ? -1 : firstDifference(bytes, archiveEnd(entries, offset));
  if (entries === undefined || differs === -1) return undefined;
  let at = 0;
  for (const { path } of entries) {
    at += centralBytes + path.length;
    if (differs < at) return { code: 'header', path };
  }
  return { code: 'archive', path: '', detail: 'end' };
}

/** The files as the headers before them tell. */
async function walkHeaders(source: ProofSource, end: number): Promise<readonly ZipEntry[] | undefined> {
  const entries: ZipEntry[] = [];
  const fixed = headerSize('');
  let at = 0;
  while (at < end && entries.length < maxZipEntries) {
    const bytes = await source.read(at, Math.min(fixed + maxPathLength, end - at));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < fixed || view.getUint32(0, true) !== 0x0403_4b50) return undefined;
    const path = String.fromCharCode(...bytes.subarray(fixed, fixed + view.getUint16(26, true)));
    if (path.length !== view.getUint16(26, true) || !isProofPath(path)) return undefined;
    const entry = { path, crc32: view.getUint32(14, true), size: view.getUint32(18, true), offset: at };
    entries.push(entry);
    at += localSize(entry);
  }
  return at === end ? entries : undefined;
}
