import type { CompiledQuestion } from './compile-document.js';
import type { Resolved } from './resolve-questions.js';

/** In the means and in the confidence? */
export function counts(
  question: Pick<CompiledQuestion, 'countsWhenMissing' | 'countsWhenAnswered'> | undefined,
  one: Resolved | undefined,
  factsOnly: boolean,
): boolean {
  if (one === undefined || one.status === 'out-of-scope' || one.status === 'na') return false;
  if (one.status === 'missing') return !factsOnly && question?.countsWhenMissing === true;
  if (one.status === 'inherited') return !factsOnly;
  return question?.countsWhenAnswered === true;
}
