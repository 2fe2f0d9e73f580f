import fc from 'fast-check';

import { roundToSum } from './add-up.js';

const sumOfCents = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + Math.round(value * 100), 0);

test('rounded lines add up to the rounded total, and none is off by a hundredth', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { maxLength: 120 }), (values) => {
      const total = values.reduce((sum, value) => sum + value, 0);
      const rounded = roundToSum(values, total);
      expect(sumOfCents(rounded)).toBe(Math.round(total * 100));
      rounded.forEach((value, index) => {
        expect(Math.abs(value - (values[index] ?? 0))).toBeLessThan(0.01 + 1e-9);
      });
    }),
  );
});

test('a line that is exact stays as it is', () => {
  expect(roundToSum([1.47, 1.94, 0.005, 0.005], 3.42)).toEqual([1.47, 1.94, 0.01, 0]);
});
