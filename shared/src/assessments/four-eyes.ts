import { accept, refuse, type Decision } from '../decision.js';
import type { AccountId } from '../ids.js';
import { acceptsReview, type AssessmentStatus } from './lifecycle.js';

/** A piece or a claim that a reviewer accepted, and who confirmed it since. */
export interface Acceptance {
  readonly acceptedBy: AccountId;
  readonly confirmedBy: AccountId | null;
}

/** While the review is open, and once it is finished until it is decided. */
export function acceptsConfirmation(status: AssessmentStatus): boolean {
  return acceptsReview(status) || status === 'reviewed';
}

/** Whoever accepted never confirms; what is confirmed stays confirmed by whoever came first. */
export function decideConfirmation(
  status: AssessmentStatus,
  { acceptedBy, confirmedBy }: Acceptance,
  by: AccountId,
): Decision<'confirm' | 'already'> {
  if (!acceptsConfirmation(status)) return refuse('transition-refused', { params: { status } });
  if (acceptedBy === by) return refuse('own-acceptance');
  return accept(confirmedBy === null ? 'confirm' : 'already');
}

/** A rule of the organisation binds every questionnaire; a rule of a questionnaire that one alone. */
export function needsFourEyes(ruled: readonly string[], questionnaireCode: string): boolean {
  return ruled.includes(everyQuestionnaire) || ruled.includes(questionnaireCode);
}

/** In the place of a questionnaire's code. */
export const everyQuestionnaire = '';

/** Nothing is decided while an acceptance waits for its second pair of eyes. */
export function decideConfirmed(acceptances: readonly Acceptance[]): Decision<'confirmed'> {
  const count = acceptances.filter(({ confirmedBy }) => confirmedBy === null).length;
  return count === 0 ? accept('confirmed') : refuse('confirmations-missing', { params: { count } });
}

/** One person alone could never decide anything again. */
export function decideFourEyes(on: boolean, confirmers: number): Decision<boolean> {
  return on && confirmers < 2 ? refuse('four-eyes-need-two') : accept(on);
}
