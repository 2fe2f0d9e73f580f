import { isRecord } from '../plain-text.js';
import { importBounds } from './import-bounds.js';
import type { ImportWarning } from './imported-questionnaire.js';
import { placeOf } from './check-shape.js';
import { warned } from './said.js';

interface Found {
  readonly where: string;
  readonly count: number;
}

/** Translations into languages that a questionnaire does not have: how many texts, and where the first stands. */
export function tellLanguages(file: unknown, at: string): readonly ImportWarning[] {
  const found = new Map<string, Found>();
  collect(file, at, 0, found);
  return [...found].map(([language, { where, count }]) =>
    warned(
      where,
      `traductions en « ${language} » laissées de côté, seuls le français et l’anglais sont lus : ${count}`,
      `translations into "${language}" left out, only French and English are read: ${count}`,
    ),
  );
}

function collect(value: unknown, at: string, depth: number, found: Map<string, Found>): void {
  if (depth > importBounds.depth) return;
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      collect(item, `${at}[${index}]`, depth + 1, found);
    });
    return;
  }
  if (!isRecord(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'translations') count(inner, at, found);
    else if (typeof inner === 'object') collect(inner, placeOf(at, key), depth + 1, found);
  }
}

function count(translations: unknown, at: string, found: Map<string, Found>): void {
  if (!isRecord(translations)) return;
  for (const [language, texts] of Object.entries(translations)) {
    if (language === 'fr' || language === 'en' || !isRecord(texts)) continue;
    const before = found.get(language);
    const more = Object.keys(texts).length;
    found.set(language, {
      where: before?.where ?? (at === '' ? 'translations' : at),
      count: (before?.count ?? 0) + more,
    });
  }
}
