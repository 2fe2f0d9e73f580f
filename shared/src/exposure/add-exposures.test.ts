import * as fc from 'fast-check';

import { addRanges, rangeOfScenarios } from './add-exposures.js';

const uncovered = (lowCents: number, highCents: number) => ({
  uncovered: { lowCents, centralCents: lowCents, highCents },
});

test('scenarios of one engagement are ways to lose one service: their range spans them and adds nothing', () => {
  expect(rangeOfScenarios([])).toBeNull();
  expect(rangeOfScenarios([uncovered(10, 30), uncovered(5, 20)])).toEqual({ lowCents: 5, highCents: 30 });
});

test('a sum of ranges lies around every sum of values that lie in them', () => {
  const part = fc.tuple(fc.nat(1_000), fc.nat(1_000), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const ranges = parts.map(([lowCents, width]) => ({ lowCents, highCents: lowCents + width }));
      const value = parts.reduce((sum, [low, width, at]) => sum + low + width * at, 0);
      const { lowCents, highCents } = addRanges(ranges);
      expect(lowCents).toBeLessThanOrEqual(value + 1e-6);
      expect(highCents).toBeGreaterThanOrEqual(value - 1e-6);
    }),
  );
});
