import { daysBetween, type Day } from '../calendar.js';
import type { Role } from '../permissions.js';
import { obligationRules, type ObligationKind } from './kinds.js';

/** What fell due while nothing ran is still told so many days later. */
export const remindedLateDays = 7;

/** The reminder that is due: so many days before the day, 0 for the day itself. One that was missed is not caught up on. */
export function dueReminder(kind: ObligationKind, effectiveOn: Day, today: Day): number | null {
  const left = daysBetween(today, effectiveOn);
  if (left < -remindedLateDays) return null;
  const reached = obligationRules[kind].remindAt.filter((days) => left <= days);
  return reached.length === 0 ? null : Math.min(...reached);
}

/** The longest time before a day at which a reminder leaves. */
export const longestNoticeDays = Math.max(
  ...Object.values(obligationRules).flatMap(({ remindAt }) => remindAt),
);

/** Whoever has to act is reminded unless they say no; the others when they say yes. */
export function wantsReminders(roles: readonly Role[], chosen: boolean | null): boolean {
  return chosen ?? roles.some((role) => role === 'buyer' || role === 'risk-manager');
}
