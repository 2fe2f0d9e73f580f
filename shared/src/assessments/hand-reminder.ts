import { addDays, type Day } from '../calendar.js';
import { accept, refuse, type Decision } from '../decision.js';
import { acceptsAnswers, type AssessmentStatus } from './lifecycle.js';

/** Why no reminder may leave by hand. */
export const reminderRefusals = ['submitted', 'no-recipient', 'bounced', 'today'] as const;
export type ReminderRefusal = (typeof reminderRefusals)[number];

export interface HandReminderFacts {
  readonly status: AssessmentStatus;
  /** The address is refused for good, or the last message to it failed. */
  readonly bounced: boolean;
  /** Days where the buyer is: of the last letter with a link, whoever asked for it; null where nobody holds one. */
  readonly lastLetterOn: Day | null;
}

export interface Remindable {
  /** Null: one may leave now. */
  readonly refusal: ReminderRefusal | null;
  /** The day from which the next may leave, where only the day stands against it. */
  readonly nextOn: Day | null;
}

/** Never once it is submitted, nor where no letter arrives, nor twice a day. */
export function handReminder({ status, bounced, lastLetterOn }: HandReminderFacts, today: Day): Remindable {
  if (!acceptsAnswers(status)) return { refusal: 'submitted', nextOn: null };
  if (lastLetterOn === null) return { refusal: 'no-recipient', nextOn: null };
  if (bounced) return { refusal: 'bounced', nextOn: null };
  if (lastLetterOn >= today) return { refusal: 'today', nextOn: addDays(lastLetterOn, 1) };
  return { refusal: null, nextOn: null };
}

export function decideHandReminder(facts: HandReminderFacts, today: Day): Decision<'remind'> {
  const { refusal, nextOn } = handReminder(facts, today);
  switch (refusal) {
    case null:
      return accept('remind');
    case 'bounced':
      return refuse('reminder-bounced');
    case 'today':
      return refuse('reminded-today', { params: { day: nextOn ?? today } });
    case 'submitted':
    case 'no-recipient':
      return refuse('transition-refused', { params: { status: facts.status, act: 'remind' } });
  }
}
