import { randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Readable, pipeline, type Transform } from 'node:stream';

import { chunksOf, contentOfBuffer, contentOfFile, type Content } from '../files/content.js';
import { hasCode } from '../files/system-error.js';
import { createEicarMatcher, eicarSignature } from './eicar.js';
import { builtInEngine } from './engine-names.js';
import { infected } from './scan-stopped.js';

/** Larger things lie in a file while they are looked at. */
const inMemoryBytes = 262_144;

/** The chunks as they come out of a decompressor. Leaving the loop early tears both down. */
export function through(chunks: AsyncIterable<Buffer>, transform: Transform): AsyncIterable<Buffer> {
  // The error reaches the reader through the iterator of the transform.
  pipeline(Readable.from(chunks), transform, () => undefined);
  return transform;
}

export interface Compression {
  /** Throws ERR_BUFFER_TOO_LARGE past the limit. */
  readonly atOnce: (bytes: Buffer, limit: { readonly maxOutputLength: number }) => Buffer;
  readonly stream: () => Transform;
}

/** Making a stream costs more than most entries hold: what is small, and stays so, is unpacked at once. */
export async function* unpacked(data: Content, compression: Compression): AsyncGenerator<Buffer> {
  const small =
    data.size <= inMemoryBytes ? unpackSmall(await data.read(0, data.size), compression) : undefined;
  if (small === undefined) yield* through(chunksOf(data), compression.stream());
  else yield small;
}

function unpackSmall(bytes: Buffer, { atOnce }: Compression): Buffer | undefined {
  try {
    return atOnce(bytes, { maxOutputLength: inMemoryBytes });
  } catch (error) {
    if (hasCode(error, 'ERR_BUFFER_TOO_LARGE')) return undefined;
    throw error;
  }
}

/** Ends the scan when the test file stands in the bytes. */
export function refuseEicar(bytes: Buffer, where: string): void {
  if (createEicarMatcher()(bytes)) throw infected(builtInEngine, eicarSignature, where);
}

/** The same for a stream, handed on as it is. */
export async function* matched(chunks: AsyncIterable<Buffer>, where: string): AsyncGenerator<Buffer> {
  const matches = createEicarMatcher();
  for await (const chunk of chunks) {
    if (matches(chunk)) throw infected(builtInEngine, eicarSignature, where);
    yield chunk;
  }
}

export interface Expansion {
  readonly chunks: AsyncIterable<Buffer>;
  readonly where: string;
  readonly workFolder: string;
  /** Called with the size of each chunk; throws when there is too much. */
  readonly meter: (bytes: number) => void;
}

/**
 * Matches and counts what comes out of an archive and keeps it readable while `use` runs: small things in memory,
 * large ones in a nameless file of the work folder. Nothing is ever written under a name that an archive gives.
 */
export async function withExpanded<T>(
  expansion: Expansion,
  use: (content: Content) => Promise<T>,
): Promise<T> {
  let held: Buffer[] = [];
  let size = 0;
  let file: FileHandle | undefined;
  try {
    for await (const chunk of matched(expansion.chunks, expansion.where)) {
      expansion.meter(chunk.length);
      held.push(chunk);
      size += chunk.length;
      if (size > inMemoryBytes) {
        file ??= await openNameless(expansion.workFolder);
        await file.writev(held);
        held = [];
      }
    }
    if (file !== undefined && held.length > 0) await file.writev(held);
    return await use(file === undefined ? contentOfBuffer(Buffer.concat(held)) : contentOfFile(file, size));
  } finally {
    await file?.close();
  }
}

/** Removed as soon as it is open, so that no crash leaves it behind. */
async function openNameless(folder: string): Promise<FileHandle> {
  const name = path.join(folder, `${randomUUID()}.part`);
  const handle = await open(name, 'wx+', 0o600);
  await rm(name);
  return handle;
}
