import type { Span } from '../moment.js';
import type { Language } from '../questionnaires/document.js';

/** `62 h 29`, `45 min`; an English reader is told that what follows the hours are minutes. */
export function minutesInWords(minutes: number, language: Language): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}\u00a0min`;
  if (rest === 0) return `${hours}\u00a0h`;
  const two = String(rest).padStart(2, '0');
  return language === 'fr' ? `${hours}\u00a0h\u00a0${two}` : `${hours}\u00a0h\u00a0${two}\u00a0min`;
}

/** `2 h 01 à 26 h 01` where an hour is unknown. */
export function spanInWords({ low, high }: Span, language: Language): string {
  if (low === high) return minutesInWords(low, language);
  return `${minutesInWords(low, language)} ${language === 'fr' ? 'à' : 'to'} ${minutesInWords(high, language)}`;
}

const longMinutes = 96 * 60;

/** The same, in days from four of them on: `6 j 20 h`. */
export function longSpanInWords(span: Span, language: Language): string {
  if (span.low < longMinutes) return spanInWords(span, language);
  const inDays = (minutes: number): string => {
    const hours = Math.round(minutes / 60);
    const rest = hours % 24;
    const days = `${Math.floor(hours / 24)}\u00a0${language === 'fr' ? 'j' : 'd'}`;
    return rest === 0 ? days : `${days}\u00a0${rest}\u00a0h`;
  };
  const [low, high] = [inDays(span.low), inDays(span.high)];
  return low === high ? low : `${low} ${language === 'fr' ? 'à' : 'to'} ${high}`;
}
