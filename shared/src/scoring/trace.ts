import type { CompiledDocument, CompiledQuestion } from './compile-document.js';
import type { Basis, LineStatus, Resolved } from './resolve-questions.js';
import type { ResolvedWeights } from './weights.js';

/** One question of the document, and what it does to the score. */
export interface ScoreLine {
  readonly question: string;
  readonly theme: string;
  readonly status: LineStatus;
  /** Where the risk comes from. */
  readonly basis: Basis;
  readonly inheritedFrom: string | null;
  /** In the means and in the confidence; a line that does not count has share and points 0. */
  readonly counted: boolean;
  /** r */
  readonly risk: number;
  /** φ */
  readonly phi: number;
  /** δ */
  readonly discount: number;
  /** r' = r + (1 − r) · δ · (1 − φ) */
  readonly discounted: number;
  readonly confidence: number;
  readonly weight: number;
  /** Weight of all the lines that count in the theme. */
  readonly themeWeights: number;
  /** Share of the whole: weight in the theme, times weight of the theme. */
  readonly share: number;
  /**
   * Points of the base: 100 · share · r' where the exponent of the tier is 1; other tiers bend the sum, and the points
   * of every line are scaled alike, so that they always add up to the base.
   */
  readonly points: number;
}

export interface ThemeScore {
  readonly code: string;
  /** R_θ, 0 to 1; null when the theme is not in the mean: nothing counts in it, or its questions all weigh 0. */
  readonly risk: number | null;
  readonly weight: number;
  /** Ŵ_θ */
  readonly share: number;
  readonly counted: number;
}

export interface Means {
  readonly unscored: 'no-question' | 'no-weight' | null;
  readonly overall: number | null;
  readonly base: number | null;
  readonly confidence: number | null;
  readonly themes: readonly ThemeScore[];
  readonly lines: readonly ScoreLine[];
}

export interface MeansInput {
  readonly compiled: CompiledDocument;
  readonly resolved: readonly Resolved[];
  readonly counts: (place: number) => boolean;
  readonly weights: ResolvedWeights;
  readonly exponent: number;
}

/** What the lines of a theme add up to. */
interface ThemeSum {
  weight: number;
  risk: number;
  confidence: number;
  counted: number;
}

/** Weighted means of the lines in their themes and of the themes; the lines carry every factor that led there. */
export function traceMeans(input: MeansInput): Means {
  const sums = sumThemes(input);
  const themes = toThemeScores(input, sums);
  const unscored = whyUnscored(sums, themes);
  if (unscored !== null) {
    const lines = toLines(input, sums, themes, 0);
    return { unscored, overall: null, base: null, confidence: null, themes, lines };
  }
  let overall = 0;
  let confidence = 0;
  themes.forEach(({ risk, share }, index) => {
    const sum = sums[index];
    if (risk === null || sum === undefined) return;
    overall += share * risk;
    confidence += share * (sum.confidence / sum.weight);
  });
  // Rounding may carry a mean of ones above 1, where the power of a negative number is none.
  overall = Math.min(1, overall);
  const base = 100 * (1 - (1 - overall) ** input.exponent);
  const lines = toLines(input, sums, themes, overall > 0 ? base / overall : 0);
  return { unscored, overall, base, confidence, themes, lines };
}

function sumThemes({ compiled, resolved, counts, weights }: MeansInput): readonly ThemeSum[] {
  const sums = compiled.document.themes.map((): ThemeSum => ({
    weight: 0,
    risk: 0,
    confidence: 0,
    counted: 0,
  }));
  compiled.questions.forEach((question, place) => {
    const sum = sums[question.themeIndex];
    const one = resolved[place];
    const weight = weights.questions[place];
    if (sum === undefined || one === undefined || weight === undefined || !counts(place)) return;
    sum.counted += 1;
    sum.weight += weight;
    sum.risk += weight * discounted(question, one);
    sum.confidence += weight * confidenceOf(question, one);
  });
  return sums;
}

/** r' */
export function discounted(
  { discount }: Pick<CompiledQuestion, 'discount'>,
  { risk, phi }: Resolved,
): number {
  return risk + (1 - risk) * discount * (1 - phi);
}

function confidenceOf({ certainty }: CompiledQuestion, { status, risk, phi }: Resolved): number {
  return status === 'missing' ? 0 : 1 - (1 - risk) * (1 - phi) * certainty;
}

function toThemeScores({ compiled, weights }: MeansInput, sums: readonly ThemeSum[]): readonly ThemeScore[] {
  const total = sums.reduce(
    (sum, { weight }, index) => (weight > 0 ? sum + (weights.themes[index] ?? 0) : sum),
    0,
  );
  return compiled.document.themes.map(({ code }, index): ThemeScore => {
    const sum = sums[index];
    const weight = weights.themes[index] ?? 0;
    if (sum === undefined || sum.weight === 0) {
      return { code, risk: null, weight, share: 0, counted: sum?.counted ?? 0 };
    }
    const share = total > 0 ? weight / total : 0;
    return { code, risk: sum.risk / sum.weight, weight, share, counted: sum.counted };
  });
}

function whyUnscored(sums: readonly ThemeSum[], themes: readonly ThemeScore[]): Means['unscored'] {
  if (sums.every(({ counted }) => counted === 0)) return 'no-question';
  return themes.some(({ share }) => share > 0) ? null : 'no-weight';
}

function toLines(
  { compiled, resolved, counts, weights }: MeansInput,
  sums: readonly ThemeSum[],
  themes: readonly ThemeScore[],
  pointsPerRisk: number,
): readonly ScoreLine[] {
  return compiled.questions.map((question, place): ScoreLine => {
    const one = resolved[place];
    if (one === undefined) throw new RangeError('one line per question');
    const weight = weights.questions[place] ?? 0;
    const themeWeights = sums[question.themeIndex]?.weight ?? 0;
    const counted = counts(place);
    const share =
      counted && themeWeights > 0 ? (themes[question.themeIndex]?.share ?? 0) * (weight / themeWeights) : 0;
    const risk = discounted(question, one);
    return {
      question: question.id,
      theme: question.theme,
      status: one.status,
      basis: one.basis,
      inheritedFrom: one.inheritedFrom,
      counted,
      risk: one.risk,
      phi: one.phi,
      discount: question.discount,
      discounted: risk,
      confidence: confidenceOf(question, one),
      weight,
      themeWeights,
      share,
      points: share * risk * pointsPerRisk,
    };
  });
}
