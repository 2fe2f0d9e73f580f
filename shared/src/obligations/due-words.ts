import type { Day } from '../calendar.js';
import type { Language, Localised } from '../questionnaires/document.js';
import { byLanguage } from '../words/by-language.js';
import { dayInWords } from '../words/dates.js';
import type { Obligation } from './obligation.js';

const months = byLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
);

/** `20 déc. 2026`, or `septembre 2026` where the day is not known. */
export function dueInWords(dueOn: Day, precision: Obligation['precision'], language: Language): string {
  return precision === 'day'
    ? dayInWords(dueOn, language)
    : months[language].format(new Date(`${dueOn}T00:00:00Z`));
}

/** `le 16 mai 2026`, `en septembre 2026`: when something takes effect. */
export function effectiveInWords(dueOn: Day, precision: Obligation['precision']): Localised {
  return {
    fr: `${precision === 'day' ? 'le' : 'en'} ${dueInWords(dueOn, precision, 'fr')}`,
    en: `${precision === 'day' ? 'on' : 'in'} ${dueInWords(dueOn, precision, 'en')}`,
  };
}
