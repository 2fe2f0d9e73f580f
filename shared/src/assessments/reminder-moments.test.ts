import fc from 'fast-check';
import { addDays, zonedHour } from '../calendar.js';
import { assessmentStatuses, acceptsAnswers, type AssessmentStatus } from './lifecycle.js';
import {
  dueReminderMoment,
  nextReminderMoment,
  reminderMoments,
  reminderOffsets,
  type Awaited,
} from './reminder-moments.js';

const awaited = (more: Partial<Awaited> = {}): Awaited => ({
  status: 'opened',
  submissions: 0,
  dueOn: '2026-12-18',
  lastLetterOn: '2026-11-20',
  ...more,
});

test.each([
  ['2026-12-10', null],
  ['2026-12-11', -7],
  ['2026-12-12', -7],
  ['2026-12-15', -3],
  ['2026-12-17', -1],
  ['2026-12-18', -1],
  ['2026-12-19', 1],
  ['2026-12-26', 8],
  ['2027-01-02', 15],
  ['2027-01-09', 22],
  ['2027-01-16', 22],
  ['2027-01-17', null],
])('on %s the moment of day %s is the latest', (today, offset) => {
  expect(dueReminderMoment(awaited(), today)?.offset ?? null).toBe(offset);
});

test.each([
  ['on the very day of the moment', '2026-12-15'],
  ['after it', '2026-12-16'],
])('a letter %s stands for the reminder', (_when, lastLetterOn) => {
  expect(dueReminderMoment(awaited({ lastLetterOn }), '2026-12-16')).toBeNull();
});

test('a request that leaves when its first moments are over is not reminded on the same day', () => {
  expect(dueReminderMoment(awaited({ lastLetterOn: '2026-12-16' }), '2026-12-16')).toBeNull();
  expect(dueReminderMoment(awaited({ lastLetterOn: '2026-12-16' }), '2026-12-17')?.offset).toBe(-1);
});

test('a due date that moves brings moments of its own', () => {
  const moved = awaited({ dueOn: '2027-01-15', lastLetterOn: '2026-12-17' });
  expect(dueReminderMoment(moved, '2026-12-19')).toBeNull();
  expect(dueReminderMoment(moved, '2027-01-08')?.offset).toBe(-7);
  expect(nextReminderMoment(moved, '2026-12-19')).toEqual({ on: '2027-01-08', offset: -7 });
});

test.each(assessmentStatuses.filter((status) => !acceptsAnswers(status)))('%s is not reminded', (status) => {
  expect(dueReminderMoment(awaited({ status }), '2026-12-17')).toBeNull();
  expect(nextReminderMoment(awaited({ status }), '2026-12-17')).toBeNull();
});

test('what was submitted once is not reminded by itself, also when it is returned', () => {
  expect(dueReminderMoment(awaited({ status: 'returned', submissions: 1 }), '2026-12-17')).toBeNull();
});

test('the days are those of the organisation', () => {
  const instant = '2026-12-10T20:30:00.000Z';
  expect(zonedHour(instant, 'Europe/Paris')).toEqual({ day: '2026-12-10', hour: 21 });
  expect(zonedHour(instant, 'Pacific/Noumea')).toEqual({ day: '2026-12-11', hour: 7 });
  expect(zonedHour(instant, 'America/Martinique')).toEqual({ day: '2026-12-10', hour: 16 });
});

const start = '2026-11-01';
const acts = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ days: fc.integer({ min: 0, max: 12 }) }) },
    { weight: 2, arbitrary: fc.record({ dueIn: fc.integer({ min: 0, max: 60 }) }) },
    { weight: 1, arbitrary: fc.record({ hand: fc.constant(true) }) },
    {
      weight: 1,
      arbitrary: fc.record({ submits: fc.constantFrom<AssessmentStatus>('submitted', 'returned') }),
    },
  ),
  { maxLength: 60 },
);

test('whatever the days on which one looks and wherever the due date moves: each moment once, one letter a day, none after a submission', () => {
  fc.assert(
    fc.property(acts, (steps) => {
      let today = start;
      let one = awaited({ dueOn: addDays(start, 30), lastLetterOn: start });
      const left: string[] = [];
      const days: string[] = [];
      for (const step of steps) {
        if ('days' in step) today = addDays(today, step.days);
        if ('dueIn' in step) one = { ...one, dueOn: addDays(today, step.dueIn) };
        if ('hand' in step) one = { ...one, lastLetterOn: today };
        if ('submits' in step) one = { ...one, submissions: one.submissions + 1, status: step.submits };
        // Two processes look, one after the other.
        for (let process = 0; process < 2; process += 1) {
          const moment = dueReminderMoment(one, today);
          if (moment === null) continue;
          expect(one.submissions).toBe(0);
          expect(reminderOffsets).toContain(moment.offset);
          expect(
            reminderMoments(one.dueOn)
              .filter(({ on }) => on <= today)
              .at(-1),
          ).toEqual(moment);
          left.push(`${one.dueOn} ${moment.offset}`);
          days.push(today);
          one = { ...one, lastLetterOn: today };
        }
      }
      expect(new Set(left).size).toBe(left.length);
      expect(new Set(days).size).toBe(days.length);
    }),
  );
});
