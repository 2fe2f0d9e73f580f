import fc from 'fast-check';

import { boundsOf, checkMoment, instantsOf, isBefore, momentAt, spanBetween } from './moment.js';

const iso = (ms: number): string => new Date(ms).toISOString();

test.each<[string, string, string[]]>([
  ['2018-04-10', '02:01', ['2018-04-10T00:01:00.000Z']],
  ['2018-01-10', '02:01', ['2018-01-10T01:01:00.000Z']],
  // Spring 2026 skips 2:00 to 3:00, autumn 2026 repeats it.
  ['2026-03-29', '01:59', ['2026-03-29T00:59:00.000Z']],
  ['2026-03-29', '02:30', []],
  ['2026-03-29', '03:00', ['2026-03-29T01:00:00.000Z']],
  ['2026-10-25', '02:30', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
  ['2026-10-25', '03:00', ['2026-10-25T02:00:00.000Z']],
])('on %s the clocks of Paris show %s at %j', (on, at, expected) => {
  expect(instantsOf(on, at).map(iso)).toEqual(expected);
});

test('a day lasts 23, 24 or 25 hours', () => {
  const hours = (on: string): number => {
    const { from, to } = boundsOf({ on, at: null });
    return (to - from) / 3_600_000;
  };
  expect(['2026-03-29', '2026-06-01', '2026-10-25'].map(hours)).toEqual([23, 24, 25]);
});

test.each([
  ['a night that skips an hour', '2026-03-28', '23:00', '2026-03-29', '05:00', { low: 300, high: 300 }],
  ['a night that repeats one', '2026-10-24', '23:00', '2026-10-25', '05:00', { low: 420, high: 420 }],
  ['an hour shown twice', '2026-10-25', '02:30', '2026-10-25', '05:00', { low: 150, high: 210 }],
  ['a drop of unknown hour', '2018-04-09', null, '2018-04-10', '02:01', { low: 121, high: 1561 }],
  ['one day for both', '2018-04-09', null, '2018-04-09', null, { low: 0, high: 1440 }],
])('%s', (_name, on, at, thenOn, thenAt, expected) => {
  expect(spanBetween({ on, at }, { on: thenOn, at: thenAt })).toEqual(expected);
});

test('what may be the same moment is not before it', () => {
  expect(isBefore({ on: '2018-04-09', at: null }, { on: '2018-04-09', at: '12:00' })).toBe(false);
  expect(isBefore({ on: '2018-04-08', at: null }, { on: '2018-04-09', at: null })).toBe(true);
  expect(isBefore({ on: '2018-04-09', at: '00:00' }, { on: '2018-04-09', at: null })).toBe(false);
  expect(isBefore({ on: '2018-04-09', at: '11:59' }, { on: '2018-04-09', at: '12:00' })).toBe(true);
});

const now = Date.parse('2026-11-28T08:00:00.000Z');

test.each([
  [{ on: '2026-02-30', at: null }, [{ pointer: '/m/on', code: 'not-a-date' }]],
  [{ on: '2026-11-28', at: '7:00' }, [{ pointer: '/m/at', code: 'not-a-time' }]],
  [{ on: '2026-11-28', at: '24:00' }, [{ pointer: '/m/at', code: 'not-a-time' }]],
  [{ on: '2026-03-29', at: '02:30' }, [{ pointer: '/m/at', code: 'hour-skipped' }]],
  [{ on: '2026-11-28', at: '09:01' }, [{ pointer: '/m/at', code: 'date-in-future' }]],
  [{ on: '2026-11-29', at: null }, [{ pointer: '/m/on', code: 'date-in-future' }]],
  [{ on: '2026-11-28', at: '09:00' }, []],
  [{ on: '2026-11-28', at: null }, []],
])('%j typed at 9:00 in Paris', (moment, expected) => {
  expect(checkMoment('/m', moment, now)).toEqual(expected);
});

test('an instant is found again in what clocks show of it', () => {
  const minutes = fc.integer({ min: 25_000_000, max: 30_000_000 });
  fc.assert(
    fc.property(minutes, (minute) => {
      const instant = minute * 60_000;
      const { from, to } = boundsOf(momentAt(instant));
      expect(instant >= from && instant <= to).toBe(true);
      expect(to - from).toBeLessThanOrEqual(3_600_000);
    }),
  );
});
