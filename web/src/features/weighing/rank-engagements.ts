import type { Grade } from '@probant/shared/questionnaires/document';
import type { Weights } from '@probant/shared/scoring/answer';
import { compileWeights, type WeighableDocument, type Weighed } from '@probant/shared/scoring/reweigh';

/** One engagement as the API hands it out: what weights cannot change, and its score as published. */
export interface WeighedEngagement {
  readonly id: string;
  readonly supplierName: string;
  readonly name: string;
  readonly document: number;
  readonly risks: readonly (number | null)[];
  readonly exponent: number;
  readonly floor: number;
  readonly score: number;
  readonly grade: Grade;
}

export interface Ranked<E extends WeighedEngagement = WeighedEngagement> {
  readonly engagement: E;
  /** From 0, the riskiest first. */
  readonly rank: number;
  readonly publishedRank: number;
  /** null, as score and grade: the weights leave nothing to score. */
  readonly base: number | null;
  readonly score: number | null;
  readonly grade: Grade | null;
  readonly change: number;
}

/**
 * Every engagement with the weights tried, the riskiest first; equals stay in the order published. Those of which the weights
 * leave nothing to score come last.
 */
export function rankEngagements<E extends WeighedEngagement>(
  documents: readonly WeighableDocument[],
  engagements: readonly E[],
  weights: Weights,
): readonly Ranked<E>[] {
  const weigh = documents.map((document) => compileWeights(document, weights));
  const weighed = engagements.map((engagement, publishedRank) => {
    const tried = weigh[engagement.document]?.(engagement) ?? null;
    const { base, score, grade } = tried ?? { base: null, score: null, grade: null };
    const change = score === null ? 0 : score - engagement.score;
    return { engagement, publishedRank, base, score, grade, change };
  });
  return weighed
    .toSorted(
      (one, other) => (other.score ?? -1) - (one.score ?? -1) || one.publishedRank - other.publishedRank,
    )
    .map((one, rank) => ({ ...one, rank }));
}

export interface Reason {
  readonly theme: string;
  readonly share: number;
  readonly shareBefore: number;
  readonly risk: number;
}

/** The theme whose change of weight moved the score most in the direction that it went. */
export function findReason(
  document: WeighableDocument,
  { engagement, change }: Pick<Ranked, 'engagement' | 'change'>,
  before: Weights,
  after: Weights,
): Reason | null {
  const then = compileWeights(document, before)(engagement);
  const now = compileWeights(document, after)(engagement);
  if (then === null || now === null) return null;
  const direction = Math.sign(change);
  const [strongest] = document.themes
    .flatMap(({ code }, index) => {
      const pull = pullOf(then, now, index);
      return pull === null ? [] : [{ theme: code, ...pull }];
    })
    .toSorted((one, other) => direction * (other.pull - one.pull));
  if (strongest === undefined || strongest.pull * direction <= 0) return null;
  const { theme, share, shareBefore, risk } = strongest;
  return { theme, share, shareBefore, risk };
}

/** More weight on a theme pulls the score towards its risk: up when it is riskier than the whole, down when it is safer. */
function pullOf(then: Weighed, now: Weighed, index: number) {
  const before = then.themes[index];
  const after = now.themes[index];
  if (before === undefined || after === undefined || after.risk === null) return null;
  const whole = then.themes.reduce((sum, { risk, share }) => sum + share * (risk ?? 0), 0);
  const riskBefore = before.risk ?? after.risk;
  const pull = (after.share - before.share) * (after.risk - whole) + before.share * (after.risk - riskBefore);
  return { share: after.share, shareBefore: before.share, risk: after.risk, pull };
}

export interface Swing {
  readonly theme: string;
  readonly low: number;
  readonly high: number;
  /** Scores with the theme at weight 0 and at the largest. */
  readonly atNone: number;
  readonly atMost: number;
  readonly grades: readonly Grade[];
}

/** What each theme's weight alone can do to one engagement, the widest first. */
export function swingsOf(
  document: WeighableDocument,
  engagement: WeighedEngagement,
  weights: Weights,
  most: number,
): readonly Swing[] {
  const weighWith = (code: string, weight: number) =>
    compileWeights(document, { ...weights, themes: { ...weights.themes, [code]: weight } })(engagement);
  return document.themes
    .flatMap(({ code }): Swing[] => {
      const none = weighWith(code, 0);
      const all = weighWith(code, most);
      if (none === null || all === null || none.score === all.score) return [];
      const grades = [...new Set([none.grade, all.grade])].toSorted();
      return [
        {
          theme: code,
          low: Math.min(none.score, all.score),
          high: Math.max(none.score, all.score),
          atNone: none.score,
          atMost: all.score,
          grades,
        },
      ];
    })
    .toSorted((one, other) => other.high - other.low - (one.high - one.low));
}
