import type { CentsRange } from '@probant/shared/exposure/exposure';
import type { Language } from '@probant/shared/questionnaires/document';
import { byLanguage } from '@probant/shared/words/by-language';

const whole = byLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
const scores = byLanguage(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const percents = byLanguage(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
);
const euros = byLanguage(
  (locale) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }),
);

export function inWhole(value: number, language: Language): string {
  return whole[language].format(value);
}

/** One decimal: scores stand under each other. */
export function inScore(score: number | null, language: Language): string {
  return score === null ? '–' : scores[language].format(score);
}

export function inPercent(share: number | null, language: Language): string {
  return share === null ? '–' : percents[language].format(share);
}

/** Whole euros: none of these amounts is known to the cent. */
export function inEuros(cents: number, language: Language): string {
  return euros[language].format(Math.round(cents / 100));
}

export function inEurosRange({ lowCents, highCents }: CentsRange, language: Language): string {
  const [low, high] = [inEuros(lowCents, language), inEuros(highCents, language)];
  if (low === high) return low;
  return language === 'fr' ? `de ${low} à ${high}` : `${low} to ${high}`;
}
