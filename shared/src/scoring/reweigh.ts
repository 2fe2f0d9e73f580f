import type { Grade, QuestionnaireDocument } from '../questionnaires/document.js';
import type { Weights } from './answer.js';
import { gradeOf } from './grade.js';
import type { ScoreResult } from './score-assessment.js';
import { weigh, type ResolvedWeights, type WeightedDocument } from './weights.js';

/** What weights need of a document: its structure and its limits, without texts or rules. */
export interface WeighableDocument extends WeightedDocument {
  readonly grades: QuestionnaireDocument['grades'];
}

/** What weights cannot change about an engagement: the risk of each question that counts, the tier, the floor. */
export interface Weighable {
  /** By place of the question in the document: r', or null for a question that does not count. */
  readonly risks: readonly (number | null)[];
  readonly exponent: number;
  readonly floor: number;
}

export interface Weighed {
  readonly base: number;
  readonly score: number;
  readonly grade: Grade;
  /** By place of the theme: R_θ and Ŵ_θ; the risk is null for a theme that is not in the mean. */
  readonly themes: readonly { readonly risk: number | null; readonly share: number }[];
}

export function toWeighable({
  lines,
  exponent,
  floor,
}: Pick<ScoreResult, 'lines' | 'exponent' | 'floor'>): Weighable {
  return { risks: lines.map(({ counted, discounted }) => (counted ? discounted : null)), exponent, floor };
}

/** Scores many engagements of one document with the same weights, as scoreAssessment does one; null where nothing weighs. */
export function compileWeights(
  document: WeighableDocument,
  weights: Weights,
): (one: Weighable) => Weighed | null {
  const resolved = weigh(document, weights);
  return (one) => {
    const themes = weighThemes(document, resolved, one.risks);
    const overall = themes.reduce((sum, { risk, share }) => sum + share * (risk ?? 0), 0);
    if (!themes.some(({ share }) => share > 0)) return null;
    const base = 100 * (1 - (1 - Math.min(1, overall)) ** one.exponent);
    const score = Math.max(base, one.floor);
    return { base, score, grade: gradeOf(document, score), themes };
  };
}

export function weighThemes(
  { themes }: WeighableDocument,
  weights: ResolvedWeights,
  risks: Weighable['risks'],
): Weighed['themes'] {
  let place = 0;
  let total = 0;
  const means = themes.map(({ questions }, index) => {
    let weight = 0;
    let sum = 0;
    const end = place + questions.length;
    for (; place < end; place += 1) {
      const risk = risks[place];
      if (risk === null || risk === undefined) continue;
      const own = weights.questions[place] ?? 0;
      weight += own;
      sum += own * risk;
    }
    if (weight === 0) return null;
    total += weights.themes[index] ?? 0;
    return sum / weight;
  });
  return means.map((risk, index) => ({
    risk,
    share: risk !== null && total > 0 ? (weights.themes[index] ?? 0) / total : 0,
  }));
}
