import type { AnswerValue, EvidenceLevel } from '../questionnaires/document.js';

/** Strength of one piece: the level a reviewer gave it, or φ itself (0.2 when stale, 0 when rejected or not yet examined). */
export type Strength = EvidenceLevel | number;

/** An answer as the score reads it. A question without an entry is missing. */
export type Answer =
  | { readonly v: AnswerValue; readonly ev?: readonly Strength[] }
  | { readonly na: 'accepted' | 'pending'; readonly ev?: readonly Strength[] }
  | { readonly refused: true; readonly ev?: readonly Strength[] };

export type Answers = Readonly<Record<string, Answer>>;

/** Weights over the document's own; a theme or question left out keeps the document's. */
export interface Weights {
  readonly themes?: Readonly<Record<string, number>>;
  readonly questions?: Readonly<Record<string, number>>;
}
