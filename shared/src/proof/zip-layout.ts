/** Where a file stands in the archive. */
export interface ZipEntry {
  readonly path: string;
  readonly size: number;
  readonly crc32: number;
  /** Of its local header. */
  readonly offset: number;
}

export const maxZipEntries = 20_000;
/** Of the whole archive: the fields of the format without its extension. */
export const maxZipBytes = 0xffff_ffff;
export const maxPathLength = 200;
export const endBytes = 22;
export const centralBytes = 46;
const localBytes = 30;
const minimumVersion = 20;
/** 1 January 1980, 00:00: the first day that the format knows. When is said inside the files. */
const dosDate = 0x21;

/** ASCII, relative, no step upwards, nothing that a file system reads in a way of its own. */
export function isProofPath(path: string): boolean {
  return (
    path.length <= maxPathLength &&
    /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/.test(path) &&
    !path.includes('..') &&
    !path.split('/').some((part) => part.endsWith('.'))
  );
}

/** Every byte follows from path, size and CRC: files are stored as they are, without compression and without extra fields. */
export function localHeader({ path, size, crc32 }: Omit<ZipEntry, 'offset'>): Uint8Array {
  const bytes = new Uint8Array(localBytes + path.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x0403_4b50, true);
  view.setUint16(4, minimumVersion, true);
  writeFacts(view, 12, size, crc32);
  view.setUint16(26, path.length, true);
  writePath(bytes, localBytes, path);
  return bytes;
}

/** The central directory and the end of the archive. */
export function archiveEnd(entries: readonly ZipEntry[], offset: number): Uint8Array {
  const size = entries.reduce((sum, { path }) => sum + centralBytes + path.length, 0);
  const bytes = new Uint8Array(size + endBytes);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const entry of entries) at = writeCentral(view, bytes, at, entry);
  view.setUint32(at, 0x0605_4b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, size, true);
  view.setUint32(at + 16, offset, true);
  return bytes;
}

export function localSize({ path, size }: Pick<ZipEntry, 'path' | 'size'>): number {
  return localBytes + path.length + size;
}

export function headerSize(path: string): number {
  return localBytes + path.length;
}

function writeCentral(view: DataView, bytes: Uint8Array, at: number, entry: ZipEntry): number {
  view.setUint32(at, 0x0201_4b50, true);
  view.setUint16(at + 4, minimumVersion, true);
  view.setUint16(at + 6, minimumVersion, true);
  writeFacts(view, at + 14, entry.size, entry.crc32);
  view.setUint16(at + 28, entry.path.length, true);
  view.setUint32(at + 42, entry.offset, true);
  writePath(bytes, at + centralBytes, entry.path);
  return at + centralBytes + entry.path.length;
}

function writeFacts(view: DataView, at: number, size: number, crc32: number): void {
  view.setUint16(at, dosDate, true);
  view.setUint32(at + 2, crc32, true);
  view.setUint32(at + 6, size, true);
  view.setUint32(at + 10, size, true);
}

function writePath(bytes: Uint8Array, at: number, path: string): void {
  for (let place = 0; place < path.length; place += 1) bytes[at + place] = path.charCodeAt(place);
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb8_8320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** CRC-32 of ISO 3309, as the format asks for it; `before` goes on with an earlier part. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  for (const byte of bytes) value = (table[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}
