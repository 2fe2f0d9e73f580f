import type { Weights } from '@probant/shared/scoring/answer';
import { emptyRanking, noGrade, type MatrixRanking } from '@probant/shared/scoring/weigh-matrix';

import type { ComparedRow, Comparison } from './matrix-messages.js';
import { missingThemes, type OpenMatrix } from './open-matrix.js';

const shownRows = 20;

/** Everybody with each of some profiles: how many have each grade, and on whom the profiles disagree most. */
export function compareProfiles(open: OpenMatrix, profiles: readonly Weights[]): Comparison {
  const { matrix, weigher, columns } = open;
  const rankings = profiles.map((weights) => weigher.weigh(weights, columns, emptyRanking(matrix.count)));
  const spreads = new Float32Array(matrix.count);
  let disagreed = 0;
  for (let row = 0; row < matrix.count; row += 1) {
    const scores = rankings.map((ranking) => ranking.scores[row] ?? NaN).filter((score) => score >= 0);
    spreads[row] = scores.length === 0 ? 0 : Math.max(...scores) - Math.min(...scores);
    if (new Set(rankings.map(({ grades }) => grades[row])).size > 1) disagreed += 1;
  }
  const widest = Uint32Array.from(spreads.keys())
    .sort((one, other) => (spreads[other] ?? 0) - (spreads[one] ?? 0))
    .subarray(0, shownRows);
  const rows = [...widest].filter((row) => (spreads[row] ?? 0) > 0);
  return {
    grades: rankings.map(countGrades),
    rows: toCompared(rows, rankings),
    disagreed,
    missing: missingThemes(open, profiles),
  };
}

function countGrades({ grades }: MatrixRanking): readonly number[] {
  const counts = [0, 0, 0, 0, 0];
  for (const grade of grades) if (grade !== noGrade) counts[grade] = (counts[grade] ?? 0) + 1;
  return counts;
}

function toCompared(rows: readonly number[], rankings: readonly MatrixRanking[]): readonly ComparedRow[] {
  return rows.map((row) => ({
    row,
    results: rankings.map(({ order, scores, grades }) => {
      const score = scores[row] ?? NaN;
      return {
        rank: order.indexOf(row),
        score: Number.isNaN(score) ? null : score,
        grade: grades[row] ?? noGrade,
      };
    }),
  }));
}
