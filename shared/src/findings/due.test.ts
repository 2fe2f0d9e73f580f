import { dueReminder, hasAcceptanceEnded } from './due.js';
import type { FindingStanding, Plan } from './finding.js';
import { isOverdue } from './finding.js';

const plan: Plan = { action: 'a', owner: 'b', ownerSide: 'supplier', dueOn: '2026-12-10', proof: 'c' };
const agreed: FindingStanding = { status: 'agreed', plan, proposal: null, acceptedUntil: null };

test.each<[string, number[], number | undefined]>([
  ['2026-12-02', [], undefined],
  ['2026-12-03', [], 7],
  ['2026-12-05', [7], undefined],
  ['2026-12-10', [7], 0],
  // Nothing ran for a week: one letter makes up for two.
  ['2026-12-12', [], 0],
  ['2026-12-17', [7, 0], -7],
  ['2027-01-06', [7, 0], -7],
  ['2027-01-07', [7, 0, -7], -28],
  ['2027-06-01', [7, 0, -7, -28], undefined],
])('on %s, with %j sent, the reminder of %s days is due', (today, sent, due) => {
  expect(dueReminder(agreed, sent, today)).toBe(due);
});

test('only a plan that both sides agreed is reminded of, and is late', () => {
  expect(dueReminder({ ...agreed, status: 'delivered' }, [], '2026-12-10')).toBeUndefined();
  expect(dueReminder({ ...agreed, plan: null }, [], '2026-12-10')).toBeUndefined();
  expect(isOverdue(agreed, '2026-12-10')).toBe(false);
  expect(isOverdue(agreed, '2026-12-11')).toBe(true);
  expect(isOverdue({ ...agreed, status: 'delivered' }, '2026-12-11')).toBe(false);
});

test('an acceptance holds to the end of its last day', () => {
  const accepted: FindingStanding = { ...agreed, status: 'accepted', acceptedUntil: '2026-12-10' };
  expect(hasAcceptanceEnded(accepted, '2026-12-10')).toBe(false);
  expect(hasAcceptanceEnded(accepted, '2026-12-11')).toBe(true);
  expect(hasAcceptanceEnded({ ...accepted, status: 'open' }, '2026-12-11')).toBe(false);
});
