import type { FileHandle } from 'node:fs/promises';

/** Bytes that can be read from any place, wherever they lie. */
export interface Content {
  readonly size: number;
  /** Fewer bytes than asked for only at the end. */
  read(offset: number, length: number): Promise<Buffer>;
}

export const chunkBytes = 65_536;

export function contentOfBuffer(buffer: Buffer): Content {
  return {
    size: buffer.length,
    read: (offset, length) => Promise.resolve(buffer.subarray(offset, offset + length)),
  };
}

/** The handle stays the caller's to close. */
export function contentOfFile(handle: FileHandle, size: number): Content {
  return {
    size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const buffer = Buffer.allocUnsafe(wanted);
      let filled = 0;
      while (filled < wanted) {
        const { bytesRead } = await handle.read(buffer, filled, wanted - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    },
  };
}

export function sliceOf(content: Content, start: number, end: number): Content {
  const from = Math.min(start, content.size);
  const size = Math.max(0, Math.min(end, content.size) - from);
  return {
    size,
    read: (offset, length) => content.read(from + offset, Math.max(0, Math.min(length, size - offset))),
  };
}

export async function* chunksOf(content: Content): AsyncGenerator<Buffer> {
  for (let offset = 0; offset < content.size; offset += chunkBytes) {
    yield await content.read(offset, Math.min(chunkBytes, content.size - offset));
  }
}

/** Offsets of every occurrence of the needle, in order, without holding more than a chunk. */
export async function* offsetsOf(content: Content, needle: Buffer): AsyncGenerator<number> {
  const overlap = needle.length - 1;
  for (let offset = 0; offset < content.size; offset += chunkBytes) {
    const window = await content.read(offset, chunkBytes + overlap);
    for (let found = window.indexOf(needle); found !== -1; found = window.indexOf(needle, found + 1)) {
      if (found < chunkBytes) yield offset + found;
    }
  }
}

export async function contains(content: Content, needle: Buffer): Promise<boolean> {
  const first = await offsetsOf(content, needle).next();
  return first.done !== true;
}
