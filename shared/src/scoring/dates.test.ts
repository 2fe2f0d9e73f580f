import * as fc from 'fast-check';

import { addDays } from '../calendar.js';
import { dateAgeMonths, daysUntil } from './dates.js';

test.each([
  ['2026-11-22', '2026-11-22', 0],
  ['2026-10-22', '2026-11-22', 1],
  ['2026-10-22', '2026-11-21', 30 / 31],
  ['2026-10-22', '2026-11-23', 1 + 1 / 30],
  ['2026-01-31', '2026-02-27', 27 / 28],
  ['2026-01-31', '2026-02-28', 1],
  ['2026-01-31', '2026-03-30', 1 + 30 / 31],
  ['2026-01-31', '2026-03-31', 2],
  ['2024-02-29', '2025-02-28', 12],
  ['2025-11-22', '2026-11-22', 12],
])('the age of %s on %s is %d months', (on, asOf, expected) => {
  expect(dateAgeMonths(on, asOf)).toBeCloseTo(expected, 12);
});

test('an age never falls from one day to the next', () => {
  const anyDay = fc.nat(2000).map((days) => addDays('2023-01-01', days));
  fc.assert(
    fc.property(anyDay, fc.nat(1500), (on, days) => {
      expect(dateAgeMonths(on, addDays(on, days + 1))).toBeGreaterThan(dateAgeMonths(on, addDays(on, days)));
    }),
  );
});

test.each([
  ['2026-11-23', '2026-11-22', 1],
  ['2026-11-22', '2026-11-22T22:59:59.000Z', 0],
  ['2026-11-22', '2026-11-22T23:00:00.000Z', -1],
  ['2026-07-01', '2026-06-30T22:00:00.000Z', 0],
  ['2026-03-30', '2026-03-28', 2],
])('from %2$s it is %3$d days until %1$s, in Paris', (on, asOf, expected) => {
  expect(daysUntil(on, asOf)).toBe(expected);
});
