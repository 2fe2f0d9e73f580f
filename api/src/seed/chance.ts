/** Numbers that look drawn by lot and are the same in every run with the same seed. */
export interface Chance {
  /** From 0 to below 1. */
  readonly next: () => number;
  /** Whole, from 0 to below `count`. */
  readonly below: (count: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly happens: (probability: number) => boolean;
}

/** Mulberry32: fast, even enough for invented data, and nothing that a secret may be made of. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    happens: (probability) => next() < probability,
  };
}
