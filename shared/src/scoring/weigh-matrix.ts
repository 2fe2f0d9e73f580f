import { grades as allGrades, tiers as allTiers } from '../questionnaires/document.js';
import type { Weights } from './answer.js';
import type { MatrixDocument, MatrixSection, RiskMatrix, ThemeColumns } from './risk-matrix.js';
import { absent } from './risk-codes.js';
import { gradeOfMarks, tierOfMarks } from './risk-records.js';
import { weigh } from './weights.js';

/** Every row with the weights tried; the arrays may be handed in again for the next weights. */
export interface MatrixRanking {
  /** Rows, the riskiest first; equals in the order published, then those that nothing weighs. */
  readonly order: Uint32Array;
  /** NaN where the weights leave nothing to score. */
  readonly scores: Float32Array;
  readonly bases: Float32Array;
  /** By place in the list of all grades; noGrade without a score. */
  readonly grades: Uint8Array;
}

export const noGrade = 7;

/** What 16 bits can be wrong by: a score this near to that published is that published, with its grade. */
export const matrixPrecision = 0.01;

export type LoadedColumns = ReadonlyMap<string, ThemeColumns>;

export interface Weigher {
  readonly weigh: (weights: Weights, columns: LoadedColumns, into?: MatrixRanking) => MatrixRanking;
}

/** The same formula as compileWeights, over columns of numbers; what the weights tried do to all rows at once. */
export function createWeigher(matrix: RiskMatrix): Weigher {
  const { count } = matrix;
  const sums = new Float64Array(count);
  const totals = new Float64Array(count);
  const sort = createSorter(matrix);
  const exponents = exponentsOf(matrix);
  return {
    weigh: (weights, columns, into = emptyRanking(count)) => {
      sums.fill(0);
      totals.fill(0);
      matrix.sections.forEach((section, place) => {
        const themes = weigh(section.document, weights).themes;
        section.document.themes.forEach((theme, index) => {
          const weight = themes[index] ?? 0;
          if (weight === 0) return;
          const column = themeColumn(section, index, weights, columns.get(theme.code)?.[place]);
          addTheme(sums, totals, section.from, column, weight);
        });
        scoreSection(matrix, section, { sums, totals, exponents }, into);
      });
      sort(into);
      return into;
    },
  };
}

export function emptyRanking(count: number): MatrixRanking {
  return {
    order: new Uint32Array(count),
    scores: new Float32Array(count),
    bases: new Float32Array(count),
    grades: new Uint8Array(count),
  };
}

/** By row: the exponent of its tier. */
export function exponentsOf({ count, marks, sections }: RiskMatrix): Float64Array {
  const exponents = new Float64Array(count);
  for (const { document, from, to } of sections) {
    const byTier = exponentsByTier(document);
    for (let row = from; row < to; row += 1) exponents[row] = byTier[tierOfMarks(marks[row] ?? 0)] ?? 1;
  }
  return exponents;
}

export function exponentsByTier({ tiers }: MatrixDocument): readonly number[] {
  return allTiers.map((tier) => tiers.find((rule) => rule.tier === tier)?.exponent ?? 1);
}

/** Themes of which a question weighs otherwise than in its document: only the risks of their questions tell their mean. */
export function themesToLoad(documents: readonly MatrixDocument[], weights: Weights): readonly string[] {
  const codes = documents.flatMap(({ themes }) =>
    themes.filter(({ questions }) => areReweighed(questions, weights)).map(({ code }) => code),
  );
  return [...new Set(codes)];
}

type Questions = MatrixDocument['themes'][number]['questions'];

function areReweighed(questions: Questions, { questions: given = {} }: Weights): boolean {
  return questions.some(({ id, weight }) => Object.hasOwn(given, id) && given[id] !== weight);
}

const noColumn = new Float32Array(0);

