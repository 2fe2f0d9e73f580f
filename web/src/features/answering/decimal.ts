import type { Language } from '../../platform/i18n/language.js';

/**
 * The number a person typed: `12,5`, `12.5`, `1 250`, with any of the spaces that a keyboard or a spreadsheet puts in.
 * Nothing for what is no number, and for a comma that could mean thousands as well as tenths (`1,250.5` is none).
 */
export function parseNumber(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '');
  if (!/^[-\u2212]?\d+(?:[.,]\d+)?$/.test(bare)) return undefined;
  const value = Number(bare.replace('\u2212', '-').replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

/** As one would type it: no thousands, the decimal sign of the language. */
export function showNumber(value: number, language: Language): string {
  const text = String(value);
  return language === 'fr' ? text.replace('.', ',') : text;
}
