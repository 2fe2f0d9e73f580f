import { headerSize, localHeader, type ZipEntry } from './zip-layout.js';
import { firstDifference, type ProofSource } from './read-zip.js';
import type { ProofCrypto } from './proof-crypto.js';
import { strictDecoder } from './utf8.js';

const chunkBytes = 1_048_576;

export interface ReadEntry {
  readonly headerSound: boolean;
  readonly sha256: string;
}

/** Reads a file of the archive once, hashes it, and hands its bytes on. */
export async function readEntry(
  source: ProofSource,
  entry: ZipEntry,
  { hasher }: Pick<ProofCrypto, 'hasher'>,
  onBytes?: (bytes: Uint8Array) => void,
): Promise<ReadEntry> {
  const header = headerSize(entry.path);
  const hash = hasher();
  const end = entry.offset + header + entry.size;
  const readFrom = (place: number): Promise<Uint8Array> => {
    const read = source.read(place, Math.min(chunkBytes, end - place));
    // Awaited later, or never where something else fails before.
    read.catch(() => undefined);
    return read;
  };
  let headerSound = true;
  let at = entry.offset;
  let next = readFrom(at);
  while (at < end) {
    const chunk = await next;
    if (chunk.length === 0) throw new RangeError('the source ended before its size');
    const first = at === entry.offset;
    // The next part is read while this one is checked.
    if (at + chunk.length < end) next = readFrom(at + chunk.length);
    if (first) headerSound = firstDifference(chunk.subarray(0, header), localHeader(entry)) === -1;
    const content = first ? chunk.subarray(header) : chunk;
    hash.update(content);
    onBytes?.(content);
    at += chunk.length;
  }
  return { headerSound, sha256: hash.hex() };
}

/** Splits UTF-8 into lines without their feeds; a last line without a feed counts too. False once one is too long or no UTF-8. */
export function lineSplitter(onLine: (line: string) => void, longest = 4_000_000) {
  const decoder = strictDecoder();
  let rest = '';
  let sound = true;
  const take = (text: string): void => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longest) sound = false;
    for (const line of lines) onLine(line);
  };
  const decoded = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      sound = false;
      return '';
    }
  };
  return {
    feed: (bytes: Uint8Array) => {
      if (sound) take(decoded(bytes));
    },
    end: (): boolean => {
      if (sound) take(decoded());
      return sound && rest === '';
    },
  };
}

const newLine = 0x0a;

/**
 * Finds the lines in bytes that come in parts, without making text of them: `onLine` gets the bytes of a line without its feed, and
 * says whether it is to go on. False at the end once it was not, a line was too long, or the last one has no feed.
 */
export function byteLines(
  onLine: (bytes: Uint8Array, start: number, end: number) => boolean,
  longest = 4_000_000,
) {
  let rest = new Uint8Array();
  let sound = true;
  const feed = (bytes: Uint8Array): void => {
    let start = 0;
    let end = sound ? bytes.indexOf(newLine) : -1;
    if (end !== -1 && rest.length > 0) {
      const line = joined(rest, bytes.subarray(0, end));
      rest = new Uint8Array();
      sound = onLine(line, 0, line.length);
      start = end + 1;
      end = bytes.indexOf(newLine, start);
    }
    for (; sound && end !== -1; end = bytes.indexOf(newLine, start)) {
      sound = onLine(bytes, start, end);
      start = end + 1;
    }
    if (!sound) return;
    rest = joined(rest, bytes.subarray(start));
    if (rest.length > longest) sound = false;
  };
  return { feed, end: (): boolean => sound && rest.length === 0 };
}

function joined(before: Uint8Array, after: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(before.length + after.length);
  bytes.set(before);
  bytes.set(after, before.length);
  return bytes;
}
