import type { GivenAnswer } from '../answers/given-answer.js';
import { decideClaim, isBeforeReview, judgedText, standingJudgement } from './judgement.js';

const claim: GivenAnswer = { state: 'na', justification: 'Aucun exercice clos.' };

test('a judgement is on what was said, not on the comment beside it', () => {
  const answers = { A: { state: 'answered', value: 'oui' }, B: claim } as const;
  const commented = { ...answers, A: { ...answers.A, comment: 'voir annexe' } };
  expect(judgedText(commented, 'A')).toBe(judgedText(answers, 'A'));
  expect(judgedText({ ...answers, A: { state: 'refused' } }, 'A')).not.toBe(judgedText(answers, 'A'));
  expect(judgedText({ ...answers, B: { ...claim, justification: 'Autre.' } }, 'B')).not.toBe(
    judgedText(answers, 'B'),
  );
  expect(judgedText(answers, 'C')).toBe(judgedText({ C: { state: 'cleared' } }, 'C'));
});

test('it lapses once the answer changes, each part for itself', () => {
  const kept = {
    notApplicable: 'refused',
    notApplicableOn: 'old',
    override: { state: 'refused' },
    overrideOn: 'new',
  } as const;
  expect(standingJudgement(kept, 'old')).toEqual({ notApplicable: 'refused' });
  expect(standingJudgement(kept, 'new')).toEqual({ override: { state: 'refused' } });
  expect(standingJudgement(kept, 'other')).toEqual({});
  expect(standingJudgement({}, 'other')).toEqual({});
});

test('a claim is decided with a reason, and only a claim', () => {
  expect(decideClaim(claim, { decision: 'accepted', reason: ' Société neuve. ' })).toEqual({
    accepted: true,
    value: { decision: 'accepted', reason: 'Société neuve.' },
  });
  expect(decideClaim(claim, { decision: 'refused', reason: '' })).toMatchObject({
    refusal: { errors: [{ pointer: '/notApplicable/reason', code: 'reason-required' }] },
  });
  for (const given of [undefined, { state: 'refused' } as const]) {
    expect(decideClaim(given, { decision: 'accepted', reason: 'x' })).toMatchObject({
      refusal: { errors: [{ pointer: '/notApplicable', code: 'nothing-to-decide' }] },
    });
  }
});

test.each([
  [{ status: 'submitted', unexamined: 0, undecided: 0 }, true],
  [{ status: 'in-review', unexamined: 1, undecided: 0 }, true],
  [{ status: 'returned', unexamined: 0, undecided: 1 }, true],
  [{ status: 'reviewed', unexamined: 26, undecided: 1 }, false],
  [{ status: 'decided', unexamined: 26, undecided: 0 }, false],
  [{ status: 'in-review', unexamined: 0, undecided: 0 }, false],
] as const)('%j is before review: %s', (left, expected) => {
  expect(isBeforeReview(left)).toBe(expected);
});
