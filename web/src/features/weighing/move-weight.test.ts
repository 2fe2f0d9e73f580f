import * as fc from 'fast-check';

import { countDifferences, moveWeight, shareOf, type ThemeWeights } from './move-weight.js';

const weights = { BKP: 10, ADV: 5, HDS: 5 };

test('a weight moves alone when nothing is locked', () => {
  expect(moveWeight(weights, new Set(), 'BKP', 20)).toEqual({ BKP: 20, ADV: 5, HDS: 5 });
});

test('a locked theme keeps its share while another moves', () => {
  const moved = moveWeight(weights, new Set(['HDS']), 'BKP', 25);
  expect(moved).toEqual({ BKP: 25, ADV: 5, HDS: 10 });
  expect(shareOf(moved, 'HDS')).toBe(shareOf(weights, 'HDS'));
});

test('locked weights stay as they are when nothing else weighs', () => {
  expect(moveWeight({ BKP: 10, HDS: 5 }, new Set(['HDS']), 'BKP', 0)).toEqual({ BKP: 0, HDS: 5 });
  expect(moveWeight({ BKP: 0, HDS: 5 }, new Set(['HDS']), 'BKP', 4)).toEqual({ BKP: 4, HDS: 5 });
});

test('whatever is moved and locked, locked shares hold and no weight falls below zero', () => {
  const code = fc.constantFrom('A', 'B', 'C', 'D');
  fc.assert(
    fc.property(
      fc.record({ A: fc.nat(25), B: fc.nat(25), C: fc.nat(25), D: fc.nat(25) }),
      fc.uniqueArray(code),
      code,
      fc.integer({ min: 1, max: 25 }),
      (weightsBefore, lockedCodes, moving, value) => {
        const before: ThemeWeights = weightsBefore;
        const locked = new Set<string>(lockedCodes.filter((one) => one !== moving));
        const after = moveWeight(before, locked, moving, value);
        expect(Object.values(after).every((weight) => weight >= 0)).toBe(true);
        expect(after[moving]).toBe(value);
        const heldAll = Object.keys(before).every((one) => locked.has(one) || before[one] === 0);
        if (heldAll) return;
        for (const one of locked) expect(shareOf(after, one)).toBeCloseTo(shareOf(before, one), 3);
      },
    ),
  );
});

test('differences count themes and questions, added, changed and taken away', () => {
  const from = { themes: { BKP: 10, ADV: 5 }, questions: { 'BKP-04': 5 } };
  expect(countDifferences(from, from)).toBe(0);
  expect(countDifferences(from, { themes: { BKP: 11, ADV: 5 }, questions: {} })).toBe(2);
});
