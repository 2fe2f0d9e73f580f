import type { Localised } from '../questionnaires/document.js';
import type { LibraryQuestion } from './library-question.js';

/** How alike two questions are, the closest first. */
export const alikenessKinds = ['same-question', 'equivalent', 'same-key', 'related', 'alike'] as const;
export type AlikenessKind = (typeof alikenessKinds)[number];

export interface Alikeness {
  readonly how: AlikenessKind;
  /** Of the texts, 0 to 100. */
  readonly percent: number;
}

export interface Compared {
  readonly question: LibraryQuestion;
  readonly earlier: LibraryQuestion;
  /** Of the texts, 0 to 1, the better of the two languages. */
  readonly similarity: number;
  readonly declared: Declared;
}

/** What the author of both said between two versions: that they ask the same, or that one is a part of the other. */
export type Declared = 'same' | 'partly' | null;

/** Two authors may well have called different questions by one key: under it the texts have nothing in common. */
export const leastUnderOneKey = 0.3;
export const leastAlike = 0.55;

/** Undefined for questions that ask something else. */
export function deriveAlikeness({
  question,
  earlier,
  similarity,
  declared,
}: Compared): Alikeness | undefined {
  const sameKey = question.id === earlier.id;
  const percent = Math.round(100 * Math.min(1, Math.max(0, similarity)));
  if (question.type !== earlier.type && declared === null && !sameKey) return undefined;
  if (sameKey && sameText(question.text, earlier.text)) return { how: 'same-question', percent: 100 };
  if (declared === 'same') return { how: 'equivalent', percent };
  // Under one key as well: the author has split what it asked, or joined it with something else.
  if (declared === 'partly') return { how: 'related', percent };
  if (sameKey && similarity >= leastUnderOneKey) return { how: 'same-key', percent };
  return similarity >= leastAlike ? { how: 'alike', percent } : undefined;
}

/** Case, spaces and typography apart. */
export function sameText(one: Localised, other: Localised): boolean {
  return folded(one.fr) === folded(other.fr) || folded(one.en) === folded(other.en);
}

export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/[«»“”]/g, '"')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[:;?!])/g, '')
    .trim();
}
