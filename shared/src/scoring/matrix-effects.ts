import type { Weights } from './answer.js';
import type { RiskMatrix } from './risk-matrix.js';
import { gradeOfMarks } from './risk-records.js';
import type { Weighed } from './reweigh.js';
import { noGrade, themeColumn, type LoadedColumns, type MatrixRanking } from './weigh-matrix.js';
import { weigh } from './weights.js';

/** What weights do to everybody, in numbers. */
export interface MatrixEffects {
  /** By place of the grade, A first. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Rows that get another grade, those whose score moves most first; the rest is only counted. */
  readonly changed: readonly number[];
  readonly changedCount: number;
  /** Rows with a floor. */
  readonly floors: number;
}

export function effectsOf(matrix: RiskMatrix, ranking: MatrixRanking, most: number): MatrixEffects {
  const { count, marks, floors, scores } = matrix;
  const before = [0, 0, 0, 0, 0];
  const after = [0, 0, 0, 0, 0];
  const changed: { row: number; move: number }[] = [];
  let changedCount = 0;
  let floored = 0;
  for (let row = 0; row < count; row += 1) {
    const published = gradeOfMarks(marks[row] ?? 0);
    const grade = ranking.grades[row] ?? noGrade;
    before[published] = (before[published] ?? 0) + 1;
    if ((floors[row] ?? 0) > 0) floored += 1;
    if (grade === noGrade) continue;
    after[grade] = (after[grade] ?? 0) + 1;
    if (grade === published) continue;
    changedCount += 1;
    const move = Math.abs((ranking.scores[row] ?? 0) - (scores[row] ?? 0));
    if (changed.length < most || move > (changed.at(-1)?.move ?? 0))
      keepLargest(changed, { row, move }, most);
  }
  return { before, after, changed: changed.map(({ row }) => row), changedCount, floors: floored };
}

function keepLargest(
  kept: { row: number; move: number }[],
  one: { row: number; move: number },
  most: number,
): void {
  let place = kept.length;
  while (place > 0 && one.move > (kept[place - 1]?.move ?? 0)) place -= 1;
  kept.splice(place, 0, one);
  kept.length = Math.min(kept.length, most);
}

/** The themes of one row with some weights, as compileWeights tells those of a whole record. */
export function themesOfRow(
  matrix: RiskMatrix,
  row: number,
  weights: Weights,
  columns: LoadedColumns,
): Weighed['themes'] {
  const place = matrix.sections.findIndex(({ from, to }) => row >= from && row < to);
  const section = matrix.sections[place];
  if (section === undefined) return [];
  const { document, from } = section;
  const resolved = weigh(document, weights).themes;
  const one = {
    ...section,
    themes: section.themes.map((column) => column.subarray(row - from, row - from + 1)),
  };
  const themes = document.themes.map(({ code }, index) => {
    const given = columns.get(code)?.[place]?.map((column) => column.subarray(row - from, row - from + 1));
    const safety = themeColumn(one, index, weights, given)[0] ?? -1;
    return { risk: safety < 0 ? null : 1 - safety, weight: safety < 0 ? 0 : (resolved[index] ?? 0) };
  });
  const total = themes.reduce((sum, { weight }) => sum + weight, 0);
  return themes.map(({ risk, weight }) => ({ risk, share: total > 0 ? weight / total : 0 }));
}

export interface Reason {
  /** The place of the theme in its document. */
  readonly index: number;
  readonly share: number;
  readonly shareBefore: number;
  readonly risk: number;
}

/** The theme whose change of weight moved a score most in the direction that it went. */
export function findReason(then: Weighed['themes'], now: Weighed['themes'], change: number): Reason | null {
  const direction = Math.sign(change);
  const whole = then.reduce((sum, { risk, share }) => sum + share * (risk ?? 0), 0);
  const [strongest] = now
    .flatMap((after, index) => {
      const before = then[index];
      if (before === undefined || after.risk === null) return [];
      return [
        {
          index,
          share: after.share,
          shareBefore: before.share,
          risk: after.risk,
          pull: pullOf(before, after.share, after.risk, whole),
        },
      ];
    })
    .toSorted((one, other) => direction * (other.pull - one.pull));
  if (strongest === undefined || strongest.pull * direction <= 0) return null;
  const { index, share, shareBefore, risk } = strongest;
  return { index, share, shareBefore, risk };
}

/** More weight on a theme pulls the score towards its risk: up when it is riskier than the whole, down when it is safer. */
function pullOf(before: Weighed['themes'][number], share: number, risk: number, whole: number): number {
  return (share - before.share) * (risk - whole) + before.share * (risk - (before.risk ?? risk));
}
