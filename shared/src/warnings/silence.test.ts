import fc from 'fast-check';

import { addDays } from '../calendar.js';
import { dueSilence, silenceSteps, type SilenceStep } from './silence.js';
import { warningDecisions, type WarningDecision } from './warning.js';

const decideBy = '2026-12-10';
const silent = { superseded: false, decision: null, decideBy };

test.each<readonly [string, string, SilenceStep[], SilenceStep | undefined]>([
  ['long before', '2026-12-02', [], undefined],
  ['a week before', '2026-12-03', [], 'due'],
  ['a week before, told', '2026-12-04', ['due'], undefined],
  ['on the last day', '2026-12-10', ['due'], undefined],
  ['the day after', '2026-12-11', ['due'], 'overdue'],
  ['a week after', '2026-12-17', ['due', 'overdue'], undefined],
  ['eight days after', '2026-12-18', ['due', 'overdue'], 'escalated'],
  ['a year after, nothing having run', '2027-12-18', [], 'escalated'],
  ['a year after, told', '2027-12-18', ['escalated'], undefined],
])('silence: %s', (_, today, told, expected) => {
  expect(dueSilence(silent, told, today)).toBe(expected);
});

test.each<readonly [WarningDecision, SilenceStep | undefined]>([
  ['accepted', undefined],
  ['refused', undefined],
  ['quote-asked', undefined],
  ['acknowledged', 'overdue'],
])('after %s', (decision, expected) => {
  expect(dueSilence({ ...silent, decision }, [], '2026-12-11')).toBe(expected);
  expect(dueSilence({ ...silent, decision, superseded: true }, [], '2026-12-11')).toBe(undefined);
});

test('whatever days a program runs on, each step leaves once, in its order', () => {
  const decision = fc.constantFrom(null, ...warningDecisions);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -30, max: 60 })), decision, (offsets, last) => {
      const told: SilenceStep[] = [];
      for (const offset of offsets.toSorted((one, other) => one - other)) {
        const step = dueSilence({ ...silent, decision: last }, told, addDays(decideBy, offset));
        if (step !== undefined) told.push(step);
      }
      expect(told).toEqual(silenceSteps.filter((step) => told.includes(step)));
    }),
  );
});
