import { newCondition, toBody, toNumber } from './rule-values.js';

test.each([
  ['12 000,50', 12_000.5],
  ['12\u202f000', 12_000],
  ['40.5', 40.5],
  ['', Number.NaN],
  ['-3', Number.NaN],
  ['douze', Number.NaN],
])('%j is read as %d', (typed, expected) => {
  expect(toNumber(typed)).toBe(expected);
});

test('of each condition goes what its kind asks for; euros become cents', () => {
  expect(
    toBody({
      conditions: [
        newCondition,
        { ...newCondition, kind: 'score-above', score: '62,5' },
        { ...newCondition, kind: 'answer', questionId: 'BKP-04', values: ['non'], orNothing: true },
      ],
      payments: [{ upToCents: '12 000,10', purpose: 'une copie hors ligne' }],
      text: 'x',
    }),
  ).toEqual({
    conditions: [
      { kind: 'grade-worse-than', grade: 'C' },
      { kind: 'score-above', score: 62.5 },
      { kind: 'answer', questionId: 'BKP-04', values: ['non'], orNothing: true },
    ],
    payments: [{ upToCents: 1_200_010, purpose: 'une copie hors ligne' }],
    text: 'x',
  });
});
