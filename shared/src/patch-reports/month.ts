import { addDays, addMonths, isDay, type Day } from '../calendar.js';
import type { Language } from '../questionnaires/document.js';
import { byLanguage } from '../words/by-language.js';

/** A month of the calendar, `2026-11`; months compare as text. */
export type Month = string;

export function isMonth(text: string): boolean {
  return text.length === 7 && isDay(firstDayOf(text));
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function firstDayOf(month: Month): Day {
  return `${month}-01`;
}

export function lastDayOf(month: Month): Day {
  return addDays(firstDayOf(shiftMonth(month, 1)), -1);
}

export function shiftMonth(month: Month, by: number): Month {
  return monthOf(addMonths(firstDayOf(month), by));
}

/** From one month to another, both among them; none when `to` comes first. */
export function monthsBetween(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to && months.length < 12 * 300; month = shiftMonth(month, 1))
    months.push(month);
  return months;
}

const words = byLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
);

/** `octobre 2026`. */
export function monthInWords(month: Month, language: Language): string {
  return words[language].format(new Date(`${firstDayOf(month)}T00:00:00Z`));
}
