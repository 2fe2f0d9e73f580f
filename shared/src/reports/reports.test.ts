import fc from 'fast-check';

import { addDays } from '../calendar.js';
import { decideReport } from './report.js';
import {
  comparedFrom,
  decideSchedule,
  dueMoment,
  nextDueOn,
  periodStart,
  reportFrequencies,
} from './schedule.js';

test.each([
  ['2026-12-31', '2026-10-01'],
  ['2027-01-01', '2026-10-01'],
  ['2027-01-02', '2027-01-01'],
])(
  'what a report of %s tells is compared with %s: on the first day of a quarter, with the one that is over',
  (on, from) => {
    expect(comparedFrom(on)).toBe(from);
  },
);

describe('what may be asked for', () => {
  test('a supplier file names its engagement, the rest does not', () => {
    expect(decideReport({ kind: 'supplier-file' })).toMatchObject({
      refusal: { errors: [{ pointer: '/engagementId', code: 'required' }] },
    });
    expect(decideReport({ kind: 'board', engagementId: 'e' })).toMatchObject({
      refusal: { errors: [{ pointer: '/engagementId', code: 'unknown-field' }] },
    });
  });

  test('each kind has its formats, and a usual one', () => {
    expect(decideReport({ kind: 'board' })).toMatchObject({ value: { format: 'pdf' } });
    expect(decideReport({ kind: 'portfolio', format: 'csv' })).toMatchObject({ value: { format: 'csv' } });
    expect(decideReport({ kind: 'register', format: 'pdf' })).toMatchObject({
      refusal: { errors: [{ pointer: '/format', code: 'not-a-choice' }] },
    });
  });

  test('a schedule goes to members alone', () => {
    const members = new Set(['a']);
    expect(decideSchedule({ kind: 'board', recipients: ['a'] }, members)).toMatchObject({ accepted: true });
    expect(decideSchedule({ kind: 'board', recipients: ['a', 'b'] }, members)).toMatchObject({
      refusal: { errors: [{ pointer: '/recipients/1', code: 'unknown-reference' }] },
    });
  });
});

describe('when a report is due', () => {
  test.each([
    ['weekly', '2026-11-28', '2026-11-23', '2026-11-30'],
    ['weekly', '2026-11-30', '2026-11-30', '2026-12-07'],
    ['monthly', '2026-11-28', '2026-11-01', '2026-12-01'],
    ['monthly', '2026-12-31', '2026-12-01', '2027-01-01'],
    ['quarterly', '2026-11-28', '2026-10-01', '2027-01-01'],
    ['quarterly', '2026-02-28', '2026-01-01', '2026-04-01'],
  ] as const)('%s on %s: since %s, then %s', (frequency, day, start, next) => {
    expect([periodStart(frequency, day), nextDueOn(frequency, day)]).toEqual([start, next]);
  });

  test('nothing is due for the period in which it was set up, and nothing once stopped', () => {
    const schedule = { frequency: 'monthly', since: '2026-11-28', stopped: false } as const;
    expect(dueMoment(schedule, '2026-11-30')).toBeNull();
    expect(dueMoment(schedule, '2026-12-01')).toBe('2026-12-01');
    expect(dueMoment(schedule, '2027-02-11')).toBe('2027-02-01');
    expect(dueMoment({ ...schedule, stopped: true }, '2026-12-01')).toBeNull();
  });

  test('each day lies in one period, which ends where the next begins', () => {
    const day = fc.integer({ min: 0, max: 90_000 }).map((days) => addDays('1950-01-01', days));
    fc.assert(
      fc.property(day, fc.constantFrom(...reportFrequencies), (on, frequency) => {
        const [start, next] = [periodStart(frequency, on), nextDueOn(frequency, on)];
        expect(start <= on && on < next).toBe(true);
        expect(periodStart(frequency, start)).toBe(start);
        expect(periodStart(frequency, next)).toBe(next);
        expect(nextDueOn(frequency, addDays(next, -1))).toBe(next);
      }),
      { numRuns: 60 },
    );
  });
});
