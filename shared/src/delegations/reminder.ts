import { addDays, type Day } from '../calendar.js';

/** Days before the day that was agreed; one letter for each, and one the day after. */
export const delegationMoments = ['days-before', 'eve', 'late'] as const;
export type DelegationMoment = (typeof delegationMoments)[number];

/** The farthest day ahead for which a letter may be due. */
export const longestNoticeDays = 3;

/**
 * The letter that is due today, if one is. One that was missed while nothing ran is made up for by the latest alone: nobody
 * gets three at once.
 */
export function dueMoment(
  dueOn: Day,
  sent: readonly DelegationMoment[],
  today: Day,
): DelegationMoment | undefined {
  const moment = momentOf(dueOn, today);
  return moment === undefined || sent.includes(moment) ? undefined : moment;
}

function momentOf(dueOn: Day, today: Day): DelegationMoment | undefined {
  if (today > dueOn) return 'late';
  if (today >= addDays(dueOn, -1)) return 'eve';
  if (today >= addDays(dueOn, -longestNoticeDays)) return 'days-before';
  return undefined;
}
