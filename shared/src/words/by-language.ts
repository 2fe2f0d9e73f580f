import type { Language } from '../questionnaires/document.js';

/** One of a kind for each language; British English: 24 Nov 2026, not Nov 24, 2026. */
export function byLanguage<T>(make: (locale: string) => T): Readonly<Record<Language, T>> {
  return { fr: make('fr-FR'), en: make('en-GB') };
}