/** The safety of a theme with its questions so weighed; as the document weighs them while their risks are not here. */
export function themeColumn(
  { document, themes }: MatrixSection,
  index: number,
  weights: Weights,
  columns: readonly Float32Array[] | undefined,
): Float32Array {
  const own = themes[index] ?? noColumn;
  const theme = document.themes[index];
  if (theme === undefined || columns === undefined || columns.length === 0) return own;
  if (!areReweighed(theme.questions, weights)) return own;
  const resolved = weigh({ themes: [theme] }, weights).questions;
  const sums = new Float64Array(own.length);
  const totals = new Float64Array(own.length);
  columns.forEach((column, place) => {
    addTheme(sums, totals, 0, column, resolved[place] ?? 0);
  });
  return Float32Array.from(sums, (sum, row) => (totals[row] === 0 ? absent : sum / (totals[row] ?? 1)));
}

export function addTheme(
  sums: Float64Array,
  totals: Float64Array,
  from: number,
  column: Float32Array,
  weight: number,
): void {
  for (let place = 0, row = from; place < column.length; place += 1, row += 1) {
    const safety = column[place] ?? absent;
    if (safety < 0) continue;
    sums[row] = (sums[row] ?? 0) + weight * safety;
    totals[row] = (totals[row] ?? 0) + weight;
  }
}

interface Means {
  readonly sums: Float64Array;
  readonly totals: Float64Array;
  readonly exponents: Float64Array;
}

function scoreSection(
  { scores: published, floors, marks }: RiskMatrix,
  { document, from, to }: MatrixSection,
  { sums, totals, exponents }: Means,
  { scores, bases, grades }: MatrixRanking,
): void {
  const limits = Float64Array.from(document.grades.slice(0, -1), ({ max }) => max);
  const letters = document.grades.map(({ grade }) => allGrades.indexOf(grade));
  for (let row = from; row < to; row += 1) {
    const total = totals[row] ?? 0;
    if (total === 0) {
      scores[row] = NaN;
      bases[row] = NaN;
      grades[row] = noGrade;
      continue;
    }
    const safety = Math.min(1, (sums[row] ?? 0) / total);
    const base = 100 * (1 - safety ** (exponents[row] ?? 1));
    const floor = floors[row] ?? 0;
    const score = base > floor ? base : floor;
    bases[row] = base;
    scores[row] = score;
    if (Math.abs(score - (published[row] ?? 0)) <= matrixPrecision) {
      grades[row] = gradeOfMarks(marks[row] ?? 0);
      continue;
    }
    let grade = 0;
    while (grade < limits.length && score >= (limits[grade] ?? 0)) grade += 1;
    grades[row] = letters[grade] ?? noGrade;
  }
}

const digitBits = 11;
const digits = 1 << digitBits;
const lastKey = digits * digits - 1;
/** Scores that differ by less are equal: finer than 16 bits of risk can tell. */
const keySteps = Math.floor((lastKey - 1) / 100);

/** Sorts by score in two stable passes over what is published, so that equals stay in that order. */
function createSorter({ count, published }: RiskMatrix): (ranking: MatrixRanking) => void {
  const keys = new Uint32Array(count);
  const between = new Uint32Array(count);
  const places = new Uint32Array(digits);
  const pass = (from: Uint32Array, to: Uint32Array, shift: number): void => {
    places.fill(0);
    for (const key of keys) {
      const digit = (key >> shift) & (digits - 1);
      places[digit] = (places[digit] ?? 0) + 1;
    }
    let start = 0;
    for (let digit = 0; digit < digits; digit += 1) {
      const many = places[digit] ?? 0;
      places[digit] = start;
      start += many;
    }
    for (const row of from) {
      const digit = ((keys[row] ?? 0) >> shift) & (digits - 1);
      const place = places[digit] ?? 0;
      to[place] = row;
      places[digit] = place + 1;
    }
  };
  return ({ order, scores }) => {
    for (let row = 0; row < count; row += 1) {
      const score = scores[row] ?? NaN;
      keys[row] = score >= 0 ? Math.round((100 - score) * keySteps) : lastKey;
    }
    pass(published, between, 0);
    pass(between, order, digitBits);
  };
}
