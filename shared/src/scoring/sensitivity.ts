import { grades as allGrades, type Grade } from '../questionnaires/document.js';
import type { Weights } from './answer.js';
import { absent } from './risk-codes.js';
import type { MatrixDocument, RiskMatrix } from './risk-matrix.js';
import { tierOfMarks } from './risk-records.js';
import { compileWeights, type Weighable, type WeighableDocument } from './reweigh.js';
import {
  addTheme,
  exponentsByTier,
  themeColumn,
  type LoadedColumns,
  type MatrixRanking,
} from './weigh-matrix.js';
import { weigh } from './weights.js';

/** Safeties between which a grade stays as it is: at the lower one the next worse begins, above the upper one the next better. */
interface Bounds {
  readonly worse: number;
  readonly better: number;
}

/** Never reached. */
const noBounds: Bounds = { worse: -1, better: 2 };

/** A floor is a wall: below it no weight makes a grade better. */
function boundsOf({ grades }: Pick<WeighableDocument, 'grades'>, place: number, exponent: number): Bounds {
  const at = (limit: number | undefined): number => (1 - Math.min(100, limit ?? 0) / 100) ** (1 / exponent);
  return {
    worse: place < grades.length - 1 ? at(grades[place]?.max) : noBounds.worse,
    better: place > 0 ? at(grades[place - 1]?.max) : noBounds.better,
  };
}

/** What is left of a mean without one theme, and that theme. */
interface Apart {
  readonly restSum: number;
  readonly rest: number;
  readonly safety: number;
}

/** The weight of the theme at which the mean is that; below 0 or not finite where none makes it so. */
function weightAt({ restSum, rest, safety }: Apart, mean: number): number {
  return (mean * rest - restSum) / (safety - mean);
}

export interface NearestChange {
  readonly row: number;
  /** The theme's weight at which the grade changes. */
  readonly weight: number;
  readonly worse: boolean;
}

export interface ThemeSensitivity {
  readonly theme: string;
  /** Rows with another grade when the theme's weight is 0, and when it is the largest. */
  readonly atNone: number;
  readonly atMost: number;
  /** The smallest change of this weight alone that changes a grade. */
  readonly nearest: NearestChange | null;
}

/** For each theme what its weight alone can do to the grades of all, in one pass and without weighing anew. */
export function sensitivityOf(
  matrix: RiskMatrix,
  ranking: MatrixRanking,
  {
    weights,
    columns,
    most,
  }: { readonly weights: Weights; readonly columns: LoadedColumns; readonly most: number },
): readonly ThemeSensitivity[] {
  const found = new Map<string, { atNone: number; atMost: number; nearest: NearestChange | null }>();
  matrix.sections.forEach((section, place) => {
    const { document, from } = section;
    const resolved = weigh(document, weights).themes;
    const inMean = document.themes.map(({ code }, index) =>
      themeColumn(section, index, weights, columns.get(code)?.[place]),
    );
    const sums = new Float64Array(section.to - from);
    const totals = new Float64Array(section.to - from);
    inMean.forEach((column, index) => addTheme(sums, totals, 0, column, resolved[index] ?? 0));
    const bounds = boundsByTier(document);
    document.themes.forEach(({ code }, index) => {
      const total = found.get(code) ?? { atNone: 0, atMost: 0, nearest: null };
      const weight = resolved[index] ?? 0;
      const column = inMean[index] ?? new Float32Array(0);
      for (let at = 0; at < column.length; at += 1) {
        const row = from + at;
        const safety = column[at] ?? absent;
        const grade = document.grades.findIndex((one) => one.grade === allGrades[ranking.grades[row] ?? -1]);
        const of = bounds[tierOfMarks(matrix.marks[row] ?? 0)]?.[grade];
        if (safety < 0 || of === undefined) continue;
        const limits = wall(document, grade, matrix.floors[row] ?? 0)
          ? { ...of, better: noBounds.better }
          : of;
        const apart = {
          restSum: (sums[at] ?? 0) - weight * safety,
          rest: (totals[at] ?? 0) - weight,
          safety,
        };
        if (crosses(apart, 0, limits)) total.atNone += 1;
        if (crosses(apart, most, limits)) total.atMost += 1;
        total.nearest = nearer(total.nearest, nearestOf(apart, row, limits, weight, most), weight);
      }
      found.set(code, total);
    });
  });
  return [...found].map(([theme, total]) => ({ theme, ...total }));
}

