import * as fc from 'fast-check';

import {
  addDays,
  addMonths,
  daysBetween,
  findDayFault,
  frenchHolidays,
  isDay,
  isInstant,
  isOverdue,
  isWorkingDay,
  nextWorkingDay,
  parisClock,
  parisDay,
} from './calendar.js';

const anyDay = fc
  .integer({ min: 0, max: 73_000 })
  .map((days) => new Date(Date.UTC(1900, 0, 1 + days)).toISOString().slice(0, 10));

describe('a day exists', () => {
  test.each(['2024-02-29', '2000-02-29', '1900-01-01', '2026-12-31'])('%s', (day) =>
    expect(isDay(day)).toBe(true),
  );
  test.each([
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1899-12-31',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00:00Z',
    '',
    '２026-01-01',
  ])('but not %j', (day) => expect(isDay(day)).toBe(false));
  test.each([
    ['1800-05-01', 'date-too-old'],
    ['0020-05-01', 'date-too-old'],
    ['2199-12-31', undefined],
    ['2200-01-01', 'date-too-far'],
    ['9999-12-31', 'date-too-far'],
    ['1800-02-30', 'not-a-date'],
    ['2026-02-30', 'not-a-date'],
    ['2026-02-28', undefined],
  ])('what is wrong with %s is %s', (day, fault) => expect(findDayFault(day)).toBe(fault));
  test('every day of the calendar does', () => fc.assert(fc.property(anyDay, isDay)));
});

test.each([
  ['2026-11-23T09:00:00.000Z', true],
  ['2026-11-31T09:00:00.000Z', false],
  ['2026-11-23T24:00:00.000Z', false],
  ['2026-11-23T09:00:00Z', false],
  ['2026-11-23T09:00:00.000+01:00', false],
])('%s as an instant: %s', (text, expected) => expect(isInstant(text)).toBe(expected));

test.each([
  ['2026-06-30T21:59:59.999Z', '2026-06-30'],
  ['2026-06-30T22:00:00.000Z', '2026-07-01'],
  ['2026-12-31T22:59:59.999Z', '2026-12-31'],
  ['2026-12-31T23:00:00.000Z', '2027-01-01'],
  ['2026-03-29T00:59:59.000Z', '2026-03-29'],
  ['2026-11-23', '2026-11-23'],
])('at %s it is %s in Paris', (instant, day) => expect(parisDay(instant)).toBe(day));

test('the day in Paris is the one that the calendar of Paris shows, in whatever order one asks', () => {
  const shown = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' });
  const anyInstant = fc.date({
    min: new Date('1970-01-01'),
    max: new Date('2060-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(anyInstant, fc.nat(7_200_000), (date, later) => {
      for (const instant of [date, new Date(date.getTime() + later)]) {
        expect(parisDay(instant.toISOString())).toBe(shown.format(instant));
      }
    }),
  );
});

test.each([
  ['2024-08-31', 6, '2025-02-28'],
  ['2023-08-31', 6, '2024-02-29'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s and %i months is %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected));

test('days add up and come back', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
      expect(daysBetween(day, addDays(day, days))).toBe(days);
    }),
  );
});

test.each([
  ['2026-11-23', '2026-11-23T22:59:59.999Z', false],
  ['2026-11-23', '2026-11-23T23:00:00.000Z', true],
  ['2026-11-23', '2026-11-24', true],
])('due on %s and it is %s: overdue %s', (dueOn, now, expected) =>
  expect(isOverdue(dueOn, now)).toBe(expected),
);

describe('French holidays', () => {
  test('of 2026 are the eleven of the calendar', () => {
    expect(frenchHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
  });

  test.each([
    [2018, '2018-04-02'],
    [2024, '2024-04-01'],
    [2025, '2025-04-21'],
    [2038, '2038-04-26'],
  ])('Easter Monday of %i is %s', (year, day) => expect(frenchHolidays(year)).toContain(day));

  test('a day off is put off to the next worked one', () => {
    expect(nextWorkingDay('2026-05-01')).toBe('2026-05-04');
    expect(nextWorkingDay('2026-12-25')).toBe('2026-12-28');
    expect(nextWorkingDay('2026-11-23')).toBe('2026-11-23');
    fc.assert(
      fc.property(
        anyDay,
        (day) => isWorkingDay(nextWorkingDay(day)) && daysBetween(day, nextWorkingDay(day)) <= 4,
      ),
    );
  });
});

test('a clock in Paris is an hour or two ahead of universal time, and the day goes with it', () => {
  expect(parisClock('2026-11-23T09:00:00.123Z')).toBe('2026-11-23 10:00:00');
  expect(parisClock('2026-06-30T22:30:05.000Z')).toBe('2026-07-01 00:30:05');
  expect(parisClock('2026-12-31T23:59:59.999Z')).toBe('2027-01-01 00:59:59');
});

test('what follows from the last of all days is a day', () => {
  expect(addDays('9999-12-31', 1)).toBe('9999-12-31');
  expect(addMonths('9999-12-31', 12)).toBe('9999-12-31');
});
