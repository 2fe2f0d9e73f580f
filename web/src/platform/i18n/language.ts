import { useSyncExternalStore } from 'react';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** Also read by public/appearance.js before the first paint. */
const storageKey = 'probant-language';
const listeners = new Set<() => void>();
let current: Language = remembered();

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

export function currentLanguage(): Language {
  return current;
}

/** Changes the language of the interface here and remembers it in this browser. */
export function chooseLanguage(language: Language): void {
  document.documentElement.lang = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage is closed to us: the choice lasts as long as the page.
  }
  if (language === current) return;
  current = language;
  for (const listener of listeners) listener();
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function remembered(): Language {
  try {
    const stored = localStorage.getItem(storageKey);
    return isLanguage(stored) ? stored : 'fr';
  } catch {
    return 'fr';
  }
}
