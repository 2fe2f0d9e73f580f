import fc from 'fast-check';

import { toScoreAnswers } from '../assessments/score-inputs.js';
import type { GivenAnswers } from '../answers/given-answer.js';
import { scoreAssessment } from '../scoring/score-assessment.js';
import { bank } from '../testing/bank.js';
import { findingsFromScore } from './findings-from-score.js';
import { decideLevel, decideSettled, standingVerification, type Verification } from './verification.js';

const asOf = '2026-11-28T09:00:00.000Z';
const said: GivenAnswers = { 'BKP-04': { state: 'answered', value: 'non' } };
const seen: Verification = { value: 'immuable', level: 'E3', datedOn: '2026-11-20' };

function scoreWith(verified: Readonly<Record<string, Verification>>, answers = said) {
  const facts = { answers, pieces: {}, reviews: {}, verified };
  return scoreAssessment(bank, {
    context: { hosting: 'full' },
    answers: toScoreAnswers(bank, facts, asOf),
    asOf,
  });
}

test('what is verified takes the place of the answer, with its proof, and settles the finding', () => {
  const line = scoreWith({ 'BKP-04': seen }).lines.find(({ question }) => question === 'BKP-04');
  expect(line).toMatchObject({ status: 'answered', risk: 0.1, phi: 0.9 });
  const finding = (verified: Readonly<Record<string, Verification>>) =>
    findingsFromScore(bank, scoreWith(verified)).some(({ questionId }) => questionId === 'BKP-04');
  expect([finding({}), finding({ 'BKP-04': seen })]).toEqual([true, false]);
});

test('the proof of an answer proves nothing of the one that takes its place', () => {
  const pieces = { 'BKP-04': [{ verdict: 'accepted', level: 'E4', datedOn: '2026-11-01' }] } as const;
  const phi = (value: string) => {
    const facts = {
      answers: said,
      pieces,
      reviews: {},
      verified: { 'BKP-04': { ...seen, value, level: 'E1' } },
    } as const;
    return toScoreAnswers(bank, facts, asOf)['BKP-04']?.ev;
  };
  expect(phi('immuable')).toEqual([0.35]);
  expect(phi('non')).toEqual([1, 0.35]);
});

test('it holds for the answer that it corrects, and ages like a piece', () => {
  expect(standingVerification({ ...seen, onAnswer: 'a' }, 'a')).toEqual(seen);
  expect(standingVerification({ ...seen, onAnswer: 'a' }, 'b')).toBeUndefined();
  const old = scoreWith({ 'BKP-04': { ...seen, datedOn: '2015-01-01' } });
  expect(old.lines.find(({ question }) => question === 'BKP-04')?.phi).toBe(0.2);
});

test('a word alone verifies nothing, and a correction that falls short settles nothing', () => {
  expect(decideLevel('E0')).toMatchObject({ refusal: { errors: [{ code: 'level-proves-nothing' }] } });
  expect(decideLevel('E1').accepted).toBe(true);
  const short = scoreWith({ 'BKP-04': { ...seen, value: 'non' } });
  expect(decideSettled(short, 'BKP-04', 0.5)).toMatchObject({ refusal: { errors: [{ pointer: '/value' }] } });
  expect(decideSettled(scoreWith({ 'BKP-04': seen }), 'BKP-04', 0.5).accepted).toBe(true);
});

test('verifying what was claimed never raises the score (P3)', () => {
  const claimed: GivenAnswers = { 'BKP-04': { state: 'answered', value: 'immuable' } };
  const level = fc.constantFrom('E1', 'E2', 'E3', 'E4');
  fc.assert(
    fc.property(
      level,
      fc.date({ min: new Date('2010-01-01'), max: new Date('2026-11-28'), noInvalidDate: true }),
      (one, date) => {
        const verified = {
          ...seen,
          level: one as Verification['level'],
          datedOn: date.toISOString().slice(0, 10),
        };
        const before = scoreWith({}, claimed).score ?? 0;
        expect(scoreWith({ 'BKP-04': verified }, claimed).score ?? 0).toBeLessThanOrEqual(before);
      },
    ),
  );
});
