import { usualFirstDay } from './usual-days.js';

test.each([
  ['2025-01-10T10:00:00.000Z', '2026-08-30'],
  ['2026-10-09T22:30:00.000Z', '2026-10-10'],
  ['2027-01-01T10:00:00.000Z', '2026-08-30'],
  [null, '2026-08-30'],
])('first answers of %s', (first, day) => {
  expect(usualFirstDay('2026-11-28', first)).toBe(day);
});
