import fc from 'fast-check';

import { maxLengths } from '../limits.js';
import { nameCopy } from './name-copy.js';

const bank = { fr: 'Sécurité', en: 'Security' };
const copy = (end: string, english: string) => ({ fr: `Sécurité (${end})`, en: `Security (${english})` });
const first = copy('copie', 'copy');
const second = copy('copie 2', 'copy 2');

test.each([
  ['the first keeps the title', bank, [], bank],
  ['the second is marked', bank, [bank], first],
  ['the third is counted', bank, [bank, first], second],
  ['a hole in the count is used', bank, [bank, second], first],
  ['a copy of a copy counts on', first, [bank, first], second],
  ['one language that is taken is enough', bank, [{ fr: 'Sécurité', en: 'Other' }], first],
])('%s', (_, origin, taken, expected) => {
  expect(nameCopy(origin, taken)).toEqual(expected);
});

test('any title of any length finds a free one that is not too long', () => {
  const text = fc.string({ minLength: 1, maxLength: maxLengths.title });
  fc.assert(
    fc.property(fc.record({ fr: text, en: text }), fc.nat(30), (origin, copies) => {
      const taken = [origin];
      for (let made = 0; made < copies; made += 1) taken.push(nameCopy(origin, taken));
      const titles = taken.map(({ fr }) => fr);
      expect(new Set(titles).size).toBe(titles.length);
      expect(Math.max(...taken.flatMap(({ fr, en }) => [fr.length, en.length]))).toBeLessThanOrEqual(
        maxLengths.title,
      );
    }),
  );
});
