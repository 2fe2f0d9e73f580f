import { validateAnswer } from '@probant/shared/answers/validate-answer';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';

import type { DraftAnswer } from './draft.js';

/** An answer as it was given, to be given once more: without the empty places that the server fills. */
export function givenAgain({
  state,
  value,
  comment = '',
  justification = '',
}: Omit<DraftAnswer, 'reconfirms'>): DraftAnswer {
  return {
    ...{ state, comment },
    ...(state === 'answered' ? { value } : {}),
    ...(state === 'na' ? { justification } : {}),
  };
}

/** Whether an earlier answer may be given again to the question as it is asked now; cleared, a piece alone answered it. */
export function stillHolds(question: SupplierQuestion, answer: DraftAnswer): boolean {
  return (
    answer.state === 'cleared' ||
    validateAnswer(question, givenAgain(answer), new Date().toISOString()).accepted
  );
}
