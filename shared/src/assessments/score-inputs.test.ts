import * as fc from 'fast-check';

import type { GivenAnswer } from '../answers/given-answer.js';
import type { Answer } from '../scoring/answer.js';
import type { ReviewedPiece } from '../scoring/evidence-strength.js';
import { scoreAssessment } from '../scoring/score-assessment.js';
import { arbitraryAnswers, arbitraryContext } from '../testing/arbitrary-answers.js';
import { bank } from '../testing/bank.js';
import {
  countUnexamined,
  refusedClaims,
  toScoreAnswers,
  undecidedClaims,
  type AnswerReview,
} from './score-inputs.js';

const asOf = '2026-11-23';
const claim: GivenAnswer = { state: 'na', justification: 'Aucun exercice clos.' };

function inputOf(
  answer: GivenAnswer | undefined,
  review: AnswerReview = {},
  pieces: ReviewedPiece[] = [],
): Answer | undefined {
  const submission = {
    answers: answer === undefined ? {} : { 'FIN-02': answer },
    reviews: { 'FIN-02': review },
    pieces: { 'FIN-02': pieces },
  };
  return toScoreAnswers(bank, submission, asOf)['FIN-02'];
}

describe('the score reads', () => {
  test.each<[string, GivenAnswer | undefined, AnswerReview, Answer | undefined]>([
    ['nothing where nothing was said', undefined, {}, undefined],
    ['nothing where an answer was taken back', { state: 'cleared' }, {}, undefined],
    ['the value', { state: 'answered', value: 'publics' }, {}, { v: 'publics' }],
    ['a refusal', { state: 'refused' }, {}, { refused: true }],
    ['a claim nobody decided as pending', claim, {}, { na: 'pending' }],
    ['a claim that was refused as pending', claim, { notApplicable: 'refused' }, { na: 'pending' }],
    ['a claim that was accepted', claim, { notApplicable: 'accepted' }, { na: 'accepted' }],
    [
      'the value a reviewer put in its place',
      { state: 'answered', value: 'publics' },
      { override: { state: 'answered', value: 'non' } },
      { v: 'non' },
    ],
    [
      'a fact a reviewer established where nothing was said',
      undefined,
      { override: { state: 'refused' } },
      { refused: true },
    ],
    [
      'an override before a claim',
      claim,
      { notApplicable: 'accepted', override: { state: 'refused' } },
      { refused: true },
    ],
  ])('%s', (_name, answer, review, expected) => {
    expect(inputOf(answer, review)).toEqual(expected);
  });

  test.each<[string, ReviewedPiece, number]>([
    ['not examined', { verdict: 'unexamined' }, 0],
    ['rejected', { verdict: 'rejected' }, 0],
    ['E2 and fresh on its last day', { verdict: 'accepted', level: 'E2', datedOn: '2025-05-23' }, 0.7],
    ['E2 and a day too old', { verdict: 'accepted', level: 'E2', datedOn: '2025-05-22' }, 0.2],
    ['E3 and expired', { verdict: 'accepted', level: 'E3', expiresOn: '2026-11-22' }, 0.2],
    ['E3 on its last day', { verdict: 'accepted', level: 'E3', expiresOn: '2026-11-23' }, 0.9],
    ['E0 and too old: ageing never gains', { verdict: 'accepted', level: 'E0', datedOn: '2020-01-01' }, 0],
  ])('a piece %s as %d', (_name, piece, phi) => {
    const answer: GivenAnswer = { state: 'answered', value: 'publics' };
    expect(inputOf(answer, {}, [piece])).toEqual({ v: 'publics', ev: [phi] });
  });

  test('an override keeps the strength of the proof', () => {
    const pieces: ReviewedPiece[] = [{ verdict: 'accepted', level: 'E4' }];
    const override = { state: 'answered', value: 'nda' } as const;
    expect(inputOf({ state: 'answered', value: 'publics' }, { override }, pieces)).toEqual({
      v: 'nda',
      ev: [1],
    });
  });
});

test('what is left to examine and to decide is counted', () => {
  const submission = {
    answers: { A: claim, B: claim, C: claim, D: { state: 'refused' as const } },
    reviews: { B: { notApplicable: 'refused' as const }, C: { notApplicable: 'accepted' as const } },
  };
  expect(undecidedClaims(submission)).toEqual(['A']);
  expect(refusedClaims(submission)).toEqual(['B']);
  expect(
    countUnexamined({
      A: [{ verdict: 'unexamined' }, { verdict: 'rejected' }],
      B: [{ verdict: 'unexamined' }],
    }),
  ).toBe(2);
});

test('examining a piece never raises the score, and a piece that only ages never lowers it', () => {
  const questions = bank.themes.flatMap((theme) => theme.questions.map(({ id }) => id));
  fc.assert(
    fc.property(
      arbitraryContext(bank),
      arbitraryAnswers(bank, asOf),
      fc.constantFrom(...questions),
      fc.constantFrom('E0' as const, 'E2' as const, 'E4' as const),
      (context, answers, id, level) => {
        const scoreWith = (pieces: ReviewedPiece[], day: string): number => {
          const submission = { answers, reviews: {}, pieces: { [id]: pieces } };
          const scored = scoreAssessment(bank, {
            context,
            answers: toScoreAnswers(bank, submission, day),
            asOf,
          });
          return scored.score ?? 100;
        };
        const accepted: ReviewedPiece = { verdict: 'accepted', level, datedOn: '2026-11-01' };
        const examined = scoreWith([accepted], asOf);
        expect(examined).toBeLessThanOrEqual(scoreWith([{ verdict: 'unexamined' }], asOf));
        expect(scoreWith([accepted], '2036-11-23')).toBeGreaterThanOrEqual(examined);
      },
    ),
    { numRuns: 60 },
  );
});
