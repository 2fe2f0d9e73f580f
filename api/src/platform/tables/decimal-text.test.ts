import fc from 'fast-check';

import { findNumber } from './decimal-text.js';

test.each([
  ['1 234,56', 1234.56],
  ['1\u202f234,56', 1234.56],
  ['1\u00a0234', 1234],
  ['1234.56', 1234.56],
  ['1,234.56', 1234.56],
  ['1.234,56', 1234.56],
  ['1.234.567', 1234567],
  ['1,234,567', 1234567],
  ['-3,5', -3.5],
  ['\u22123,5', -3.5],
  ['+7', 7],
  [',5', 0.5],
  ['0', 0],
  ['1,234', 1.234],
])('%s is %d', (text, number) => {
  expect(findNumber(text)).toBe(number);
});

test.each([
  '',
  ' ',
  'abc',
  '1e5',
  '0x10',
  'Infinity',
  'NaN',
  '1,2,3',
  '1.2.3',
  '12,34.56',
  '1,23.45,6',
  '--1',
  '1 %',
  '12 k€',
  '.',
  ',',
  '-',
])('%j is no number', (text) => {
  expect(findNumber(text)).toBeUndefined();
});

test('what a French and an English formatter write is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
      const number = cents / 100;
      const french = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 }).format(number);
      const english = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2 }).format(number);
      expect(findNumber(french)).toBeCloseTo(number, 2);
      expect(findNumber(english)).toBeCloseTo(number, 2);
    }),
  );
});
