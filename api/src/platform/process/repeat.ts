export interface Repeating {
  /** Resolves once the work under way is done. */
  stop(): Promise<void>;
}

/** Works, pauses, works again, until it is stopped; a failure is told and the work tried again after the pause. */
export function repeat(
  work: () => Promise<unknown>,
  { everyMs, onError }: { readonly everyMs: number; readonly onError: (error: unknown) => void },
): Repeating {
  let stopped = false;
  let wake = (): void => undefined;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const turns = (async () => {
    for (;;) {
      await pause();
      if (stopped) return;
      await work().catch(onError);
    }
  })();
  return {
    stop: () => {
      stopped = true;
      wake();
      return turns;
    },
  };
}
