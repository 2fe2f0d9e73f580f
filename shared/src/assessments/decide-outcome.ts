import { outcomes, type Outcome } from '../audit/assessment-events.js';
import { accept, refuseField, type Decision } from '../decision.js';

export interface OutcomeWish {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly conditions: string;
  readonly message: string;
}

/** Whoever decides says why; whoever signs under conditions says which, and only then are there any. */
export function decideOutcome(wish: OutcomeWish): Decision<OutcomeWish> {
  const reason = wish.reason.trim();
  const conditions = wish.conditions.trim();
  if (!outcomes.includes(wish.outcome)) return refuseField('/outcome', 'not-a-choice');
  if (reason === '') return refuseField('/reason', 'reason-required');
  if ((wish.outcome === 'sign-with-conditions') !== (conditions !== '')) {
    return refuseField('/conditions', conditions === '' ? 'required' : 'nothing-to-decide');
  }
  return accept({ outcome: wish.outcome, reason, conditions, message: wish.message.trim() });
}
