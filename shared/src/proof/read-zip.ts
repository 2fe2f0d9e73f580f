import type { ProofFault } from './proof-fault.js';
import {
  archiveEnd,
  centralBytes,
  endBytes,
  isProofPath,
  localSize,
  maxPathLength,
  maxZipBytes,
  maxZipEntries,
  type ZipEntry,
} from './zip-layout.js';

/** Bytes that are read by place, from a file on disk or one that a person chose in a browser. */
export interface ProofSource {
  readonly size: number;
  /** Exactly so many bytes. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
}

export interface ReadZip {
  readonly entries: readonly ZipEntry[];
  readonly faults: readonly ProofFault[];
  /** The table of contents and the end of the archive as they stand there; null where they cannot be found. */
  readonly table: ZipTable | null;
}

export interface ZipTable {
  readonly bytes: Uint8Array;
  readonly offset: number;
}

const archive = (detail: string): ReadZip => ({
  entries: [],
  faults: [{ code: 'archive', path: '', detail }],
  table: null,
});

/**
 * The table of contents, which must be the one that the entries make and cover the archive without a gap. Nothing is
 * unpacked, since nothing is compressed: what a table may claim is bounded by the bytes that are there.
 */
export async function readZip(source: ProofSource): Promise<ReadZip> {
  const { size } = source;
  if (size < endBytes || size > maxZipBytes) return archive('size');
  const end = viewOf(await source.read(size - endBytes, endBytes));
  if (end.getUint32(0, true) !== 0x0605_4b50) return archive('end');
  const count = end.getUint16(10, true);
  const offset = end.getUint32(16, true);
  const tableSize = size - endBytes - offset;
  if (count > maxZipEntries || tableSize < 0 || tableSize > count * (centralBytes + maxPathLength))
    return archive('end');
  const bytes = await source.read(offset, tableSize + endBytes);
  const entries = readTable(bytes, count);
  const table = { bytes, offset };
  if (!Array.isArray(entries)) return { entries: [], faults: [entries], table };
  return { entries, faults: checkTable(entries, bytes, offset), table };
}

function readTable(bytes: Uint8Array, count: number): ZipEntry[] | ProofFault {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  let last = '';
  for (let index = 0; index < count; index += 1) {
    if (at + centralBytes > bytes.length || view.getUint32(at, true) !== 0x0201_4b50)
      return { code: 'archive', path: '', detail: last };
    const length = view.getUint16(at + 28, true);
    const path = String.fromCharCode(
      ...bytes.subarray(at + centralBytes, at + centralBytes + Math.min(length, 400)),
    );
    if (view.byteLength < at + centralBytes + length || !isProofPath(path) || path.length !== length)
      return { code: 'name', path: printable(path), detail: last };
    entries.push({
      path,
      crc32: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += centralBytes + length;
    last = path;
  }
  return entries;
}

function checkTable(entries: readonly ZipEntry[], bytes: Uint8Array, offset: number): ProofFault[] {
  const faults: ProofFault[] = [];
  const seen = new Set<string>();
  let next = 0;
  for (const entry of entries) {
    if (seen.has(entry.path)) faults.push({ code: 'duplicate', path: entry.path });
    seen.add(entry.path);
    if (entry.offset !== next) return [...faults, { code: 'header', path: entry.path }];
    next += localSize(entry);
  }
  if (next !== offset) return [...faults, { code: 'archive', path: '', detail: 'gap' }];
  const expected = archiveEnd(entries, offset);
  const differs = firstDifference(bytes, expected);
  if (differs === -1) return faults;
  let at = 0;
  for (const { path } of entries) {
    at += centralBytes + path.length;
    if (differs < at) return [...faults, { code: 'header', path }];
  }
  return [...faults, { code: 'archive', path: '', detail: 'end' }];
}

export function firstDifference(left: Uint8Array, right: Uint8Array): number {
  const length = Math.max(left.length, right.length);
  for (let place = 0; place < length; place += 1) if (left[place] !== right[place]) return place;
  return -1;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function printable(path: string): string {
  return path.replaceAll(/[^\x21-\x7e]/g, '?').slice(0, maxPathLength);
}
