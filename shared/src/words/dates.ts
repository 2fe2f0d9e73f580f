import type { Day } from '../calendar.js';
import type { Language } from '../questionnaires/document.js';
import { byLanguage } from './by-language.js';

const days = byLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
);

/** `20 déc. 2026`, `1er déc. 2026`, `20 Dec 2026`. */
export function dayInWords(day: Day, language: Language): string {
  return withOrdinal(days[language].format(new Date(`${day}T00:00:00Z`)), language);
}

/** French counts the first day of a month as such; what Intl writes does not. */
export function withOrdinal(date: string, language: Language): string {
  return language === 'fr' ? date.replace(/(?<!\d)1(?= \p{L})/u, '1er') : date;
}
