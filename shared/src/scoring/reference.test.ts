import * as fc from 'fast-check';

import { arbitraryCaseAnswers, arbitraryFacts, arbitraryWeights } from '../testing/arbitrary-case.js';
import { scoreRounding } from '../testing/score-rounding.js';
import { bank, readLibraryFile } from '../testing/bank.js';
import { naiveScore, type NaiveBank } from '../testing/naive-score.js';
import { scoreAssessment } from './score-assessment.js';
import { scoreCase } from './score-case.js';

const yaml = readLibraryFile('question-bank.yaml') as NaiveBank;

const anyCase = fc.record({
  ctx: arbitraryFacts(bank),
  answers: arbitraryCaseAnswers(bank),
  weights: fc.oneof(fc.constant({}), arbitraryWeights(bank)),
  factsOnly: fc.boolean(),
});

test('random cases score as the naive reading of the rules', () => {
  fc.assert(
    fc.property(anyCase, ({ ctx, answers, weights, factsOnly }) => {
      const expected = naiveScore(yaml, { ctx, answers, weights, factsOnly });
      const mode = factsOnly ? 'facts-only' : 'complete';
      const result = scoreAssessment(bank, { context: ctx, answers, weights, mode });

      expect(result.knockouts.map(({ id }) => id)).toEqual(expected.knockouts);
      const { floor, tier, points, n, answered, missing } = expected;
      expect(result).toMatchObject({ floor, tier, points, n, answered, missing });
      for (const { code, risk } of result.themes) {
        if (risk === null) expect(expected.themes).not.toHaveProperty(code);
        else expect(risk * 100).toBeCloseTo(expected.themes[code] ?? NaN, 9);
      }
      if (!expected.scored) {
        expect(result).toMatchObject({
          score: null,
          grade: null,
          base: null,
          overall: null,
          confidence: null,
        });
        expect(result.unscored).toBe(expected.noWeight ? 'no-weight' : 'no-question');
        return;
      }
      expect(result.grade).toBe(expected.grade);
      expect(Math.abs((result.score ?? NaN) - expected.score)).toBeLessThan(scoreRounding);
      expect(Math.abs((result.base ?? NaN) - expected.base)).toBeLessThan(scoreRounding);
      expect(result.overall).toBeCloseTo(expected.R, 11);
      expect(result.confidence).toBeCloseTo(expected.confidence, 11);
    }),
    { numRuns: 1500 },
  );
}, 60_000);

test('the command line accepts every random case and prints it rounded', () => {
  fc.assert(
    fc.property(anyCase, ({ ctx, answers, weights, factsOnly }) => {
      const expected = naiveScore(yaml, { ctx, answers, weights, factsOnly });
      const decision = scoreCase(bank, { ctx, answers, weights, factsOnly });

      expect(decision.accepted).toBe(!expected.noWeight);
      if (!decision.accepted || !expected.scored) return;
      expect(Math.abs((decision.value.score ?? NaN) - expected.score)).toBeLessThanOrEqual(0.005 + 1e-9);
      expect(Object.keys(decision.value.themes)).toEqual(Object.keys(expected.themes));
    }),
    { numRuns: 300 },
  );
}, 60_000);
