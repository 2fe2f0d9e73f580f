import {
  daysUntil,
  formatBytes,
  formatChange,
  formatDay,
  formatInstant,
  formatMoney,
  formatNumber,
  formatRelative,
  formatShare,
} from './format.js';

test.each([
  [formatNumber(1284000, 'fr'), '1\u202F284\u202F000'],
  [formatNumber(30.62, 'fr', 2), '30,62'],
  [formatNumber(-3.2, 'fr', 1), '\u22123,2'],
  [formatNumber(1284000, 'en'), '1,284,000'],
  [formatMoney(482463.03, 'fr'), '482\u202F463,03\u00A0€'],
  [formatMoney(1284000, 'fr', { cents: false }), '1\u202F284\u202F000\u00A0€'],
  [formatMoney(482463.03, 'en'), '€482,463.03'],
  [formatShare(0.125, 'fr', 1), '12,5\u00A0%'],
  [formatChange(4.1, 'fr'), '+4,1'],
  [formatChange(-3.2, 'fr'), '\u22123,2'],
  [formatChange(0, 'fr'), '0,0'],
  [formatBytes(0, 'fr'), '0\u00A0o'],
  [formatBytes(412_000, 'fr'), '412\u00A0ko'],
  [formatBytes(1_500_000, 'en'), '1.5\u00A0MB'],
])('%s', (written, expected) => {
  expect(written.replaceAll('\u202F%', '\u00A0%')).toBe(expected);
});

test('a calendar day is the same day everywhere', () => {
  expect(formatDay('2024-11-19', 'fr')).toBe('19 nov. 2024');
  expect(formatDay('2024-11-19', 'en')).toBe('19 Nov 2024');
  expect(formatDay('2027-01-01', 'fr')).toBe('1er janv. 2027');
  expect(formatDay('2027-01-11', 'fr', 'long')).toBe('11 janvier 2027');
  expect(formatInstant('2027-01-01T12:00:00Z', 'fr')).toMatch(/^1er janv\. 2027 à /);
});

test.each([
  ['2026-11-22T09:59:40Z', 'à l’instant'],
  ['2026-11-22T07:00:00Z', 'il y a 3 heures'],
  ['2026-11-21T10:00:00Z', 'hier'],
  ['2026-12-05T10:00:00Z', 'dans 13 jours'],
])('%s is %s', (instant, words) => {
  expect(formatRelative(instant, new Date('2026-11-22T10:00:00Z'), 'fr')).toBe(words);
});

test('days until a deadline count whole days and go below zero once it has passed', () => {
  // Late in the evening in Paris.
  const now = new Date('2026-11-22T22:30:00Z');
  expect([daysUntil('2026-12-05', now), daysUntil('2026-11-22', now), daysUntil('2026-11-20', now)]).toEqual([
    13, 0, -2,
  ]);
});
