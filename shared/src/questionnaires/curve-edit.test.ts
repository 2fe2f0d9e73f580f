import * as fc from 'fast-check';

import { aDocument, hours, publishRefusals } from '../testing/small-document.js';
import { addPoint, directionOf, movePoint, stepOf } from './curve-edit.js';
import type { Curve } from './document.js';

const rising: Curve = [
  [0, 0],
  [10, 0.5],
  [30, 1],
];

test.each<[string, Parameters<typeof movePoint>, ReturnType<typeof movePoint>['held'], Curve[number]]>([
  ['goes where it is led', [rising, 1, [12, 0.7]], null, [12, 0.7]],
  ['stays before the next', [rising, 1, [40, 0.7]], 'between-neighbours', [29.9, 0.7]],
  [
    'never falls below the one before',
    [[[0, 0.2], ...rising.slice(1)], 1, [10, 0.1]],
    'would-fall',
    [10, 0.2],
  ],
  [
    'never rises above the one before on a falling curve',
    [
      [
        [0, 0.8],
        [5, 0.4],
        [9, 0],
      ],
      1,
      [5, 0.9],
    ],
    'would-rise',
    [5, 0.8],
  ],
  [
    'stays level between two that are',
    [
      [
        [0, 0.5],
        [5, 0.5],
        [9, 0.5],
      ],
      1,
      [5, 0.9],
    ],
    'would-rise',
    [5, 0.5],
  ],
  ['stays between 0 and 1', [rising, 2, [30, 7]], null, [30, 1]],
  ['turns a curve of two around', [rising.slice(0, 2), 1, [10, 0]], null, [10, 0]],
])('a point %s', (_name, [curve, index, to], held, expected) => {
  const moved = movePoint(curve, index, to);
  expect(moved.held).toBe(held);
  expect(moved.curve[index]).toEqual(expected);
});

test('a new point stands in the widest gap, on the line', () => {
  expect(addPoint(rising)).toEqual([
    [0, 0],
    [10, 0.5],
    [20, 0.75],
    [30, 1],
  ]);
  expect(addPoint([])).toEqual([[0, 0]]);
  expect(addPoint([[4, 0.2]])).toEqual([
    [4, 0.2],
    [14, 1],
  ]);
});

test('the step of a key is a round part of the span', () => {
  expect([
    stepOf(rising),
    stepOf([]),
    stepOf([
      [0, 0],
      [365, 1],
    ]),
  ]).toEqual([1, 1, 10]);
  expect(directionOf(rising.toReversed())).toBe('falls');
});

test('whatever is dragged, the curve can be published', () => {
  const move = fc.record({
    index: fc.nat(4),
    to: fc.tuple(fc.double({ min: -50, max: 500, noNaN: true }), fc.double({ min: -1, max: 2, noNaN: true })),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 20 }), fc.nat(3), (moves, more) => {
      let curve: Curve = rising;
      for (let count = 0; count < more; count += 1) curve = addPoint(curve);
      for (const { index, to } of moves) curve = movePoint(curve, index % curve.length, to).curve;
      expect(publishRefusals(aDocument([{ ...hours, curve }]))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
