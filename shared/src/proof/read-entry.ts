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
  let headerSound = true;
  let at = entry.offset;
  while (at < end) {
    const chunk = await source.read(at, Math.min(chunkBytes, end - at));
    if (chunk.length === 0) throw new RangeError('the source ended before its size');
    const first = at === entry.offset;
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
