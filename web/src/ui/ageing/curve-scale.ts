import { addDays, daysBetween, parisDay } from '@probant/shared/calendar';

import type { AgeingFacts, CurvePoint, GradeLimit } from './use-ageing.js';

export interface Dot {
  readonly day: string;
  readonly score: number;
}

export interface Mark extends Dot {
  readonly key: string;
  readonly kind: 'act' | 'before' | 'time';
  readonly point: CurvePoint;
}

/** The line as it was drawn by acts and by time; points without a score are left out. */
export function lineOf(points: readonly CurvePoint[]): Dot[] {
  return points.flatMap(({ at, score }) => (score === null ? [] : [{ day: parisDay(at), score }]));
}

/** What has a reason stands on the line as a mark; dates that grow older by the day are its slope. */
export function marksOf(points: readonly CurvePoint[]): Mark[] {
  return points.flatMap((point, index): Mark[] => {
    const { at, score, causes, beforeReview, lapsed } = point;
    if (score === null || causes.length === 0) return [];
    if (causes[0] === 'ageing' && lapsed.length === 0) return [];
    const kind = causes[0] === 'ageing' ? 'time' : beforeReview ? 'before' : 'act';
    return [{ key: `${at} ${index}`, kind, day: parisDay(at), score, point }];
  });
}

/** From today to the day asked for, with a dot where something lapses on the way. */
export function forecastOf(today: Dot, { lapses, ahead }: AgeingFacts, untilDays: number): Dot[] {
  const end = ahead.find(({ days }) => days === untilDays);
  if (end === undefined || end.score === null) return [];
  const byDay = new Map<string, number>();
  for (const { lastOn, together } of lapses) {
    const score = together?.score ?? null;
    const day = addDays(lastOn, 1);
    if (score !== null && day < end.day) byDay.set(day, score);
  }
  return [today, ...[...byDay].map(([day, score]) => ({ day, score })), { day: end.day, score: end.score }];
}

export interface Band {
  readonly grade: GradeLimit['grade'];
  readonly from: number;
  readonly to: number;
}

export function bandsOfLimits(limits: readonly GradeLimit[]): Band[] {
  return limits.map(({ grade, max }, index) => ({
    grade,
    from: limits[index - 1]?.max ?? 0,
    to: Math.min(100, max),
  }));
}

/** Days to pixels; a curve of one day stands at the left. */
export function dayScale(from: string, to: string, left: number, right: number): (day: string) => number {
  const span = Math.max(1, daysBetween(from, to));
  return (day) => left + (daysBetween(from, day) / span) * (right - left);
}

/** First days of months to write under the axis, no closer than the words are wide. */
export function monthTicks(from: string, to: string, most: number): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = from.split('-').map(Number);
  for (;;) {
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > to) break;
    months.push(day);
  }
  const step = Math.max(1, Math.ceil(months.length / Math.max(1, most)));
  return months.filter((_, index) => index % step === 0);
}
