import { addMonths, type Day } from '../calendar.js';
import type { DatedPiece } from './freshness.js';
import { unstatedKind } from './kinds.js';

/** What makes a piece prove little beside an answer, whatever it says inside. */
export const pieceFaults = ['kind-not-stated', 'undated', 'expired', 'too-old'] as const;
export type PieceFault = (typeof pieceFaults)[number];

export function findPieceFaults(
  piece: DatedPiece & { readonly kind: string },
  maxAgeMonths: number | undefined,
  asOf: Day,
): PieceFault[] {
  const { kind, datedOn, expiresOn } = piece;
  const expired = expiresOn !== undefined && expiresOn < asOf;
  const old = datedOn !== undefined && maxAgeMonths !== undefined && addMonths(datedOn, maxAgeMonths) < asOf;
  return pieceFaults.filter((fault) => {
    switch (fault) {
      case 'kind-not-stated':
        return kind === unstatedKind;
      case 'undated':
        return datedOn === undefined;
      case 'expired':
        return expired;
      case 'too-old':
        // What has expired is not told twice.
        return old && !expired;
    }
  });
}
