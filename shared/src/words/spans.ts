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
