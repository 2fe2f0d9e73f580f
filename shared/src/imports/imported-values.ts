import { isRecord, tidyText } from '../plain-text.js';
import type { ImportedText } from './imported-questionnaire.js';

export type Entries = Readonly<Record<string, unknown>>;

/** Foreign files are read as far as they can be: what is not of the kind expected counts as not there. */
export function entriesAt(value: unknown, key: string): Entries | undefined {
  const found = isRecord(value) ? value[key] : undefined;
  return isRecord(found) ? found : undefined;
}

export function listAt(value: unknown, key: string): readonly unknown[] {
  const found = isRecord(value) ? value[key] : undefined;
  return Array.isArray(found) ? found : [];
}

/** YAML reads an identifier such as 1.1 as a number; here it is a text like the others. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = tidyText(value.replaceAll(controls, ''));
  return text === '' ? undefined : text;
}

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

export function textAt(value: unknown, key: string): string | undefined {
  return isRecord(value) ? textOf(value[key]) : undefined;
}

export function textsAt(value: unknown, key: string): readonly string[] {
  return listAt(value, key).flatMap((item) => textOf(item) ?? []);
}

export function numberAt(value: unknown, key: string): number | undefined {
  const found = isRecord(value) ? value[key] : undefined;
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

/** Texts of several places, one paragraph each, per language; nothing when no place has any. */
export function joinTexts(
  texts: readonly (ImportedText | undefined)[],
  separator = '\n\n',
): ImportedText | undefined {
  const present = texts.filter((text) => text !== undefined);
  if (present.length === 0) return undefined;
  const joined = languagesOf(present).map((language) => {
    const parts = present.flatMap((text) => text[language] ?? Object.values(text)[0] ?? []);
    return [language, [...new Set(parts)].join(separator)];
  });
  return Object.fromEntries(joined) as ImportedText;
}

function languagesOf(texts: readonly ImportedText[]): readonly ('fr' | 'en')[] {
  return (['fr', 'en'] as const).filter((language) => texts.some((text) => text[language] !== undefined));
}

/** Gives each key once: the second `a` becomes `a-2`. */
export function makeKeys(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    let key = wanted;
    for (let count = 2; taken.has(key); count += 1) key = `${wanted}-${count}`;
    taken.add(key);
    return key;
  };
}
