import { gradeOfMarks, hasOwnProfileIn } from '@probant/shared/scoring/risk-records';

import { gradeLetters, type GradeLetter } from '../../ui/score/grade-badge.js';
import type { MatrixRows, Tried } from './matrix-messages.js';

/** One engagement in the ranking. */
export interface RowView {
  readonly row: number;
  readonly number: number;
  /** From 0, the riskiest first. */
  readonly rank: number;
  readonly publishedRank: number;
  /** null, as base and grade: the weights leave nothing to score. */
  readonly score: number | null;
  readonly base: number | null;
  readonly grade: GradeLetter | null;
  readonly publishedGrade: GradeLetter | null;
  readonly floor: number;
  readonly change: number;
  readonly ownProfile: boolean;
}

export function rowAt(rows: MatrixRows, { ranking }: Pick<Tried, 'ranking'>, rank: number): RowView | null {
  const row = ranking.order[rank];
  return row === undefined ? null : rowView(rows, { ranking }, row, rank);
}

/** `rank` where it is known already: it is looked for otherwise. */
export function rowView(
  rows: MatrixRows,
  { ranking }: Pick<Tried, 'ranking'>,
  row: number,
  rank = ranking.order.indexOf(row),
): RowView {
  const score = numberOrNull(ranking.scores[row]);
  const marks = rows.marks[row] ?? 0;
  return {
    row,
    rank,
    number: rows.numbers[row] ?? 0,
    publishedRank: rows.ranks[row] ?? 0,
    score,
    base: numberOrNull(ranking.bases[row]),
    grade: letterOf(ranking.grades[row]),
    publishedGrade: letterOf(gradeOfMarks(marks)),
    floor: rows.floors[row] ?? 0,
    change: score === null ? 0 : score - (rows.scores[row] ?? 0),
    ownProfile: hasOwnProfileIn(marks),
  };
}

export function letterOf(grade: number | undefined): GradeLetter | null {
  return gradeLetters[grade ?? -1] ?? null;
}

function numberOrNull(number: number | undefined): number | null {
  return number === undefined || Number.isNaN(number) ? null : number;
}
