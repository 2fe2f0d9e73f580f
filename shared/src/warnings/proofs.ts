import type { AnswerValue, EvidenceLevel } from '../questionnaires/document.js';
import type { WarningWords } from './warning.js';
import { isSignedByBoth, type Signatures } from './standing.js';

/** The choice of BKP-04 that a warning proves: no other of its choices is about one. */
const warnedChoice = 'hors_perimetre_averti';

export type ProvingWarning = Pick<WarningWords, 'questions' | 'exclusion' | 'alternatives' | 'cost'>;

/** What an entry of the register can prove of an answer: that of Rennes, and those on how warnings are given. */
const provable: Readonly<
  Record<string, (warning: ProvingWarning, value: AnswerValue | undefined) => boolean>
> = {
  'BKP-04': ({ questions }, value) => questions.includes('BKP-04') && value === warnedChoice,
  'ADV-02': () => true,
  'ADV-03': ({ exclusion }) => exclusion !== '',
  'ADV-04': ({ alternatives, cost }) => alternatives !== '' && cost !== null,
};

export const questionsProvedByWarnings: readonly string[] = Object.keys(provable);

/** `value` is the answer as it counts; a warning proves an answer that was given, and proves none that was refused. */
export function provesAnswer(
  questionId: string,
  warning: ProvingWarning,
  value: AnswerValue | undefined,
): boolean {
  const rule = Object.hasOwn(provable, questionId) ? provable[questionId] : undefined;
  return value !== undefined && (rule?.(warning, value) ?? false);
}

/** What a reviewer is offered: what both signed the buyer has verified itself; the supplier's word alone is a dated document. */
export function proposedLevel(signatures: Signatures): EvidenceLevel {
  return isSignedByBoth(signatures) ? 'E4' : 'E2';
}
