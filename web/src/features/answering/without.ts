import type { Entry } from './queue-state.js';

type Part = 'draft' | 'sent' | 'troubles' | 'conflict' | 'parked';

/** The entry, less some of its parts. */
export function without(entry: Entry, ...keys: readonly Part[]): Entry {
  const rest: { -readonly [Key in keyof Entry]: Entry[Key] } = { ...entry };
  for (const key of keys) Reflect.deleteProperty(rest, key);
  return rest;
}
