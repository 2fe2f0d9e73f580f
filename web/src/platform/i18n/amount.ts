import { formatNumber } from './format.js';
import type { Language } from './language.js';

/** Thousands that can be read in one way alone: without tenths, `1,234` is thousands in English and a slip in French. */
const grouped: Record<Language, RegExp> = {
  fr: /^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$|^\d{1,3}(?:,\d{3})+\.\d{1,2}$/,
  en: /^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$|^\d{1,3}(?:\.\d{3})+,\d{1,2}$/,
};

/**
 * The euros a person typed, in cents: `1 234,50`, `1234.5`, with any of the spaces that a keyboard or a spreadsheet puts in.
 * Nothing for what is no amount, and for a sign that could mean thousands as well as tenths in the language.
 */
export function parseAmount(text: string, language: Language): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f€]/g, '');
  const plain = grouped[language].test(bare) ? bare.replaceAll(/[.,](?=\d{3}(?:\D|$))/g, '') : bare;
  if (!/^\d{1,13}(?:[.,]\d{1,2})?$/.test(plain)) return undefined;
  return Math.round(Number(plain.replace(',', '.')) * 100);
}

/** Cents as one would type them: `1 234,50`. */
export function showAmount(cents: number, language: Language): string {
  return formatNumber(cents / 100, language, 2);
}

/** A number without sign: `1,5`, `12.5`. */
export function parsePlain(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f%]/g, '');
  return /^\d{1,9}(?:[.,]\d{1,9})?$/.test(bare) ? Number(bare.replace(',', '.')) : undefined;
}

/** As one would type it: no thousands, the decimal sign of the language. */
export function showPlain(value: number, language: Language): string {
  const text = String(Number(value.toFixed(6)));
  return language === 'fr' ? text.replace('.', ',') : text;
}
