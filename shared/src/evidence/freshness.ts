import { addMonths } from '../calendar.js';
import type { EvidenceLevel } from '../questionnaires/document.js';

/** Days are ISO dates, `2026-11-22`, so that they compare as text. */
export interface DatedPiece {
  /** Day of the document, if it has one. */
  readonly datedOn?: string | undefined;
  /** Last day on which the certificate or the attestation is valid. */
  readonly expiresOn?: string | undefined;
}

export const freshnesses = ['fresh', 'stale', 'undated'] as const;
export type Freshness = (typeof freshnesses)[number];

/**
 * A piece is stale the day after it expires, and the day after its age passes the months that the question allows.
 * Without a date its age cannot be shown; it is then neither fresh nor stale, and worth E1 at most.
 */
export function deriveFreshness(
  piece: DatedPiece,
  maxAgeMonths: number | undefined,
  asOf: string,
): Freshness {
  if (piece.expiresOn !== undefined && piece.expiresOn < asOf) return 'stale';
  if (piece.datedOn === undefined) return 'undated';
  if (maxAgeMonths !== undefined && addMonths(piece.datedOn, maxAgeMonths) < asOf) return 'stale';
  return 'fresh';
}

/** The last day on which the piece is fresh; absent when nothing makes it age. */
export function findLastFreshDay(piece: DatedPiece, maxAgeMonths: number | undefined): string | undefined {
  const byAge =
    piece.datedOn === undefined || maxAgeMonths === undefined
      ? undefined
      : addMonths(piece.datedOn, maxAgeMonths);
  if (byAge === undefined) return piece.expiresOn;
  return piece.expiresOn !== undefined && piece.expiresOn < byAge ? piece.expiresOn : byAge;
}

/** Levels that a reviewer may give: from E2 on, a level rests on a date. */
export function assignableLevels(piece: DatedPiece): readonly EvidenceLevel[] {
  return piece.datedOn === undefined ? ['E0', 'E1'] : ['E0', 'E1', 'E2', 'E3', 'E4'];
}
