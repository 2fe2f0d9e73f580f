import * as fc from 'fast-check';

import { bank } from '../testing/bank.js';
import { arbitraryCaseAnswers, arbitraryFacts } from '../testing/arbitrary-case.js';
import { compileWeights, toWeighable } from './reweigh.js';
import { scoreAssessment } from './score-assessment.js';

const asOf = '2026-11-22';
const weight = fc.oneof(fc.constant(0), fc.nat(25), fc.double({ min: 0, max: 100, noNaN: true }));
const some = (keys: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...keys), weight, { maxKeys: 12, noNullPrototype: true });
const arbitraryWeights = fc.record({
  themes: some(bank.themes.map(({ code }) => code)),
  questions: some(bank.themes.flatMap(({ questions }) => questions.map(({ id }) => id))),
});

test('weighing anew what a score was made of gives the score that the new weights have', () => {
  fc.assert(
    fc.property(
      arbitraryFacts(bank),
      arbitraryCaseAnswers(bank),
      arbitraryWeights,
      (context, answers, weights) => {
        const weighable = toWeighable(scoreAssessment(bank, { context, answers, asOf }));
        const weighed = compileWeights(bank, weights)(weighable);
        const expected = scoreAssessment(bank, { context, answers, asOf, weights });
        if (expected.score === null) {
          expect(weighed).toBeNull();
          return;
        }
        expect(weighed?.base).toBeCloseTo(expected.base ?? NaN, 9);
        expect(weighed?.score).toBeCloseTo(expected.score, 9);
        expect(weighed?.grade).toBe(expected.grade);
        expected.themes.forEach(({ risk, share }, index) => {
          expect(weighed?.themes[index]?.share).toBeCloseTo(share, 12);
          if (risk === null) expect(weighed?.themes[index]?.risk).toBeNull();
          else expect(weighed?.themes[index]?.risk).toBeCloseTo(risk, 12);
        });
      },
    ),
    { numRuns: 300 },
  );
});

const document = {
  grades: bank.grades,
  themes: [
    {
      code: 'A',
      weight: 1,
      questions: [
        { id: 'A-1', weight: 1 },
        { id: 'A-2', weight: 3 },
      ],
    },
    { code: 'B', weight: 1, questions: [{ id: 'B-1', weight: 2 }] },
  ],
};
const one = { risks: [1, 0, 0.5], exponent: 1, floor: 0 };

test.each([
  ['as the document weighs', {}, one, 37.5],
  ['with one theme weighed down to nothing', { themes: { B: 0 } }, one, 25],
  ['with a question weighed up', { questions: { 'A-1': 3 } }, one, 50],
  ['with a theme whose questions weigh nothing', { questions: { 'B-1': 0 } }, one, 25],
  ['with a question that does not count', {}, { ...one, risks: [null, 0, 0.5] }, 25],
  ['with a floor that no weight crosses', { themes: { A: 0, B: 1 } }, { ...one, floor: 70 }, 70],
  ['with the exponent of a high tier', {}, { ...one, exponent: 2 }, 60.9375],
])('%s', (_name, weights, weighable, score) => {
  expect(compileWeights(document, weights)(weighable)?.score).toBeCloseTo(score, 10);
});

test('without any weight there is no score', () => {
  expect(compileWeights(document, { themes: { A: 0, B: 0 } })(one)).toBeNull();
  expect(compileWeights(document, {})({ ...one, risks: [null, null, null] })).toBeNull();
});
