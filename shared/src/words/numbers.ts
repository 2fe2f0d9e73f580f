import type { Language } from '../questionnaires/document.js';
import { byLanguage } from './by-language.js';

const numbers = byLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
const limits = byLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 15 }));
const risks = byLanguage(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);
const plurals = byLanguage((locale) => new Intl.PluralRules(locale));

/** At most two decimals. */
export function inNumber(value: number, language: Language): string {
  return numbers[language].format(value);
}

/** With every decimal that it has: a limit that was rounded would be another one. */
export function inFull(value: number, language: Language): string {
  return limits[language].format(value);
}

/** Always two decimals: risks and points stand under each other. */
export function inRisk(value: number, language: Language): string {
  return risks[language].format(value);
}

/** French counts 0, 1 and 1,5 as one; English 1 alone. */
export function isSingular(count: number, language: Language): boolean {
  return plurals[language].select(count) === 'one';
}

/** `counted(1, 'ligne', 'lignes', 'fr')` is "1 ligne". */
export function counted(count: number, one: string, other: string, language: Language): string {
  return `${inNumber(count, language)}\u00a0${isSingular(count, language) ? one : other}`;
}
