import * as fc from 'fast-check';

import { findGiven } from '../answers/given-answer.js';
import { arbitrarySubmission } from '../testing/arbitrary-submission.js';
import { asks, between, no, parts, whole, yes } from '../testing/moved-documents.js';
import { movesWithin, planCarry, standingOfCarried } from './plan-carry.js';

const givenAt = '2026-03-12T10:00:00.000Z';
const same = { carryId: 'c', givenAt, moves: movesWithin(asks(whole)), questions: asks(whole) };

test('the same version carries every answer, and each waits to be reconfirmed with what was said and when', () => {
  const plan = planCarry({ ...same, answers: { 'O-1': yes, 'P-1': no }, linked: ['O-1', 'G-1'] });
  expect(plan.answers).toEqual([
    {
      questionId: 'O-1',
      source: 'O-1',
      answer: yes,
      reconfirm: { moveId: 'c', givenAt, former: [{ questionId: 'O-1', answer: yes }] },
    },
    {
      questionId: 'P-1',
      source: 'P-1',
      answer: no,
      reconfirm: { moveId: 'c', givenAt, former: [{ questionId: 'P-1', answer: no }] },
    },
    {
      questionId: 'G-1',
      source: 'G-1',
      answer: { state: 'cleared' },
      reconfirm: { moveId: 'c', givenAt, former: [] },
    },
  ]);
  expect(plan.links).toEqual([
    { from: 'O-1', to: 'O-1' },
    { from: 'G-1', to: 'G-1' },
  ]);
});

test('a later version carries along its equivalence; a question that is gone takes its answer with it', () => {
  const plan = planCarry({
    ...same,
    moves: between(whole, parts),
    questions: asks(parts),
    answers: { 'O-1': yes, 'G-1': yes, 'T-1': no },
    linked: ['O-1', 'G-1'],
  });
  expect(plan.answers.map(({ questionId, source }) => [questionId, source])).toEqual([
    ['O-1', 'O-1'],
    ['O-2', 'O-1'],
    ['T-1', 'T-1'],
  ]);
  expect(plan.links).toEqual([
    { from: 'O-1', to: 'O-1' },
    { from: 'O-1', to: 'O-2' },
  ]);
});

test('whatever was submitted: nothing is carried without waiting, nothing twice, nothing that was not said', () => {
  fc.assert(
    fc.property(arbitrarySubmission(whole, '2026-11-24'), fc.boolean(), ({ answers, pieces }, moved) => {
      const questions = asks(moved ? parts : whole);
      const plan = planCarry({
        ...same,
        moves: moved ? between(whole, parts) : same.moves,
        questions,
        answers,
        linked: Object.keys(pieces),
      });
      expect(plan.answers.every(({ reconfirm }) => reconfirm.givenAt === givenAt)).toBe(true);
      expect(new Set(plan.answers.map(({ questionId }) => questionId)).size).toBe(plan.answers.length);
      expect(plan.answers.every(({ questionId }) => questions.has(questionId))).toBe(true);
      for (const { source, answer } of plan.answers)
        if (answer.state !== 'cleared') expect(findGiven(answers, source)).toBeDefined();
      if (!moved)
        expect(plan.answers.filter(({ answer }) => answer.state !== 'cleared')).toHaveLength(
          Object.keys(answers).filter((key) => questions.has(key) && findGiven(answers, key) !== undefined)
            .length,
        );
    }),
  );
});

test('afterwards an answer was said again as it was, or said otherwise', () => {
  const [one] = planCarry({ ...same, answers: { 'O-1': yes }, linked: [] }).answers;
  if (one === undefined) throw new Error('nothing was carried');
  expect(standingOfCarried(one, { 'O-1': yes })).toBe('same');
  expect(standingOfCarried(one, { 'O-1': { ...yes, comment: 'depuis mai' } })).toBe('changed');
  expect(standingOfCarried(one, {})).toBe('changed');
});
