import { parseAmount, parsePlain, showAmount, showPlain } from './amount.js';

test.each([
  ['1 234,50', 'fr', 1_234_50],
  ['1\u202f234,50\u00a0€', 'fr', 1_234_50],
  ['1234.5', 'fr', 1_234_50],
  ['1.234,50', 'fr', 1_234_50],
  ['482463,03', 'fr', 482_463_03],
  ['1,234', 'fr', undefined],
  ['12,000', 'en', 12_000_00],
  ['482,463.03', 'en', 482_463_03],
  ['1.234', 'en', undefined],
  ['1.234.567', 'fr', 1_234_567_00],
  ['482,463.03', 'fr', 482_463_03],
  ['482.463,03', 'en', 482_463_03],
  ['0', 'fr', 0],
  ['-5', 'fr', undefined],
  ['1,2,3', 'fr', undefined],
  ['12 euros', 'fr', undefined],
  ['', 'fr', undefined],
  ['10,123', 'fr', undefined],
] as const)('%s typed in %s is %s cents', (text, language, cents) => {
  expect(parseAmount(text, language)).toBe(cents);
});

test.each(['fr', 'en'] as const)('what is shown in %s is read back', (language) => {
  for (const cents of [0, 1, 99, 100, 37_343_63, 482_463_03, 1_000_000_000_000]) {
    expect(parseAmount(showAmount(cents, language), language)).toBe(cents);
  }
  expect(parsePlain(showPlain(10.36, language))).toBe(10.36);
});

test('amounts are shown as French writes them', () => {
  expect(showAmount(482_463_03, 'fr')).toBe('482\u202f463,03');
  expect(showPlain(1.5, 'fr')).toBe('1,5');
});

test.each([
  ['10,36 %', 10.36],
  ['1.5', 1.5],
  ['-1', undefined],
  ['dix', undefined],
])('%s is the number %s', (text, value) => {
  expect(parsePlain(text)).toBe(value);
});
