import { addDays, frenchHolidays, isWeekend, isWorkingDay, nextWorkingDay, type Day } from '../calendar.js';
import type { Localised } from '../questionnaires/document.js';

export const clockCautions = ['weekend', 'holiday'] as const;
export type DayCaution = (typeof clockCautions)[number];

export interface NoticeClock {
  readonly receivedOn: Day;
  readonly days: number;
  /** The last day of the cure period, counted in calendar days from receipt. */
  readonly deadlineOn: Day;
  /** Why that day may be argued to run on to the next worked one. */
  readonly deadlineCaution: DayCaution | null;
  /** Before it, whatever follows from a breach left without cure comes too early. */
  readonly firstSafeOn: Day;
  readonly firstSafeCaution: DayCaution | null;
  /** One safety day more, on a day on which a registered letter can be posted. */
  readonly advisedOn: Day;
}

/**
 * Counted from the receipt of the letter, the day of receipt left out. Whether a contractual period that ends on a day off
 * runs on to the next worked one is open to argument: the first safe day supposes that it does.
 */
export function noticeClock(receivedOn: Day, days: number): NoticeClock {
  const deadlineOn = addDays(receivedOn, days);
  const firstSafeOn = addDays(nextWorkingDay(deadlineOn), 1);
  return {
    receivedOn,
    days,
    deadlineOn,
    deadlineCaution: cautionOf(deadlineOn),
    firstSafeOn,
    firstSafeCaution: cautionOf(firstSafeOn),
    advisedOn: nextWorkingDay(addDays(firstSafeOn, 1)),
  };
}

function cautionOf(day: Day): DayCaution | null {
  if (isWorkingDay(day)) return null;
  return frenchHolidays(Number(day.slice(0, 4))).includes(day)
    ? 'holiday'
    : isWeekend(day)
      ? 'weekend'
      : null;
}

export const dayCautionNames: Readonly<Record<DayCaution, Localised>> = {
  weekend: { fr: 'un samedi ou un dimanche', en: 'a Saturday or a Sunday' },
  holiday: { fr: 'un jour férié en France', en: 'a public holiday in France' },
};
