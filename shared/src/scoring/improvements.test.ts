import * as fc from 'fast-check';

import type { Question } from '../questionnaires/document.js';
import { arbitraryCaseAnswers, arbitraryFacts, arbitraryWeights } from '../testing/arbitrary-case.js';
import { bank } from '../testing/bank.js';
import { scoreRounding } from '../testing/score-rounding.js';
import { aDocument, yesNo } from '../testing/small-document.js';
import { bestValue } from './best-answers.js';
import { findImprovements, improvementSteps, maxImprovements } from './improvements.js';
import { scoreAssessment } from './score-assessment.js';

const asked = (id: string, weight: number): Question => ({ ...yesNo, id, weight });
const context = {};

test('a question that changes the grade comes first, then the larger effects', () => {
  const document = aDocument([asked('light', 1), asked('heavy', 10), asked('middle', 4), asked('good', 5)]);
  const answers = Object.fromEntries(['light', 'heavy', 'middle'].map((id) => [id, { v: 'non' }] as const));
  const found = findImprovements(document, { context, answers: { ...answers, good: { v: 'oui' } } });

  expect(found.map(({ questionId }) => questionId)).toEqual(['heavy', 'middle', 'light']);
  expect(found[0]?.step).toBe('changes-grade');
});

test('what changes no grade helps much or helps, by its share of them all', () => {
  const many = Array.from({ length: 4 }, (_, n) => asked(`rest-${n}`, 40));
  const document = aDocument([asked('light', 1), asked('heavy', 3), ...many], {
    grades: [{ grade: 'E', max: 101, label: yesNo.text }] as never,
  });
  const answers = {
    light: { v: 'non' },
    heavy: { v: 'non' },
    ...Object.fromEntries(many.map(({ id }) => [id, { v: 'oui' }] as const)),
  };
  expect(findImprovements(document, { context, answers })).toEqual([
    { questionId: 'heavy', step: 'helps-much' },
    { questionId: 'light', step: 'helps' },
  ]);
});

test('a question that lifts the knock-out which holds the score helps much, whatever it weighs', () => {
  const knockout = (id: string, q: string) => ({
    id,
    floor: 90,
    flag: 'cap_D',
    when: { q, riskGte: 1 },
    ref: [],
    text: yesNo.text,
  });
  const document = aDocument([asked('heavy', 50), asked('first', 1), asked('second', 1)], {
    knockouts: [knockout('KO-1', 'first'), knockout('KO-2', 'second')],
  });
  const answers = { heavy: { v: 'non' }, first: { v: 'non' }, second: { v: 'non' } };
  const found = findImprovements(document, { context, answers });

  expect(found.slice(0, 2)).toEqual([
    { questionId: 'first', step: 'helps-much' },
    { questionId: 'second', step: 'helps-much' },
  ]);
});

test('nothing would help where everything is as good as it can be', () => {
  const document = aDocument([asked('one', 1)]);
  expect(findImprovements(document, { context, answers: { one: { v: 'oui' } } })).toEqual([]);
});

test('whatever the answers, each one listed would help and says nothing but its question and step', () => {
  const input = fc.record({
    context: arbitraryFacts(bank),
    answers: arbitraryCaseAnswers(bank),
    weights: arbitraryWeights(bank),
  });
  const questions = new Map(bank.themes.flatMap((theme) => theme.questions).map((one) => [one.id, one]));
  fc.assert(
    fc.property(input, (given) => {
      const whole = { ...given, asOf: '2026-11-22' };
      const now = scoreAssessment(bank, whole);
      const found = findImprovements(bank, whole);
      expect(found.length).toBeLessThanOrEqual(maxImprovements);
      const steps = found.map(({ step }) => improvementSteps.indexOf(step));
      expect(steps).toEqual([...steps].sort());
      for (const one of found) {
        expect(Object.keys(one).sort()).toEqual(['questionId', 'step']);
        const question = questions.get(one.questionId);
        if (question === undefined) throw new Error(one.questionId);
        const answers = { ...given.answers, [one.questionId]: { v: bestValue(question), ev: [1] } };
        const then = scoreAssessment(bank, { ...whole, answers });
        expect(then.score ?? 0).toBeLessThanOrEqual((now.score ?? 0) + scoreRounding);
        if (one.step === 'changes-grade') expect(then.grade).not.toBe(now.grade);
      }
    }),
    { numRuns: 60 },
  );
});
