import { findGiven } from '@probant/shared/answers/given-answer';

import type { Answering } from './use-answering.js';

interface Theme {
  readonly code: string;
  readonly asked: readonly { readonly id: string }[];
}

/** Of a theme, or of all: questions answered, without those that only an earlier assessment answered. */
export function countAnswered(
  { carried, given, completion }: Pick<Answering, 'carried' | 'given' | 'completion'>,
  theme?: Theme,
): number {
  const progress = theme && completion.themes.find(({ code }) => code === theme.code);
  const answered = theme === undefined ? completion.answered : (progress?.answered ?? 0);
  if (carried.length === 0) return answered;
  const within = theme && new Set(theme.asked.map(({ id }) => id));
  const partial = new Set(completion.partial.map(({ id }) => id));
  const unseen = carried.filter(
    (id) => (within?.has(id) ?? true) && findGiven(given, id) !== undefined && !partial.has(id),
  );
  return answered - unseen.length;
}
