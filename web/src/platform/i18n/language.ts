import { createContext, useContext, useSyncExternalStore } from 'react';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** Also read by public/appearance.js before the first paint. */
const storageKey = 'probant-language';
const listeners = new Set<() => void>();
let current: Language = remembered() ?? 'fr';

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

export function currentLanguage(): Language {
  return current;
}

/** Changes the language of the interface here and remembers it in this browser. */
export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage is closed to us: the choice lasts as long as the page.
  }
  apply(language);
}

/** The language of an account that just signed in; a choice made in this browser stands above it. */
export function followLanguage(language: Language): void {
  if (remembered() === null) apply(language);
}

function apply(language: Language): void {
  document.documentElement.lang = language;
  if (language === current) return;
  current = language;
  for (const listener of listeners) listener();
}

/** Part of a page that is shown in another language than the rest: a preview of what somebody else will read. */
export const LanguageShown = createContext<Language | null>(null);

export function useLanguage(): Language {
  const shown = useContext(LanguageShown);
  const chosen = useSyncExternalStore(subscribe, currentLanguage);
  return shown ?? chosen;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function remembered(): Language | null {
  try {
    const stored = localStorage.getItem(storageKey);
    return isLanguage(stored) ? stored : null;
  } catch {
    return null;
  }
}
