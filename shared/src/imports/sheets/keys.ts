import { plainWords } from './grid.js';

/** A key made of the words of a label, with a number where another has it. */
export function freeKey(label: string, taken: Set<string>): string {
  const words = plainWords(label).replaceAll(/[^a-z0-9]+/gu, '_');
  const stem = words.replaceAll(/^_+|_+$/gu, '').slice(0, 40) || 'option';
  let key = stem;
  for (let number = 2; taken.has(key); number += 1) key = `${stem}_${number}`;
  taken.add(key);
  return key;
}

/** The key that a file gives, with a number after it where another has it. */
export function uniqueKey(wanted: string, taken: Set<string>): string {
  let key = wanted;
  for (let number = 2; taken.has(key); number += 1) key = `${wanted}-${number}`;
  taken.add(key);
  return key;
}
