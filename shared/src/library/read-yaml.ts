import { languages, type Localised } from '../questionnaires/document.js';
import { typeset } from './typeset.js';

/** A mapping of the library file, read key by key; `place` is where it stands, for the message of an error. */
export interface Mapping {
  readonly place: string;
  readonly entries: ReadonlyMap<string, unknown>;
}

/** Library files are part of the program: a fault in one stops the build, with the place that is wrong. */
export function fault(place: string, what: string): Error {
  return new Error(`${place}: ${what}`);
}

export function readMapping(value: unknown, place: string, keys?: readonly string[]): Mapping {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw fault(place, 'a mapping is expected');
  }
  const entries = new Map<string, unknown>(Object.entries(value));
  for (const key of entries.keys()) {
    if (keys !== undefined && !keys.includes(key)) throw fault(place, `the key "${key}" is not known here`);
  }
  return { place, entries };
}

export function has(mapping: Mapping, key: string): boolean {
  return mapping.entries.has(key);
}

export function at(mapping: Mapping, key: string): unknown {
  return mapping.entries.get(key);
}

export function placeOf(mapping: Mapping, key: string): string {
  return `${mapping.place}/${key}`;
}

export function mappingAt(mapping: Mapping, key: string, keys?: readonly string[]): Mapping {
  return readMapping(at(mapping, key), placeOf(mapping, key), keys);
}

export function listAt<T>(
  mapping: Mapping,
  key: string,
  readItem: (item: unknown, place: string) => T,
): readonly T[] {
  const value = at(mapping, key);
  const place = placeOf(mapping, key);
  if (!Array.isArray(value)) throw fault(place, 'a list is expected');
  return value.map((item: unknown, index) => readItem(item, `${place}/${index}`));
}

export function readText(value: unknown, place: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw fault(place, 'a text is expected');
  return value;
}

export function textAt(mapping: Mapping, key: string): string {
  return readText(at(mapping, key), placeOf(mapping, key));
}

export function textsAt(mapping: Mapping, key: string): readonly string[] {
  return listAt(mapping, key, readText);
}

export function readNumber(value: unknown, place: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw fault(place, 'a number is expected');
  return value;
}

export function numberAt(mapping: Mapping, key: string): number {
  return readNumber(at(mapping, key), placeOf(mapping, key));
}

/** A risk, a credit or a strength. */
export function shareAt(mapping: Mapping, key: string): number {
  const value = numberAt(mapping, key);
  if (value < 0 || value > 1) throw fault(placeOf(mapping, key), 'a number between 0 and 1 is expected');
  return value;
}

export function weightAt(mapping: Mapping, key: string): number {
  const value = numberAt(mapping, key);
  if (value < 0) throw fault(placeOf(mapping, key), 'a weight is never negative');
  return value;
}

export function booleanAt(mapping: Mapping, key: string): boolean {
  const value = at(mapping, key);
  if (typeof value !== 'boolean') throw fault(placeOf(mapping, key), 'true or false is expected');
  return value;
}

function readChoice<T extends string>(value: unknown, place: string, choices: readonly T[]): T {
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw fault(place, `one of ${choices.join(', ')} is expected`);
  return choice;
}

export function choiceAt<T extends string>(mapping: Mapping, key: string, choices: readonly T[]): T {
  return readChoice(at(mapping, key), placeOf(mapping, key), choices);
}

/** The two texts that stand in a mapping as `fr` and `en`, typeset. */
export function localisedIn(mapping: Mapping): Localised {
  const [fr, en] = languages;
  return { fr: typeset(textAt(mapping, fr), fr), en: typeset(textAt(mapping, en), en) };
}

function readLocalised(value: unknown, place: string): Localised {
  return localisedIn(readMapping(value, place, languages));
}

export function localisedAt(mapping: Mapping, key: string): Localised {
  return readLocalised(at(mapping, key), placeOf(mapping, key));
}

/** `{ [key]: read(…) }` when the mapping has the key, else nothing: optional keys are absent, never undefined. */
export function optional<K extends string, T>(
  mapping: Mapping,
  source: string,
  key: K,
  read: (mapping: Mapping, source: string) => T,
): { readonly [P in K]?: T } {
  // The computed key of a generic literal is widened to string by the compiler.
  return (has(mapping, source) ? { [key]: read(mapping, source) } : {}) as { readonly [P in K]?: T };
}

export function refuseTwice(ids: readonly string[], place: string): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw fault(place, `"${id}" stands there twice`);
    seen.add(id);
  }
}
