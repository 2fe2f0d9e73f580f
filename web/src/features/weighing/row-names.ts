/** Whose row it is. */
export interface RowName {
  readonly engagementId: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly engagementName: string;
}

type Numbered = RowName & { readonly number: number };

export interface RowNames {
  readonly subscribe: (listener: () => void) => () => void;
  /** Another number whenever names came, or did not. */
  readonly version: () => number;
  /** undefined: not here yet; null: the engagement is no longer there. */
  readonly get: (number: number) => RowName | null | undefined;
  readonly error: () => unknown;
  /** What is in sight: asked for as soon as it stays so for a moment. */
  readonly want: (place: string, numbers: readonly number[]) => void;
  readonly retry: () => void;
}

const restMs = 60;
/** The most that the API names at once. */
const most = 100;

/** Names are asked for as rows come in sight, and kept: nobody downloads those of everybody. */
export function createRowNames(load: (numbers: readonly number[]) => Promise<readonly Numbered[]>): RowNames {
  const known = new Map<number, RowName | null>();
  const listeners = new Set<() => void>();
  let version = 0;
  /** By place of the screen. */
  const wanted = new Map<string, readonly number[]>();
  let error: unknown = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking = false;

  const tell = (): void => {
    version += 1;
    for (const listener of listeners) listener();
  };
  const ask = async (): Promise<void> => {
    const missing = [...new Set([...wanted.values()].flat())]
      .filter((number) => !known.has(number))
      .slice(0, most);
    if (missing.length === 0 || asking || error !== null) return;
    asking = true;
    try {
      const found = await load(missing);
      for (const number of missing) known.set(number, null);
      for (const one of found) known.set(one.number, one);
    } catch (caught) {
      error = caught;
    }
    asking = false;
    tell();
    void ask();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    get: (number) => known.get(number),
    error: () => error,
    want: (place, numbers) => {
      wanted.set(place, numbers);
      clearTimeout(waiting);
      waiting = setTimeout(() => void ask(), known.size === 0 ? 0 : restMs);
    },
    retry: () => {
      error = null;
      void ask();
    },
  };
}
