import { validateAnswer } from '@probant/shared/answers/validate-answer';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';

import type { DraftAnswer } from './draft.js';

/** Whether an earlier answer may be given again to the question as it is asked now; cleared, a piece alone answered it. */
export function stillHolds(
  question: SupplierQuestion,
  { state, value, comment = '', justification = '' }: DraftAnswer,
): boolean {
  if (state === 'cleared') return true;
  const answer = {
    ...{ state, comment },
    ...(state === 'answered' ? { value } : {}),
    ...(state === 'na' ? { justification } : {}),
  };
  return validateAnswer(question, answer, new Date().toISOString()).accepted;
}
