import { Worker, type WorkerOptions } from 'node:worker_threads';

import { hasCode } from '../files/system-error.js';

/** The thread needed more time or memory than it may have. */
export class ThreadOverspent extends Error {}

export interface ThreadWork {
  /** Plain JavaScript in `bin`: it is the same file from the sources and from the build. */
  readonly file: URL;
  readonly workerData: object;
  readonly transferList?: WorkerOptions['transferList'];
  readonly maxMegabytes: number;
  readonly maxMilliseconds: number;
  /** Whoever asked no longer wants it. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each message as it arrives, one turn of the event loop apart. */
  readonly onMessage: (message: unknown) => void;
}

/**
 * Runs a program to its end beside the main thread. What it is given may be made to fill the memory or to take for ever: it
 * then ends alone.
 */
export async function runInThread(work: ThreadWork): Promise<void> {
  work.signal?.throwIfAborted();
  const worker = new Worker(work.file, {
    workerData: work.workerData,
    transferList: [...(work.transferList ?? [])],
    resourceLimits: { maxOldGenerationSizeMb: work.maxMegabytes, maxYoungGenerationSizeMb: 32 },
  });
  let timer: NodeJS.Timeout | undefined;
  let giveUp = (): void => undefined;
  try {
    await new Promise<void>((resolve, reject) => {
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
      worker.once('error', (error) => {
        reject(hasCode(error, 'ERR_WORKER_OUT_OF_MEMORY') ? new ThreadOverspent(error.message) : error);
      });
      worker.once('exit', () => resolve());
    });
  } finally {
    clearTimeout(timer);
    work.signal?.removeEventListener('abort', giveUp);
    await worker.terminate();
  }
}
