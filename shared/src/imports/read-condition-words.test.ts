import fc from 'fast-check';

import { readConditionWords, type ConditionWords } from './read-condition-words.js';

const a = { name: 'a' };
const b = { name: 'b' };
const c = { name: 'c/yes' };

test.each<[string, ConditionWords]>([
  ['a', a],
  [' c/yes ', c],
  ['!a', { not: a }],
  ['!!a', { not: { not: a } }],
  ['a&&b', { all: [a, b] }],
  ['a && b && c/yes', { all: [a, b, c] }],
  ['a || b || c/yes', { any: [a, b, c] }],
  ['(a || b) && !c/yes', { all: [{ any: [a, b] }, { not: c }] }],
  ['!(a && b) || c/yes', { any: [{ not: { all: [a, b] } }, c] }],
  ['((a))', a],
])('%s is understood', (text, words) => {
  expect(readConditionWords(text)).toEqual({ words, mixed: false });
});

test.each<[string, ConditionWords]>([
  ['a || b && c/yes', { all: [{ any: [a, b] }, c] }],
  ['a && b || c/yes', { any: [{ all: [a, b] }, c] }],
])('%s goes from left to right, and is told', (text, words) => {
  expect(readConditionWords(text)).toEqual({ words, mixed: true });
});

test.each([
  '',
  ' ',
  'a b',
  'a &&',
  '&& a',
  'a & b',
  '(a',
  'a)',
  '()',
  '!',
  'a || || b',
  'contains(a, "x")',
  `${'('.repeat(5_000)}a${')'.repeat(5_000)}`,
])('%# is no condition', (text) => {
  expect(readConditionWords(text)).toBeUndefined();
});

test('what is written with parentheses is read as it was meant', () => {
  const { words } = fc.letrec<{ words: ConditionWords }>((tie) => ({
    words: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(a, b, c),
      tie('words').map((not) => ({ not })),
      fc.tuple(tie('words'), tie('words')).map((all) => ({ all })),
      fc.tuple(tie('words'), tie('words')).map((any) => ({ any })),
    ),
  }));
  fc.assert(
    fc.property(words, fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() }), (meant, facts) => {
      const read = readConditionWords(write(meant));
      expect(read && holds(read.words, facts)).toBe(holds(meant, facts));
    }),
  );
});

function write(words: ConditionWords): string {
  if ('name' in words) return words.name;
  if ('not' in words) return `!${write(words.not)}`;
  if ('all' in words) return `(${words.all.map(write).join(' && ')})`;
  return `(${words.any.map(write).join(' || ')})`;
}

function holds(words: ConditionWords, facts: Readonly<Record<'a' | 'b' | 'c', boolean>>): boolean {
  if ('name' in words) return words.name === 'a' ? facts.a : words.name === 'b' ? facts.b : facts.c;
  if ('not' in words) return !holds(words.not, facts);
  if ('all' in words) return words.all.every((one) => holds(one, facts));
  return words.any.some((one) => holds(one, facts));
}
