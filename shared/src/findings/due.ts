import { addDays, daysBetween, type Day } from '../calendar.js';
import type { FindingStanding } from './finding.js';

/** Days before the due date of a plan on which its owner is reminded; negative: after it. */
export const reminderDays = [7, 0, -7, -28] as const;

/**
 * The reminder that is due for a plan on a day: the last of them that has come and was not sent. Days on which nothing ran are
 * made up for by one letter, not by one for each.
 */
export function dueReminder(
  { status, plan }: Pick<FindingStanding, 'status' | 'plan'>,
  sent: readonly number[],
  today: Day,
): number | undefined {
  if (status !== 'agreed' || plan === null) return undefined;
  const left = daysBetween(today, plan.dueOn);
  const come = reminderDays.filter((days) => days >= left).at(-1);
  return come === undefined || sent.includes(come) ? undefined : come;
}

/** The first day on which an accepted risk is open again. */
export function acceptanceEndsOn(until: Day): Day {
  return addDays(until, 1);
}

export function hasAcceptanceEnded({ status, acceptedUntil }: FindingStanding, today: Day): boolean {
  return status === 'accepted' && acceptedUntil !== null && acceptedUntil < today;
}
