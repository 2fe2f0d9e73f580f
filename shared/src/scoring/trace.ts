import type { CompiledDocument } from './compile-document.js';
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

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Weighted means of the lines in their themes and of the themes; the lines carry every factor that led there. */
export function traceMeans({ compiled, resolved, counts, weights, exponent }: MeansInput): Means {
  const sums = compiled.document.themes.map(() => ({ weight: 0, risk: 0, confidence: 0, counted: 0 }));
  const lines = compiled.questions.map((question, place): Writable<ScoreLine> => {
    const line = toLine(compiled, resolved, place, weights.questions[place] ?? 0, counts(place));
    const sum = sums[question.themeIndex];
    if (line.counted && sum !== undefined) {
      sum.counted += 1;
      sum.weight += line.weight;
      sum.risk += line.weight * line.discounted;
      sum.confidence += line.weight * line.confidence;
    }
    return line;
  });
  let total = 0;
  sums.forEach((sum, index) => {
    if (sum.weight > 0) total += weights.themes[index] ?? 0;
  });
  const themes = compiled.document.themes.map(({ code }, index): ThemeScore => {
    const { weight: inTheme = 0, risk = 0, counted = 0 } = sums[index] ?? {};
    const weight = weights.themes[index] ?? 0;
    if (inTheme === 0) return { code, risk: null, weight, share: 0, counted };
    return { code, risk: risk / inTheme, weight, share: total > 0 ? weight / total : 0, counted };
  });
  const unscored = whyUnscored(sums, total);
  if (unscored !== null) return { unscored, overall: null, base: null, confidence: null, themes, lines };

  let overall = 0;
  let confidence = 0;
  themes.forEach(({ risk, share }, index) => {
    const { weight = 0, confidence: sure = 0 } = sums[index] ?? {};
    overall += share * (risk ?? 0);
    if (weight > 0) confidence += (share * sure) / weight;
  });
  // Rounding may carry a mean of ones above 1, where the power of a negative number is none.
  overall = Math.min(1, overall);
  const base = 100 * (1 - (1 - overall) ** exponent);
  shareOut(compiled, lines, themes, sums, overall > 0 ? base / overall : 0);
  return { unscored, overall, base, confidence, themes, lines };
}

function whyUnscored(sums: readonly { readonly counted: number }[], total: number): Means['unscored'] {
  if (sums.every(({ counted }) => counted === 0)) return 'no-question';
  return total > 0 ? null : 'no-weight';
}

function toLine(
  { questions }: CompiledDocument,
  resolved: readonly Resolved[],
  place: number,
  weight: number,
  counted: boolean,
): Writable<ScoreLine> {
  const question = questions[place];
  const one = resolved[place];
  if (question === undefined || one === undefined) throw new RangeError('one line per question');
  const { status, risk, phi, basis, inheritedFrom } = one;
  const unproven = (1 - risk) * (1 - phi);
  return {
    question: question.id,
    theme: question.theme,
    status,
    basis,
    inheritedFrom,
    counted,
    risk,
    phi,
    discount: question.discount,
    discounted: risk + unproven * question.discount,
    confidence: status === 'missing' ? 0 : 1 - unproven * question.certainty,
    weight,
    themeWeights: 0,
    share: 0,
    points: 0,
  };
}

function shareOut(
  { questions }: CompiledDocument,
  lines: readonly Writable<ScoreLine>[],
  themes: readonly ThemeScore[],
  sums: readonly { readonly weight: number }[],
  pointsPerRisk: number,
): void {
  lines.forEach((line, place) => {
    const index = questions[place]?.themeIndex ?? -1;
    const inTheme = sums[index]?.weight ?? 0;
    line.themeWeights = inTheme;
    if (!line.counted || inTheme === 0) return;
    line.share = (themes[index]?.share ?? 0) * (line.weight / inTheme);
    line.points = line.share * line.discounted * pointsPerRisk;
  });
}
