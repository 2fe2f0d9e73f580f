const hour = 3_600;
const longestSeconds = 3 * 24 * hour;

/** A third of the time it has waited: whoever was away for an hour hears of everything within twenty minutes of coming back. */
const pause = { share: 1 / 3, leastSeconds: 5, mostSeconds: hour } as const;

interface Attempted {
  /** Since it was queued. */
  readonly seconds: number;
  /** The status of the reply, or null where there was none. */
  readonly status: number | null;
  /** Since the address last took anything, or null when this is its first failure. */
  readonly failingSeconds: number | null;
}

export type NextStep =
  | { readonly delivery: 'delivered' }
  | {
      readonly delivery: 'queued' | 'failed';
      readonly inSeconds: number;
      readonly endpoint: 'active' | 'failing' | 'gone';
    };

export function isTaken(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}

/** What follows an attempt: nothing, another one after a pause, or an address that is told of nothing more. */
export function afterAttempt({ seconds, status, failingSeconds }: Attempted): NextStep {
  if (isTaken(status)) return { delivery: 'delivered' };
  const inSeconds = Math.round(
    Math.min(pause.mostSeconds, Math.max(pause.leastSeconds, seconds * pause.share)),
  );
  // It says for good that nobody is there; what waits goes out once a person points it elsewhere.
  if (status === 410) return { delivery: 'queued', inSeconds, endpoint: 'gone' };
  const endpoint = (failingSeconds ?? 0) >= longestSeconds ? 'failing' : 'active';
  const over = endpoint === 'active' && seconds >= longestSeconds;
  return { delivery: over ? 'failed' : 'queued', inSeconds, endpoint };
}
