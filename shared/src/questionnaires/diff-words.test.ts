import * as fc from 'fast-check';

import { diffWords, type WordSpan } from './diff-words.js';

const marked = (spans: readonly WordSpan[]): string =>
  spans
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'removed' ? '-' : '+'}[${text}]`))
    .join('');

test.each([
  ['', '', ''],
  ['Oui', 'Oui', 'Oui'],
  ['', 'Oui', '+[Oui]'],
  ['Oui', '', '-[Oui]'],
  ['Une copie est déconnectée', 'Une copie est hors ligne', 'Une copie est -[déconnectée]+[hors ligne]'],
  ['tous les mois', 'tous les trois mois', 'tous les +[trois ]mois'],
  ['Oui, partout.', 'Oui, partout !', 'Oui, partout-[.]+[ !]'],
  ['une très vieille copie', 'une assez bonne copie', 'une -[très vieille]+[assez bonne] copie'],
])('%j and %j', (before, after, spans) => {
  expect(marked(diffWords(before, after))).toBe(spans);
});

const sentence = fc
  .array(fc.constantFrom('copie', 'hors', 'ligne', ' ', '  ', ',', 'été', '\n', '🔑'), { maxLength: 30 })
  .map((parts) => parts.join(''));

test('what stayed and went is the first text, what stayed and came is the second', () => {
  fc.assert(
    fc.property(sentence, sentence, (before, after) => {
      const spans = diffWords(before, after);
      const without = (kind: string): string =>
        spans.flatMap((span) => (span.kind === kind ? [] : [span.text])).join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
      expect(spans.every(({ text }) => text !== '')).toBe(true);
    }),
  );
});

test('a text without a change is one run', () => {
  fc.assert(fc.property(sentence, (text) => diffWords(text, text).length <= 1));
});

test('two texts of a size that no question has are shown as replaced', () => {
  const long = (word: string): string => `${word} `.repeat(3_000);
  expect(diffWords(long('un'), `x${long('deux')}y`).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
