import { momentAt, type Moment } from '@probant/shared/moment';
import { withOrdinal } from '@probant/shared/words/dates';

import type { Language } from './language.js';

/** `lun. 9 avr.`, `mar. 1er juin`, `Mon 9 Apr`. */
export function shortDay(day: string, language: Language, year = false): string {
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(year ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  });
  return withOrdinal(format.format(new Date(`${day}T00:00:00Z`)), language);
}

/** `2 h 01`, `02:01`. */
export function timeOf(at: string, language: Language): string {
  if (language === 'en') return at;
  const [hours = '', minutes = ''] = at.split(':');
  return `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

/** `10 avr. 2018 à 2 h 01`; `10 avr. 2018, heure inconnue`. */
export function momentInWords({ on, at }: Moment, language: Language, unknown: string): string {
  const day = shortDay(on, language, true);
  if (at === null) return `${day}, ${unknown}`;
  return language === 'fr' ? `${day} à ${timeOf(at, language)}` : `${day} at ${at}`;
}

/** An instant by the clocks of Paris, as moments that a person noted are: the two stand side by side. */
export function instantByParis(instant: string, language: Language): string {
  return momentInWords(momentAt(Date.parse(instant)), language, '');
}
