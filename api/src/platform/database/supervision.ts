import { isRunning, pause } from '../process/process-state.js';
import type { Postmaster } from './postmaster.js';

export interface Supervision {
  readonly start: () => Promise<Postmaster>;
  readonly stop: (pid: number) => Promise<void>;
  readonly tell: (line: string) => void;
}

const lookEveryMs = 200;
const longestPauseMs = 10_000;

/** Starts the postmaster again, on the same port, whenever it ends without having been asked to. */
export function keepRunning(first: Postmaster, { start, stop, tell }: Supervision) {
  let current = first;
  let stopping = false;
  let restarting: Promise<void> | null = null;

  async function restart(): Promise<void> {
    tell('The embedded PostgreSQL ended: starting it again.');
    for (let pauseMs = 100; !stopping; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        current = await start();
        return;
      } catch (error) {
        tell(
          `The embedded PostgreSQL does not start again: ${error instanceof Error ? error.message : String(error)}`,
        );
        await pause(pauseMs);
      }
    }
  }

  // Looked at rather than listened to: a postmaster that was taken over is nobody's child here.
  const watch = setInterval(() => {
    if (stopping || restarting !== null || isRunning(current.pid)) return;
    restarting = restart().finally(() => {
      restarting = null;
    });
  }, lookEveryMs);
  watch.unref();

  return {
    pid: () => current.pid,
    stop: async (): Promise<void> => {
      stopping = true;
      clearInterval(watch);
      await restarting;
      await stop(current.pid);
    },
  };
}
