import { firstOfTrend, quarterOf, quarterPattern } from './figures.js';

test.each([
  ['2026-01-01', '2026-01-01'],
  ['2026-03-31', '2026-01-01'],
  ['2026-04-01', '2026-04-01'],
  ['2026-11-28', '2026-10-01'],
  ['2026-12-31', '2026-10-01'],
])('%s is in the quarter of %s', (day, first) => {
  expect(quarterOf(day)).toBe(first);
  expect(quarterPattern.test(`${first}/A`)).toBe(true);
});

test('a trend goes back two years', () => {
  expect(firstOfTrend('2026-11-28')).toBe('2024-10-01');
});

test.each(['2026-02-01', '2026-10-01/F', '2026-10-01/', '2026-10-02', '0000-01-01'])(
  '%s names no quarter',
  (text) => {
    expect(quarterPattern.test(text)).toBe(false);
  },
);
