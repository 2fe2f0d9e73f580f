import type { Weights } from '@probant/shared/scoring/answer';
import type { MatrixEffects, Reason } from '@probant/shared/scoring/matrix-effects';
import type { MatrixDocument } from '@probant/shared/scoring/risk-matrix';
import type { ThemeSensitivity } from '@probant/shared/scoring/sensitivity';
import type { MatrixRanking } from '@probant/shared/scoring/weigh-matrix';

/** By row, what weights do not change. */
export interface MatrixRows {
  readonly count: number;
  readonly numbers: Uint32Array;
  readonly scores: Float32Array;
  readonly floors: Float32Array;
  readonly marks: Uint8Array;
  /** Rows in the order published. */
  readonly published: Uint32Array;
  /** By row: its place in that order. */
  readonly ranks: Uint32Array;
}

export interface ChangedRow {
  readonly row: number;
  readonly reason: (Reason & { readonly theme: string }) | null;
}

/** Everybody with the weights tried, and what that changes. */
export interface Tried {
  readonly weights: Weights;
  readonly ranking: MatrixRanking;
  readonly effects: MatrixEffects;
  /** Those whose grade changes, the first of them with why. */
  readonly changed: readonly ChangedRow[];
  /** Themes of which the risks of the questions have to be loaded before this is right. */
  readonly missing: readonly string[];
}

/** What a weight alone can do, with the grade of the nearest row as it is. */
export interface MeasuredTheme extends ThemeSensitivity {
  readonly grade: number | null;
}

/** One row with each of several profiles, in their order. */
export interface ComparedRow {
  readonly row: number;
  readonly results: readonly {
    readonly rank: number;
    readonly score: number | null;
    readonly grade: number;
  }[];
}

export interface Comparison {
  /** By profile: how many have each grade, A first. */
  readonly grades: readonly (readonly number[])[];
  /** Those on which the profiles disagree most, by score. */
  readonly rows: readonly ComparedRow[];
  /** How many have not the same grade with every profile. */
  readonly disagreed: number;
  readonly missing: readonly string[];
}

export type MatrixRequest =
  | { readonly kind: 'open'; readonly bytes: ArrayBuffer; readonly documents: readonly MatrixDocument[] }
  | { readonly kind: 'columns'; readonly theme: string; readonly bytes: ArrayBuffer }
  | { readonly kind: 'weigh'; readonly weights: Weights; readonly published: Weights }
  | { readonly kind: 'measure'; readonly weights: Weights; readonly most: number }
  | { readonly kind: 'compare'; readonly profiles: readonly Weights[] };

export type MatrixReply =
  | { readonly kind: 'opened'; readonly rows: MatrixRows }
  | { readonly kind: 'columns-read'; readonly theme: string }
  | { readonly kind: 'weighed'; readonly tried: Tried }
  | {
      readonly kind: 'measured';
      readonly weights: Weights;
      readonly themes: readonly MeasuredTheme[];
    }
  | { readonly kind: 'compared'; readonly profiles: readonly Weights[]; readonly comparison: Comparison }
  /** What was received does not fit together: it has to be asked for again. */
  | { readonly kind: 'outdated' };

/** As it is posted: the worker reads the bytes, so that the page does not copy them. */
export type PostedRequest =
  | Exclude<MatrixRequest, { readonly bytes: ArrayBuffer }>
  | (Omit<Extract<MatrixRequest, { readonly kind: 'open' }>, 'bytes'> & { readonly bytes: Blob })
  | (Omit<Extract<MatrixRequest, { readonly kind: 'columns' }>, 'bytes'> & { readonly bytes: Blob });
