import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

import { accept, refuse, type Decision } from '@probant/shared/decision';

import { hasCode } from './system-error.js';

export interface ReceivedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** Call it whatever became of the file; a second call, or one after the file was kept, does nothing. */
  discard(): Promise<void>;
}

export interface ReceiveLimits {
  readonly maxBytes: number;
}

/** Writes an upload to the folder while it arrives, hashing it, and leaves nothing behind when it is refused. */
export async function receive(
  source: Readable,
  folder: string,
  { maxBytes }: ReceiveLimits,
): Promise<Decision<ReceivedFile>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${process.pid}-${randomUUID()}.upload`);
  const discard = (): Promise<void> => rm(file, { force: true });
  const handle = await open(file, 'wx', 0o600);
  let kept = false;
  try {
    const received = await writeAll(source, handle, maxBytes);
    if (!received.accepted) return received;
    await handle.sync();
    kept = true;
    return accept({ path: file, ...received.value, discard });
  } finally {
    await handle.close();
    if (!kept) await discard();
  }
}

async function writeAll(
  source: Readable,
  handle: FileHandle,
  maxBytes: number,
): Promise<Decision<{ readonly size: number; readonly sha256: string }>> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of arriving(source)) {
      size += chunk.length;
      if (size > maxBytes) {
        return refuse('file-too-large', { params: { maxMegabytes: Math.floor(maxBytes / 1_000_000) } });
      }
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
  } catch (error) {
    if (error instanceof Interrupted) return refuse('upload-interrupted');
    throw error;
  }
  return size === 0 ? refuse('file-empty') : accept({ size, sha256: hash.digest('hex') });
}

/** The sender's failure, as against one of our own disk. */
class Interrupted extends Error {}

async function* arriving(source: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of source) yield Buffer.from(chunk as Uint8Array);
  } catch (cause) {
    throw new Interrupted('the upload broke off', { cause });
  }
}

const abandonedAfterMilliseconds = 86_400_000;

/** Removes what uploads of processes that died have left; those of a process that still runs are not touched. */
export async function sweepReceived(folder: string, now: number): Promise<number> {
  let removed = 0;
  for (const name of await namesIn(folder)) {
    const pid = /^(\d+)-.*\.upload$/u.exec(name)?.[1];
    if (pid === undefined) continue;
    const file = path.join(folder, name);
    const { mtimeMs } = await stat(file);
    if (isRunning(Number(pid)) && now - mtimeMs < abandonedAfterMilliseconds) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Our own id belongs to a process that died before this one had it: nothing of this one is there yet at start. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}
