import type { Grade, Tier } from '../questionnaires/document.js';
import type { ScoreResult } from './score-assessment.js';

/** The result as it is printed: score and base to 2 decimals, confidence to 3, themes in hundredths to 1. */
export interface RoundedResult {
  readonly score: number | null;
  readonly grade: Grade | null;
  readonly base: number | null;
  readonly floor: number;
  readonly tier: Tier;
  readonly points: number;
  /** Ids of the active knock-outs, in the order of the document. */
  readonly knockouts: readonly string[];
  /** Risk × 100 of each theme that is in the mean. */
  readonly themes: Readonly<Record<string, number>>;
  readonly confidence: number | null;
}

/** The grade was given on the unrounded score: 19.996 prints as 20 and is an A. */
export function roundResult(result: ScoreResult): RoundedResult {
  return {
    score: rounded(result.score, 2),
    grade: result.grade,
    base: rounded(result.base, 2),
    floor: result.floor,
    tier: result.tier,
    points: result.points,
    knockouts: result.knockouts.map(({ id }) => id),
    themes: Object.fromEntries(
      result.themes.flatMap(({ code, risk }) => (risk === null ? [] : [[code, round(risk * 100, 1)]])),
    ),
    confidence: rounded(result.confidence, 3),
  };
}

export function rounded(value: number | null, decimals: number): number | null {
  return value === null ? null : round(value, decimals);
}

/** To the nearest decimal of the exact binary value. */
export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
