import { clockSize, drawClock } from './clock-layout.js';
import type { Due, Facts } from './use-incidents.js';

const facts: Facts = {
  title: 'Panne',
  nature: 'malware',
  text: 'x',
  occurredAt: { on: '2026-11-18', at: '22:00' },
  detectedAt: { on: '2026-11-18', at: '22:15' },
  ticketedAt: null,
  ticket: '',
  toldAt: { on: '2026-11-19', at: '09:00' },
  resolvedAt: null,
  personalData: false,
};
const due = (change: Partial<Due>): Due => ({
  key: 'contract',
  owedBy: 'supplier',
  owedTo: 'customer',
  from: facts.detectedAt,
  dueFrom: '2026-11-19T01:15:00.000Z',
  dueUntil: '2026-11-19T01:15:00.000Z',
  done: facts.toldAt,
  verdict: 'late',
  ...change,
});
const asOf = '2026-11-20T08:00:00.000Z';

test('what was late has its time, and the time over it, one after the other', () => {
  const drawn = drawClock(facts, [due({})], asOf);
  const [row] = drawn?.rows ?? [];
  expect(row?.given?.x).toBeGreaterThan(clockSize.left);
  expect((row?.given?.x ?? 0) + (row?.given?.width ?? 0)).toBeCloseTo(row?.over?.x ?? 0, 6);
  expect((row?.over?.x ?? 0) + (row?.over?.width ?? 0)).toBeCloseTo(row?.done ?? 0, 6);
  // Four hours given, six and three quarters over them.
  expect((row?.over?.width ?? 0) / (row?.given?.width ?? 1)).toBeCloseTo(6.75 / 4, 6);
  expect(drawn?.marks.map(({ step }) => step)).toEqual(['occurredAt', 'detectedAt', 'toldAt']);
  expect(drawn?.now).toBeLessThanOrEqual(clockSize.right);
});

test('what is due in a month lies off the scale and does not crush the first hours', () => {
  const month = '2026-12-19T08:00:00.000Z';
  const drawn = drawClock(facts, [due({}), due({ dueFrom: month, dueUntil: month, done: null })], asOf);
  expect(drawn?.rows.map(({ beyond }) => beyond)).toEqual([false, true]);
  expect(drawn?.days.map(({ day }) => day)).toEqual(['2026-11-18', '2026-11-19', '2026-11-20']);
});

test('a duty without a figure shows how long was taken, and one that nobody did shows nothing', () => {
  const none = { dueFrom: null, dueUntil: null };
  const drawn = drawClock(facts, [due(none), due({ ...none, done: null })], asOf);
  expect(drawn?.rows.map(({ taken, given }) => [taken !== null, given])).toEqual([
    [true, null],
    [false, null],
  ]);
});

test('without a moment there is no clock', () => {
  const unknown = { ...facts, occurredAt: null, detectedAt: null, toldAt: null };
  expect(drawClock(unknown, [], asOf)).toBeNull();
});
