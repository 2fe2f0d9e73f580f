import * as fc from 'fast-check';

import type { Answer, Answers } from '../../scoring/answer.js';
import { compileDocument } from '../../scoring/compile-document.js';
import { scoreAssessment } from '../../scoring/score-assessment.js';
import {
  arbitraryCaseAnswers,
  arbitraryCaseValue,
  arbitraryEvidence,
  arbitraryFacts,
  arbitraryWeights,
} from '../../testing/arbitrary-case.js';
import { arbitraryRuledDocument } from '../../testing/arbitrary-ruled-document.js';
import { validateDocument } from '../validate-document.js';
import type { QuestionnaireDocument } from '../document.js';

const publishable = arbitraryRuledDocument.filter((document) => validateDocument(document).accepted);

/** Two answers to one question of which the second is worse, in any assessment, under any weights. */
const worsening = publishable.chain((document) => {
  const questions = document.themes.flatMap((theme) => theme.questions);
  return fc.constantFrom(...questions).chain((question) =>
    fc.record({
      document: fc.constant(document),
      id: fc.constant(question.id),
      one: arbitraryCaseValue(question),
      other: arbitraryCaseValue(question),
      ev: arbitraryEvidence,
      context: arbitraryFacts(document),
      weights: arbitraryWeights(document),
      answers: arbitraryCaseAnswers(document),
    }),
  );
});

function scorer(document: QuestionnaireDocument, given: object, answers: Answers, id: string) {
  return (answer: Answer | undefined): number => {
    const others = Object.fromEntries(Object.entries(answers).filter(([key]) => key !== id));
    const all = answer === undefined ? others : { ...others, [id]: answer };
    return scoreAssessment(document, { context: {}, ...given, answers: all }).score ?? 0;
  };
}

test('in a questionnaire that can be published no worse answer, no refusal and no silence lowers the score', () => {
  fc.assert(
    fc.property(worsening, ({ document, id, one, other, ev, context, weights, answers }) => {
      const score = scorer(document, { context, weights }, answers, id);
      const riskOf = compileDocument(document).questions.find((question) => question.id === id)?.riskOf;
      const risk = (v: typeof one): number => riskOf?.(v, () => '2026-11-22') ?? 1;
      const [better, worse] = risk(one) < risk(other) ? [one, other] : [other, one];
      if (risk(better) < risk(worse)) {
        expect(score({ v: better, ev })).toBeLessThanOrEqual(score({ v: worse, ev }) + 1e-9);
      }
      if (risk(better) < 1)
        expect(score({ v: better, ev })).toBeLessThanOrEqual(score({ refused: true }) + 1e-9);
      expect(score({ v: better, ev })).toBeLessThanOrEqual(score(undefined) + 1e-9);
      expect(score({ v: worse, ev })).toBeLessThanOrEqual(score(undefined) + 1e-9);
      expect(score({ v: better, ev: [...ev, 'E4'] })).toBeLessThanOrEqual(score({ v: better, ev }) + 1e-9);
    }),
    { numRuns: 400 },
  );
});
