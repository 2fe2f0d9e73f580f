import { parisDay } from '../calendar.js';
import { deriveFreshness, type DatedPiece } from '../evidence/freshness.js';
import type { EvidenceLevel, EvidenceScale, QuestionnaireDocument } from '../questionnaires/document.js';
import type { Strength } from './answer.js';

/** φ of each level. */
export type StrengthOfLevel = ReadonlyMap<EvidenceLevel, number>;

export function strengthOfLevel(scale: EvidenceScale): StrengthOfLevel {
  return new Map(scale.levels.map(({ level, phi }) => [level, phi]));
}

/** φ of an answer: the largest of its pieces, 0 without any, so that one more piece never weakens it. */
export function strongest(evidence: readonly Strength[] | undefined, levels: StrengthOfLevel): number {
  let phi = 0;
  for (const strength of evidence ?? []) {
    const own = typeof strength === 'number' ? strength : (levels.get(strength) ?? 0);
    if (own > phi) phi = own;
  }
  return phi;
}

/** A piece as a review leaves it. */
export interface ReviewedPiece extends DatedPiece {
  readonly verdict: 'unexamined' | 'accepted' | 'rejected';
  readonly level?: EvidenceLevel;
}

/**
 * φ of one piece on a day. A stale piece is worth the stale strength, or less if its level was worth less: a piece
 * never gains by ageing.
 */
export function strengthOfPiece(
  document: QuestionnaireDocument,
  piece: ReviewedPiece,
  maxAgeMonths: number | undefined,
  asOf: string,
): number {
  const { levels, rejectedPhi, stalePhi } = document.evidence;
  if (piece.verdict === 'rejected') return rejectedPhi;
  if (piece.verdict === 'unexamined') return 0;
  const phi = levels.find(({ level }) => level === piece.level)?.phi ?? 0;
  const stale = deriveFreshness(piece, maxAgeMonths, parisDay(asOf)) === 'stale';
  return stale ? Math.min(phi, stalePhi) : phi;
}
