const stopping = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const patienceMs = 2_000;
const lookEveryMs = 200;

/** What ends a program: Ctrl-C, a closed terminal, the system, or the end of the parent that started it over IPC. */
export interface StopSignals {
  readonly asked: AbortSignal;
  /** Resolves when the program is asked to stop. */
  readonly untilAsked: Promise<void>;
  readonly ignore: () => void;
}

/**
 * npm hands Ctrl-C on to a program that the terminal has told already, so the same wish arrives twice; one that comes
 * later than that means that the person has lost patience.
 */
export function listenForStop(): StopSignals {
  const controller = new AbortController();
  let askedAt = 0;
  const ask = () => {
    if (askedAt === 0) {
      askedAt = Date.now();
      controller.abort();
    } else if (Date.now() - askedAt > patienceMs) {
      process.exit(130);
    }
  };
  for (const name of stopping) process.on(name, ask);
  if (process.connected) process.once('disconnect', ask);
  const watch = process.env['npm_lifecycle_event'] === undefined ? undefined : watchParent(ask);
  return {
    asked: controller.signal,
    untilAsked: new Promise((resolve) => {
      controller.signal.addEventListener('abort', () => resolve(), { once: true });
    }),
    ignore: () => {
      for (const name of stopping) process.off(name, ask);
      process.off('disconnect', ask);
      clearInterval(watch);
    },
  };
}

/** npm runs scripts in a shell, and a shell that is told to end tells nobody: its end is seen by the new parent. */
function watchParent(ask: () => void): NodeJS.Timeout {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    ask();
  }, lookEveryMs);
  return watch.unref();
}
