import { formatDay } from '../../platform/i18n/format.js';
import type { Language } from '../../platform/i18n/language.js';
import { instantOf } from './timeline-scale.js';

/** A date of the file as far as the source knows it: a year, a month, a day, or a time of that day in Paris. */
export function caseDate(on: string, language: Language): string {
  const [day = '', time] = on.split('T');
  if (/^\d{4}$/.test(day)) return day;
  if (/^\d{4}-\d{2}$/.test(day)) return monthOf(on, language);
  const shown = formatDay(day, language);
  return time === undefined ? shown : `${shown}, ${time}`;
}

export function monthOf(on: string | number, language: Language): string {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(typeof on === 'number' ? on : instantOf(on)));
}
