import type { Language } from '../questionnaires/document.js';

const noBreak = '\u00a0';
const narrowNoBreak = '\u202f';

/**
 * Library files are typed with plain spaces and straight apostrophes; readers get the typography of their language.
 * Quotes of a source are never typeset: they stay as they were hashed.
 */
export function typeset(text: string, language: Language): string {
  const curled = text.replaceAll(/(?<=[\p{L}\p{N})»])'/gu, '’');
  if (language === 'en') return curled;
  return curled
    .replaceAll(/ (?=[:;?!%€»])/g, noBreak)
    .replaceAll('« ', `«${noBreak}`)
    .replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, narrowNoBreak);
}