function boundsByTier(document: MatrixDocument): readonly (readonly Bounds[])[] {
  return exponentsByTier(document).map((exponent) =>
    document.grades.map((_, place) => boundsOf(document, place, exponent)),
  );
}

function wall({ grades }: Pick<WeighableDocument, 'grades'>, place: number, floor: number): boolean {
  return place > 0 && floor >= (grades[place - 1]?.max ?? 0);
}

/** Rounding apart, so that a weight of nothing is not one that crosses. */
const nothing = 1e-9;

function crosses({ restSum, rest, safety }: Apart, weight: number, { worse, better }: Bounds): boolean {
  const total = rest + weight;
  if (total <= nothing) return false;
  const mean = (restSum + weight * safety) / total;
  return mean <= worse || mean > better;
}

function nearestOf(
  apart: Apart,
  row: number,
  { worse, better }: Bounds,
  weight: number,
  most: number,
): NearestChange | null {
  const before = (apart.restSum + weight * apart.safety) / (apart.rest + weight);
  const candidates: NearestChange[] = [];
  // A mean goes towards the theme or towards the rest: the limits are crossed from where it is.
  if (worse >= 0 && before > worse) candidates.push({ row, weight: weightAt(apart, worse), worse: true });
  if (better <= 1 && before <= better)
    candidates.push({ row, weight: weightAt(apart, better), worse: false });
  const [one, other] = candidates.filter(
    (at) => at.weight >= 0 && at.weight <= most && apart.rest + at.weight > nothing,
  );
  return one === undefined ? null : nearer(other ?? null, one, weight);
}

function nearer(
  one: NearestChange | null,
  other: NearestChange | null,
  weight: number,
): NearestChange | null {
  if (one === null || other === null) return one ?? other;
  return Math.abs(other.weight - weight) < Math.abs(one.weight - weight) ? other : one;
}

export interface Swing {
  readonly theme: string;
  readonly low: number;
  readonly high: number;
  /** Scores with the theme at weight 0 and at the largest. */
  readonly atNone: number;
  readonly atMost: number;
  readonly grades: readonly Grade[];
  /** The nearest weight of this theme alone at which the grade changes; null where none does. */
  readonly changesAt: number | null;
}

/** What each theme's weight alone can do to one engagement, the widest first. */
export function swingsOf(
  document: WeighableDocument,
  one: Weighable,
  weights: Weights,
  most: number,
): readonly Swing[] {
  const now = compileWeights(document, weights)(one);
  if (now === null) return [];
  const resolved = weigh(document, weights).themes;
  const place = document.grades.findIndex(({ grade }) => grade === now.grade);
  const of = boundsOf(document, place, one.exponent);
  const limits = wall(document, place, one.floor) ? { ...of, better: noBounds.better } : of;
  const weighWith = (code: string, weight: number) =>
    compileWeights(document, { ...weights, themes: { ...weights.themes, [code]: weight } })(one);
  const inMean = now.themes.map(({ risk }, index) => (risk === null ? 0 : (resolved[index] ?? 0)));
  const total = inMean.reduce((sum, weight) => sum + weight, 0);
  const sum = now.themes.reduce((all, { risk }, index) => all + (inMean[index] ?? 0) * (1 - (risk ?? 0)), 0);
  return document.themes
    .flatMap(({ code }, index): Swing[] => {
      const [none, all] = [weighWith(code, 0), weighWith(code, most)];
      const risk = now.themes[index]?.risk ?? null;
      if (none === null || all === null || risk === null || none.score === all.score) return [];
      const weight = inMean[index] ?? 0;
      const apart = { restSum: sum - weight * (1 - risk), rest: total - weight, safety: 1 - risk };
      return [
        {
          theme: code,
          low: Math.min(none.score, all.score),
          high: Math.max(none.score, all.score),
          atNone: none.score,
          atMost: all.score,
          grades: [...new Set([none.grade, all.grade])].toSorted(),
          changesAt: nearestOf(apart, 0, limits, weight, most)?.weight ?? null,
        },
      ];
    })
    .toSorted((first, other) => other.high - other.low - (first.high - first.low));
}
