import { addDays } from '../calendar.js';
import { bank } from '../testing/bank.js';
import {
  checkCampaign,
  checkEngagement,
  isContextComplete,
  proposeDueDay,
  sendObstacles,
  sendWarnings,
  stopsSend,
  type EngagementToSend,
} from './preflight.js';

const today = '2026-11-23';

test.each([
  ['2026-11-22', ['due-date-past']],
  ['2026-11-23', ['due-date-near']],
  ['2026-11-29', ['due-date-near', 'due-date-not-worked']],
  ['2026-11-30', []],
  ['2026-12-25', ['due-date-not-worked']],
  ['2026-12-05', ['due-date-not-worked']],
])('due on %s, a campaign of 23 November is told %j', (dueOn, issues) => {
  expect(checkCampaign({ dueOn, today, mailLeaves: true })).toEqual(issues);
});

test('an instance without mail says so', () => {
  expect(checkCampaign({ dueOn: '2026-12-01', today, mailLeaves: false })).toEqual(['mail-not-configured']);
});

test('the due date proposed on any day raises no warning', () => {
  const days = Array.from({ length: 366 }, (_, count) => addDays(today, count));
  const warned = days.filter(
    (day) => checkCampaign({ dueOn: proposeDueDay(day), today: day, mailLeaves: true }).length > 0,
  );
  expect(warned).toEqual([]);
});

const fine: EngagementToSend = {
  archived: false,
  running: false,
  contextComplete: true,
  questions: 91,
  recipient: { isBuyer: false, mailFailed: false },
};

test.each<[Partial<EngagementToSend>, string[]]>([
  [{}, []],
  [{ archived: true }, ['archived']],
  [{ running: true }, ['already-running']],
  [{ contextComplete: false, questions: 0 }, ['context-incomplete']],
  [{ questions: 0 }, ['no-question']],
  [{ recipient: null }, ['no-contact']],
  [{ recipient: { isBuyer: true, mailFailed: false } }, ['recipient-is-buyer']],
  [{ recipient: { isBuyer: false, mailFailed: true } }, ['mail-failed-before']],
  [{ archived: true, running: true, recipient: null }, ['archived', 'already-running', 'no-contact']],
])('an engagement that is %j is told %j', (change, issues) => {
  expect(checkEngagement({ ...fine, ...change })).toEqual(issues);
});

test('an obstacle stops the send, a warning does not', () => {
  expect(sendObstacles.every(stopsSend)).toBe(true);
  expect(sendWarnings.some(stopsSend)).toBe(false);
});

test('a context is complete when every fact of the questionnaire has a value', () => {
  const whole = Object.fromEntries(bank.context.map(({ key }) => [key, false]));
  expect(isContextComplete(bank, whole)).toBe(true);
  expect(isContextComplete(bank, { ...whole, toString: true })).toBe(true);
  expect(isContextComplete(bank, { health_data: true })).toBe(false);
});
