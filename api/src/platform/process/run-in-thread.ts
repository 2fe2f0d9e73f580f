import { Worker, type WorkerOptions } from 'node:worker_threads';

import { hasCode } from '../files/system-error.js';

/** The thread needed more time or memory than it may have. */
export class ThreadOverspent extends Error {}

/** A thread that runs, or loads what it needs while what it will be given is made ready. */
export interface StartedThread {
  readonly worker: Worker;
  /** Resolves when it ends by itself, rejects with what ended it. */
  readonly ended: Promise<void>;
}

export interface ThreadStart {
  /** Plain JavaScript in `bin`: it is the same file from the sources and from the build. */
  readonly file: URL;
  readonly maxMegabytes: number;
}

export interface ThreadWork extends ThreadStart {
  readonly workerData: object;
  readonly transferList?: WorkerOptions['transferList'];
  readonly maxMilliseconds: number;
  /** Of the same file, and waiting for a message: it is told the data instead of being born with them. */
  readonly started?: StartedThread | undefined;
  /** Whoever asked no longer wants it. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each message as it arrives, one turn of the event loop apart. */
  readonly onMessage: (message: unknown) => void;
}

export function startThread({ file, maxMegabytes }: ThreadStart, born: WorkerOptions = {}): StartedThread {
  const worker = new Worker(file, {
    ...born,
    resourceLimits: { maxOldGenerationSizeMb: maxMegabytes, maxYoungGenerationSizeMb: 96 },
  });
  const ended = new Promise<void>((resolve, reject) => {
    worker.once('error', (error) => {
      reject(hasCode(error, 'ERR_WORKER_OUT_OF_MEMORY') ? new ThreadOverspent(error.message) : error);
    });
    worker.once('exit', () => resolve());
  });
  // Whoever gives it work is told; one that is given none is ended without a word.
  ended.catch(() => undefined);
  return { worker, ended };
}

/**
 * Runs a program to its end beside the main thread. What it is given may be made to fill the memory or to take for ever: it
 * then ends alone.
 */
export async function runInThread(work: ThreadWork): Promise<void> {
  work.signal?.throwIfAborted();
  const { workerData, started } = work;
  const transferList = [...(work.transferList ?? [])];
  const { worker, ended } = started ?? startThread(work, { workerData, transferList });
  let timer: NodeJS.Timeout | undefined;
  let giveUp = (): void => undefined;
  try {
    const cut = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new ThreadOverspent('it took too long')), work.maxMilliseconds);
      giveUp = () => reject(new Error('given up', { cause: work.signal?.reason }));
      work.signal?.addEventListener('abort', giveUp);
      worker.on('message', (message: unknown) => {
        try {
          work.onMessage(message);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
    if (started !== undefined) worker.postMessage(workerData, transferList);
    await Promise.race([ended, cut]);
  } finally {
    clearTimeout(timer);
    work.signal?.removeEventListener('abort', giveUp);
    await worker.terminate();
  }
}
