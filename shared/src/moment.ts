import { addDays, findDayFault, parisClock, type Day } from './calendar.js';
import { fieldRefusal, type FieldRefusal } from './decision.js';

/** When something happened as people wrote it down: a day in Paris, and what its clocks showed where somebody noted that. */
export interface Moment {
  readonly on: Day;
  /** `02:01`; null: the day alone is known. */
  readonly at: string | null;
}

/** The instants, in milliseconds, between which a moment lies; the same twice when it is known to the minute. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** How long something took, in minutes; two figures where an hour is unknown. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

export const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;
/** Paris is one hour ahead of UTC in winter, two in summer; the earlier instant first. */
const offsets = [2, 1];

export function isTime(text: string): boolean {
  return timePattern.test(text);
}

/** The instants at which clocks in Paris show it: none in the hour that spring skips, two in the one that autumn repeats. */
export function instantsOf(on: Day, at: string): number[] {
  const wall = Date.parse(`${on}T${at}:00Z`);
  return offsets
    .map((offset) => wall - offset * hourMs)
    .filter((instant) => parisClock(new Date(instant).toISOString()) === `${on} ${at}:00`);
}

/** From the first instant at which it may have been to the last; a day without an hour goes on to its midnight. */
export function boundsOf({ on, at }: Moment): Bounds {
  if (at === null) return { from: midnight(on), to: midnight(addDays(on, 1)) };
  const instants = instantsOf(on, at);
  // An hour that no clock showed is refused where it is typed; read from elsewhere it stands for its day.
  if (instants.length === 0) return boundsOf({ on, at: null });
  return { from: Math.min(...instants), to: Math.max(...instants) };
}

function midnight(day: Day): number {
  return Math.min(...instantsOf(day, '00:00'));
}

/** To the minute, as a person would have noted it. */
export function momentAt(instant: number): Moment {
  const [on = '', clock = ''] = parisClock(new Date(instant).toISOString()).split(' ');
  return { on, at: clock.slice(0, 5) };
}

/** Never below zero: what follows does not come before, however little is known of both. */
export function spanBetween(first: Moment, then: Moment): Span {
  const [from, to] = [boundsOf(first), boundsOf(then)];
  const minutes = (ms: number): number => Math.max(0, Math.round(ms / minuteMs));
  return { low: minutes(to.from - from.to), high: minutes(to.to - from.from) };
}

export function isExact({ low, high }: Span): boolean {
  return low === high;
}

/** True where it cannot be that the second follows the first. */
export function isBefore(then: Moment, first: Moment): boolean {
  const [last, begun] = [boundsOf(then).to, boundsOf(first).from];
  // The midnight that ends a day belongs to the next one.
  return last < begun || (then.at === null && last === begun);
}

/** What is wrong with a moment that was typed. `now` is in milliseconds: nothing is noted before it happened. */
export function checkMoment(at: string, moment: Moment, now: number): FieldRefusal[] {
  const fault = findDayFault(moment.on);
  if (fault !== undefined) return [fieldRefusal(`${at}/on`, fault)];
  if (moment.at !== null) {
    if (!isTime(moment.at)) return [fieldRefusal(`${at}/at`, 'not-a-time')];
    if (instantsOf(moment.on, moment.at).length === 0) return [fieldRefusal(`${at}/at`, 'hour-skipped')];
  }
  if (boundsOf(moment).from <= now) return [];
  return [fieldRefusal(moment.on > momentAt(now).on ? `${at}/on` : `${at}/at`, 'date-in-future')];
}
