import { validateAnswer } from '../answers/validate-answer.js';
import type { Instant } from '../calendar.js';
import { accept, refuseField, type Decision, under } from '../decision.js';
import type { LibraryAnswer, LibraryContent } from './library-entry.js';
import { askable } from './library-question.js';

/** Another answer to the question of an entry; pointers start at what was sent. */
export function decideEdit(
  { question, answer }: LibraryContent,
  input: unknown,
  now: Instant,
): Decision<LibraryAnswer> {
  // There is nothing to write beside a file: its pieces are the answer.
  if (answer.state === 'pieces') return refuseField('/answer', 'no-value-for-file');
  const decision = validateAnswer(askable(question), input, now);
  if (!decision.accepted) {
    const errors = under('/answer', decision.refusal.errors ?? []);
    return { accepted: false, refusal: { ...decision.refusal, errors } };
  }
  const { value } = decision;
  if (value.state !== 'answered' && value.state !== 'na') return refuseField('/answer/state', 'not-a-choice');
  return accept(value);
}
