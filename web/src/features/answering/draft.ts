import type { AnswerState } from '@probant/shared/answers/given-answer';

/** What a person has put into the fields of one question; a value that does not hold yet is kept all the same. */
export interface DraftAnswer {
  readonly state: AnswerState;
  readonly value?: unknown;
  readonly comment?: string;
  readonly justification?: string;
  /** Entry of the answer library that this is, looked at again; typing anything else makes it an answer of its own. */
  readonly reconfirms?: string;
}

export interface Draft {
  readonly answer: DraftAnswer;
  /** Revision of the answer that was changed; 0 when there was none. */
  readonly revision: number;
  /** Sent again unchanged, a save with the same key changes nothing. */
  readonly clientKey: string;
  /** When it was typed, in milliseconds: of two words on one question the later one counts. */
  readonly at: number;
}

/** What was answered before the question changed, or to an earlier assessment. */
export interface ToReconfirm {
  readonly moveId: string;
  /** When it was submitted to an earlier assessment. */
  readonly givenAt?: string;
  readonly former: readonly { readonly questionId: string; readonly answer: DraftAnswer }[];
}

/** An answer as it stands on the server. */
export interface SavedAnswer {
  readonly state: AnswerState;
  readonly value: unknown;
  readonly comment: string;
  readonly justification: string;
  readonly revision: number;
  readonly savedBy: string;
  readonly savedAt: string;
  /** Until it is saved again. */
  readonly reconfirm?: ToReconfirm | null;
}

/** What is wrong with a draft; the pointer starts at the answer: `/value/0/siren`. */
export interface FieldTrouble {
  readonly pointer: string;
  readonly message: string;
}

/** Two answers that say the same, whatever the order of the keys in their rows. */
export function sameAnswer(one: DraftAnswer, other: DraftAnswer): boolean {
  return textOf(one) === textOf(other);
}

function textOf({ state, value, comment = '', justification = '' }: DraftAnswer): string {
  return JSON.stringify([
    state,
    state === 'answered' ? sorted(value) : null,
    comment.trim(),
    state === 'na' ? justification.trim() : '',
  ]);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
