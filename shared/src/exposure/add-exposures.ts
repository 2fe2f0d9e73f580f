import type { CentsRange, Exposure } from './exposure.js';

/**
 * What may stay with the buyer of one engagement, whichever of its scenarios comes: from the best case of the least to the worst
 * of the dearest. They are other ways to lose the same service, and never added to each other.
 */
export function rangeOfScenarios(exposures: readonly Pick<Exposure, 'uncovered'>[]): CentsRange | null {
  if (exposures.length === 0) return null;
  return {
    lowCents: Math.min(...exposures.map(({ uncovered }) => uncovered.lowCents)),
    highCents: Math.max(...exposures.map(({ uncovered }) => uncovered.highCents)),
  };
}

/** Engagements that are hit together: all at their best to all at their worst. */
export function addRanges(ranges: readonly CentsRange[]): CentsRange {
  return ranges.reduce(
    (sum, { lowCents, highCents }) => ({
      lowCents: sum.lowCents + lowCents,
      highCents: sum.highCents + highCents,
    }),
    { lowCents: 0, highCents: 0 },
  );
}
