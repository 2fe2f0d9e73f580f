import { setTimeout } from 'node:timers/promises';

export interface Repeating {
  /** Resolves once the work under way is done. */
  stop(): Promise<void>;
}

/** Pauses and works, again and again until it is stopped; a failure is told, and the work tried after the next pause. */
export function repeat(
  work: () => Promise<unknown>,
  { everyMs, onError }: { readonly everyMs: number; readonly onError: (error: unknown) => void },
): Repeating {
  const stopping = new AbortController();
  const pause = (): Promise<boolean> =>
    setTimeout(everyMs, true, { signal: stopping.signal }).catch(() => false);
  const turns = (async () => {
    while (await pause()) await work().catch(onError);
  })();
  return {
    stop: () => {
      stopping.abort();
      return turns;
    },
  };
}
