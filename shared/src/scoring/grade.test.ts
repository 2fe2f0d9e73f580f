import { bank } from '../testing/bank.js';
import { gradeOf } from './grade.js';
import { round } from './round-result.js';

test.each([
  [0, 'A'],
  [19.9999, 'A'],
  [20, 'B'],
  [35, 'C'],
  [50, 'D'],
  [69.99, 'D'],
  [70, 'E'],
  [100, 'E'],
])('%d is %s', (score, grade) => {
  expect(gradeOf(bank, score)).toBe(grade);
});

test.each([
  [1.005, 2, 1],
  [2.5, 0, 3],
  [99.999, 2, 100],
  [0.12345, 4, 0.1235],
  [1e-9, 2, 0],
])('%d to %d decimals is %d', (value, decimals, expected) => {
  expect(round(value, decimals)).toBe(expected);
});
