import { useCallback, useRef, useState } from 'react';

export interface OneRun<Kind extends string> {
  readonly busy: Kind | null;
  readonly error: unknown;
  readonly run: (kind: Kind, work: (signal: AbortSignal) => Promise<void>) => Promise<void>;
  readonly stop: () => void;
  /** Stops, and forgets what went wrong. */
  readonly reset: () => void;
}

/** One piece of work at a time: a new one breaks off the one before, and one that was stopped went not wrong. */
export function useOneRun<Kind extends string>(): OneRun<Kind> {
  const [busy, setBusy] = useState<Kind | null>(null);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<AbortController>(undefined);
  const run = useCallback(async (kind: Kind, work: (signal: AbortSignal) => Promise<void>) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setBusy(kind);
    setError(null);
    try {
      await work(controller.signal);
    } catch (caught) {
      if (!controller.signal.aborted) setError(caught);
    } finally {
      if (running.current === controller) setBusy(null);
    }
  }, []);
  const stop = useCallback(() => {
    running.current?.abort();
    setBusy(null);
  }, []);
  const reset = useCallback(() => {
    running.current?.abort();
    setError(null);
  }, []);
  return { busy, error, run, stop, reset };
}
