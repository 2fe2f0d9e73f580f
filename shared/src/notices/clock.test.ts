import * as fc from 'fast-check';

import { addDays, daysBetween, frenchHolidays, isWorkingDay } from '../calendar.js';
import { noticeClock } from './clock.js';

/** Received on 18 April 2018 with the 30 days of the Douai contract: the termination of 25 May would have been in time. */
test('the Douai contract: received on 18 April 2018, 30 days end on 18 May, and 19 May is safe', () => {
  const clock = noticeClock('2018-04-18', 30);
  expect(clock).toMatchObject({
    deadlineOn: '2018-05-18',
    deadlineCaution: null,
    firstSafeOn: '2018-05-19',
    firstSafeCaution: 'weekend',
    // 20 May is Whit Sunday and 21 May Whit Monday.
    advisedOn: '2018-05-22',
  });
  expect('2018-05-25' >= clock.firstSafeOn).toBe(true);
});

test.each([
  ['the 15 days of the published terms', '2026-06-01', 15, '2026-06-16', null, '2026-06-17'],
  ['a deadline on a Saturday may run to Monday', '2026-02-27', 15, '2026-03-14', 'weekend', '2026-03-17'],
  ['a deadline on a Sunday may run to Monday', '2026-02-28', 15, '2026-03-15', 'weekend', '2026-03-17'],
  ['a deadline on Labour Day', '2026-04-16', 15, '2026-05-01', 'holiday', '2026-05-05'],
  ['a deadline on Ascension Thursday', '2026-04-14', 30, '2026-05-14', 'holiday', '2026-05-16'],
  ['a deadline on Easter Monday', '2025-04-06', 15, '2025-04-21', 'holiday', '2025-04-23'],
  [
    'a deadline on Christmas Day that falls on a Saturday',
    '2027-11-25',
    30,
    '2027-12-25',
    'holiday',
    '2027-12-28',
  ],
  ['over the end of February of a leap year', '2028-02-01', 30, '2028-03-02', null, '2028-03-03'],
  ['over New Year', '2026-12-10', 30, '2027-01-09', 'weekend', '2027-01-12'],
] as const)('%s', (_, receivedOn, days, deadlineOn, deadlineCaution, firstSafeOn) => {
  expect(noticeClock(receivedOn, days)).toMatchObject({ deadlineOn, deadlineCaution, firstSafeOn });
});

const anyDay = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays('1900-01-01', days));

test('whatever the year, the deadline is the day counted, what follows is later, and the advised day is worked', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 365 }), (receivedOn, days) => {
      const { deadlineOn, deadlineCaution, firstSafeOn, advisedOn } = noticeClock(receivedOn, days);
      expect(daysBetween(receivedOn, deadlineOn)).toBe(days);
      expect(firstSafeOn > deadlineOn).toBe(true);
      expect(isWorkingDay(deadlineOn)).toBe(deadlineCaution === null);
      if (deadlineCaution === null) expect(daysBetween(deadlineOn, firstSafeOn)).toBe(1);
      expect(advisedOn > firstSafeOn && isWorkingDay(advisedOn)).toBe(true);
    }),
  );
});

/** Easter Sunday as Gauss reckons it, with his exceptions: another way than the one that the calendar goes. */
function easterOf(year: number): string {
  const century = Math.floor(year / 100);
  const moon = (15 - Math.floor((13 + 8 * century) / 25) + century - Math.floor(century / 4)) % 30;
  const sun = (4 + century - Math.floor(century / 4)) % 7;
  const epact = (19 * (year % 19) + moon) % 30;
  const weekday = (2 * (year % 4) + 4 * (year % 7) + 6 * epact + sun) % 7;
  const late =
    (epact === 29 && weekday === 6) || (epact === 28 && weekday === 6 && (11 * moon + 11) % 30 < 19);
  return addDays(`${year}-03-22`, epact + weekday - (late ? 7 : 0));
}

test('the holidays that follow Easter are those of Gauss, every year from 1900 to 2299', () => {
  for (let year = 1900; year < 2300; year += 1) {
    const easter = easterOf(year);
    const moving = [addDays(easter, 1), addDays(easter, 39), addDays(easter, 50)];
    const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
    expect(frenchHolidays(year)).toEqual([...moving, ...fixed.map((day) => `${year}-${day}`)].sort());
  }
});
