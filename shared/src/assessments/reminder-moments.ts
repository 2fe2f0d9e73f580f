import { addDays, daysBetween, type Day } from '../calendar.js';
import { acceptsAnswers, type AssessmentStatus } from './lifecycle.js';

/** When a supplier is reminded by itself, in days from the due date: once overdue every week, four times at most. */
export const reminderOffsets = [-7, -3, -1, 1, 8, 15, 22] as const;
export type ReminderOffset = (typeof reminderOffsets)[number];

/** What fell due while nothing ran is still told so many days later. */
const remindedLateDays = 7;

/** No letter leaves during the night of whoever asks. */
export const remindFromHour = 7;

export interface Awaited {
  readonly status: AssessmentStatus;
  readonly submissions: number;
  readonly dueOn: Day;
  /** The day of the last letter with a link: the request, its repetition, or a reminder, whoever asked for it. */
  readonly lastLetterOn: Day;
}

export interface ReminderMoment {
  readonly on: Day;
  readonly offset: ReminderOffset;
}

/** Reminders stop with the first submission: what is returned later is asked by a person, in a letter of its own. */
export function isAwaited({ status, submissions }: Pick<Awaited, 'status' | 'submissions'>): boolean {
  return submissions === 0 && acceptsAnswers(status);
}

export function reminderMoments(dueOn: Day): ReminderMoment[] {
  return reminderOffsets.map((offset) => ({ offset, on: addDays(dueOn, offset) }));
}

/**
 * The reminder that is due today: the latest moment that came since the last letter. Those missed before it are not made up
 * for, so that a pause of the program never ends in a burst.
 */
export function dueReminderMoment(awaited: Awaited, today: Day): ReminderMoment | null {
  if (!isAwaited(awaited)) return null;
  const reached = reminderMoments(awaited.dueOn).filter(({ on }) => on <= today);
  const latest = reached.at(-1);
  if (latest === undefined || latest.on <= awaited.lastLetterOn) return null;
  return daysBetween(latest.on, today) <= remindedLateDays ? latest : null;
}

/** The next one that will leave if nothing changes. */
export function nextReminderMoment(awaited: Awaited, today: Day): ReminderMoment | null {
  if (!isAwaited(awaited)) return null;
  const due = dueReminderMoment(awaited, today);
  return (
    due ?? reminderMoments(awaited.dueOn).find(({ on }) => on > today && on > awaited.lastLetterOn) ?? null
  );
}
