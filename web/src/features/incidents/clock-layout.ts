import { addDays, parisDay } from '@probant/shared/calendar';
import { boundsOf, type Moment } from '@probant/shared/moment';

import type { Due, Facts } from './use-incidents.js';
import { stepNames } from './form-values.js';

export const clockSize = { left: 300, right: 1050, width: 1240, rowHeight: 34, top: 44 } as const;
/** What lies further off than this is told in words: a month would crush the first hours. */
const longestMs = 9 * 86_400_000;

export interface ClockMark {
  readonly step: (typeof stepNames)[number];
  readonly x: number;
  readonly exact: boolean;
}

export interface ClockRow {
  readonly due: Due;
  /** The time that was given, and the time over it. */
  readonly given: { readonly x: number; readonly width: number } | null;
  readonly over: { readonly x: number; readonly width: number } | null;
  /** A stretch of a duty without a figure. */
  readonly taken: { readonly x: number; readonly width: number } | null;
  readonly done: number | null;
  /** The last instant lies off the scale. */
  readonly beyond: boolean;
}

export interface ClockDrawing {
  readonly days: readonly { readonly day: string; readonly x: number }[];
  readonly hours: readonly { readonly label: string; readonly x: number }[];
  readonly marks: readonly ClockMark[];
  readonly rows: readonly ClockRow[];
  readonly now: number | null;
}

/** To scale from the first thing that happened to the last that is due, was done, or is now. */
export function drawClock(facts: Facts, dues: readonly Due[], asOf: string): ClockDrawing | null {
  const known = stepNames.flatMap((step) => {
    const moment = facts[step];
    return moment === null ? [] : [{ step, moment }];
  });
  const starts = known.map(({ moment }) => boundsOf(moment).from);
  if (starts.length === 0) return null;
  const start = Math.min(...starts);
  const now = Date.parse(asOf);
  const ends = [
    now,
    ...known.map(({ moment }) => boundsOf(moment).to),
    ...dues.flatMap(({ dueUntil, done }) => [
      ...(dueUntil === null ? [] : [Date.parse(dueUntil)]),
      ...(done === null ? [] : [boundsOf(done).to]),
    ]),
  ].filter((instant) => instant - start <= longestMs);
  const end =
    Math.max(start + 3_600_000, ...ends) + Math.max(1_800_000, (Math.max(...ends, start) - start) * 0.04);
  const scale = (clockSize.right - clockSize.left) / (end - start);
  const at = (instant: number): number =>
    clockSize.left + (Math.min(end, Math.max(start, instant)) - start) * scale;
  return {
    days: daysBetween(start, end).map((day) => ({ day, x: at(boundsOf({ on: day, at: null }).from) })),
    hours: hoursBetween(start, end, scale).map(({ on, time }) => ({
      label: time.slice(0, 2),
      x: at(boundsOf({ on, at: time }).from),
    })),
    marks: known.map(({ step, moment }) => ({
      step,
      x: at(boundsOf(moment).from),
      exact: moment.at !== null,
    })),
    rows: dues.map((due) => rowOf(due, { at, end, now })),
    now: now <= end ? at(now) : null,
  };
}

interface Scale {
  readonly at: (instant: number) => number;
  readonly end: number;
  readonly now: number;
}

function rowOf(due: Due, { at, end, now }: Scale): ClockRow {
  const from = due.from === null ? null : boundsOf(due.from).from;
  const done = due.done === null ? null : boundsOf(due.done).from;
  const until = due.dueUntil === null ? null : Date.parse(due.dueUntil);
  const stretch = (first: number, last: number): { x: number; width: number } => ({
    x: at(first),
    width: Math.max(1, at(last) - at(first)),
  });
  const reached = done ?? now;
  return {
    due,
    given: from === null || until === null ? null : stretch(from, until),
    over: until === null || reached <= until ? null : stretch(until, reached),
    taken: until === null && from !== null && done !== null ? stretch(from, done) : null,
    done: done === null || done > end ? null : at(done),
    beyond: until !== null && until > end,
  };
}

function daysBetween(start: number, end: number): string[] {
  const days: string[] = [];
  const last = dayOf(end);
  for (let day = dayOf(start); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Every sixth hour where there is room for it. */
function hoursBetween(start: number, end: number, scale: number): { on: string; time: string }[] {
  if (scale * 6 * 3_600_000 < 40) return [];
  return daysBetween(start, end).flatMap((on) =>
    ['06:00', '12:00', '18:00']
      .map((time) => ({ on, time }))
      .filter((moment) => {
        const { from } = boundsOf(momentOf(moment));
        return from > start && from < end;
      }),
  );
}

function momentOf({ on, time }: { readonly on: string; readonly time: string }): Moment {
  return { on, at: time };
}

function dayOf(instant: number): string {
  return parisDay(new Date(instant).toISOString());
}

/** Those whose names stand on no other; the first come first. */
export function withRoom<T extends { readonly x: number }>(
  marks: readonly T[],
  widthOf: (mark: T) => number,
): T[] {
  return [...marks]
    .sort((a, b) => a.x - b.x)
    .reduce<T[]>((named, mark) => {
      const last = named.at(-1);
      return last === undefined || mark.x >= last.x + widthOf(last) ? [...named, mark] : named;
    }, []);
}
