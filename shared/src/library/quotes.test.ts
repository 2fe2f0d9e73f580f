import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { bank, libraryPath } from '../testing/bank.js';

/** Taken once each quote had been found, word for word, in the text of its source. */
const hashes = JSON.parse(readFileSync(libraryPath('quotes.sha256.json'), 'utf8')) as Readonly<
  Record<string, string>
>;

const quoted = bank.lessons.flatMap(({ id, quote }) => (quote === undefined ? [] : [[id, quote] as const]));

test.each(quoted)('the quote of %s is the one that was checked against its source', (id, quote) => {
  expect(createHash('sha256').update(quote).digest('hex')).toBe(hashes[id]);
});

test('every checked quote stands in the bank, and every lesson has a quote or a reference', () => {
  expect(quoted.map(([id]) => id).sort()).toEqual(Object.keys(hashes).sort());
  expect(
    bank.lessons.filter(({ quote, reference }) => (quote === undefined) === (reference === undefined)),
  ).toEqual([]);
});

test('every source has its citation line in both languages', () => {
  expect(bank.sources.map(({ id }) => id)).toEqual(['000', '001', '002', '003', '004']);
  expect(bank.sources.find(({ id }) => id === '002')?.citation.fr).toContain('RG 21/01153');
});
