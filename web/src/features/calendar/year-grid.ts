import { daysInMonth } from '@probant/shared/calendar';

import type { CalendarDay, State } from './use-calendar.js';

/** What a day of the year holds, by state. */
export interface DayCounts {
  readonly day: string;
  readonly counts: Readonly<Record<State, number>>;
  readonly total: number;
}

export interface MonthGrid {
  /** `2026-03`. */
  readonly month: string;
  /** Monday first; null before the first day and after the last. */
  readonly weeks: readonly (readonly (string | null)[])[];
  readonly days: ReadonlyMap<string, DayCounts>;
  /** Of the month as a whole, no day being known. */
  readonly dayless: DayCounts | null;
  readonly total: DayCounts;
}

const none: Readonly<Record<State, number>> = { overdue: 0, due: 0, done: 0, lapsed: 0 };

/** The twelve months of a year with what falls on their days. */
export function yearGrid(year: number, days: readonly CalendarDay[]): MonthGrid[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${String(year).padStart(4, '0')}-${String(index + 1).padStart(2, '0')}`;
    const own = days.filter(({ day }) => day.startsWith(month));
    const dated = own.filter(({ precision }) => precision === 'day');
    const dayless = own.filter(({ precision }) => precision === 'month');
    const byDay = new Map<string, CalendarDay[]>();
    for (const one of dated) byDay.set(one.day, [...(byDay.get(one.day) ?? []), one]);
    return {
      month,
      weeks: weeksOf(year, index + 1, month),
      days: new Map([...byDay].map(([day, rows]) => [day, countOf(day, rows)])),
      dayless: dayless.length === 0 ? null : countOf(`${month}-01`, dayless),
      total: countOf(`${month}-01`, own),
    };
  });
}

function countOf(day: string, rows: readonly CalendarDay[]): DayCounts {
  const counts = { ...none };
  for (const { state, count } of rows) counts[state] += count;
  return { day, counts, total: rows.reduce((sum, { count }) => sum + count, 0) };
}

function weeksOf(year: number, monthNumber: number, month: string): (string | null)[][] {
  const first = new Date(`${month}-01T00:00:00Z`).getUTCDay();
  const before = (first + 6) % 7;
  const cells: (string | null)[] = [
    ...Array<null>(before).fill(null),
    ...Array.from(
      { length: daysInMonth(year, monthNumber) },
      (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
    ),
  ];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Where an arrow key leads from a day, among the days that hold something; the day itself at either end. */
export function nextDay(days: readonly string[], from: string, key: string): string | null {
  const at = days.indexOf(from);
  if (at < 0) return null;
  switch (key) {
    case 'ArrowRight':
      return days[Math.min(at + 1, days.length - 1)] ?? null;
    case 'ArrowLeft':
      return days[Math.max(at - 1, 0)] ?? null;
    case 'ArrowDown':
      return days.find((day) => daysApart(from, day) >= 7) ?? days.at(-1) ?? null;
    case 'ArrowUp':
      return days.findLast((day) => daysApart(day, from) >= 7) ?? days[0] ?? null;
    case 'PageDown':
      return days.find((day) => day.slice(0, 7) > from.slice(0, 7)) ?? days.at(-1) ?? null;
    case 'PageUp':
      return days.findLast((day) => day.slice(0, 7) < from.slice(0, 7)) ?? days[0] ?? null;
    case 'Home':
      return days[0] ?? null;
    case 'End':
      return days.at(-1) ?? null;
    default:
      return null;
  }
}

function daysApart(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
