import fc from 'fast-check';

import { addDays } from '../calendar.js';
import {
  decideByRange,
  isSignedByBoth,
  standingOf,
  undecidedStandings,
  warningDays,
  type WarningStanding,
} from './standing.js';
import { warningDecisions, type WarningDecision } from './warning.js';

const decideBy = '2026-11-30';

test.each<[string, WarningStanding]>([
  ['2026-11-22', 'pending'],
  ['2026-11-23', 'due'],
  ['2026-11-30', 'due'],
  ['2026-12-01', 'overdue'],
  ['2026-12-07', 'overdue'],
  ['2026-12-08', 'escalated'],
])('nobody decided by %s: %s', (today, standing) => {
  expect(standingOf({ superseded: false, decision: null, decideBy }, today)).toBe(standing);
  // To take note decides nothing.
  expect(standingOf({ superseded: false, decision: 'acknowledged', decideBy }, today)).toBe(standing);
});

test('the days are told in advance', () => {
  expect(warningDays(decideBy)).toEqual({
    dueOn: '2026-11-23',
    overdueOn: '2026-12-01',
    escalatedOn: '2026-12-08',
  });
});

test.each(['accepted', 'refused', 'quote-asked'] as const)('%s stays so however late', (decision) => {
  expect(standingOf({ superseded: false, decision, decideBy }, '2030-01-01')).toBe(decision);
});

test('an entry that another replaces is decided no more', () => {
  expect(standingOf({ superseded: true, decision: 'accepted', decideBy }, decideBy)).toBe('superseded');
});

const days = fc.integer({ min: -400, max: 400 }).map((count) => addDays(decideBy, count));

test('silence is never acceptance, and only grows older', () => {
  fc.assert(
    fc.property(days, fc.nat(60), (today, more) => {
      const silent = { superseded: false, decision: null, decideBy };
      const places: readonly WarningStanding[] = undecidedStandings;
      const now = places.indexOf(standingOf(silent, today));
      expect(now).toBeGreaterThanOrEqual(0);
      expect(places.indexOf(standingOf(silent, addDays(today, more)))).toBeGreaterThanOrEqual(now);
    }),
  );
});

test('a list finds by its days what stands so', () => {
  fc.assert(
    fc.property(days, days, (today, by) => {
      const standing = standingOf({ superseded: false, decision: null, decideBy: by }, today);
      const found = undecidedStandings.filter((one) => {
        const { from, to } = decideByRange(one, today);
        return (from === undefined || by >= from) && (to === undefined || by <= to);
      });
      expect(found).toEqual([standing]);
    }),
  );
});

test.each<[Parameters<typeof isSignedByBoth>[0], boolean]>([
  [{ side: 'supplier', decided: false, confirmed: false }, false],
  [{ side: 'supplier', decided: true, confirmed: false }, true],
  [{ side: 'buyer', decided: true, confirmed: false }, false],
  [{ side: 'buyer', decided: false, confirmed: true }, true],
])('%j is signed by both: %s', (signatures, both) => {
  expect(isSignedByBoth(signatures)).toBe(both);
});

test('every decision leads to a standing that names it, or leaves the clock going', () => {
  for (const decision of warningDecisions satisfies readonly WarningDecision[])
    expect(standingOf({ superseded: false, decision, decideBy }, '2026-01-01')).toBe(
      decision === 'acknowledged' ? 'pending' : decision,
    );
});
