import * as fc from 'fast-check';

import { can, roles } from '../permissions.js';
import {
  acceptsAnswers,
  actionOf,
  acts,
  assessmentStatuses,
  decideAct,
  isClosed,
  possibleActs,
  readingStage,
  type Act,
  type AssessmentStatus,
} from './lifecycle.js';

const moves: readonly (readonly [Act, AssessmentStatus, AssessmentStatus])[] = [
  ['send', 'prepared', 'sent'],
  ['open', 'sent', 'opened'],
  ['start', 'sent', 'in-progress'],
  ['start', 'opened', 'in-progress'],
  ['start', 'returned', 'in-progress'],
  ['submit', 'sent', 'submitted'],
  ['submit', 'opened', 'submitted'],
  ['submit', 'in-progress', 'submitted'],
  ['submit', 'returned', 'submitted'],
  ['start-review', 'submitted', 'in-review'],
  ['return', 'submitted', 'returned'],
  ['return', 'in-review', 'returned'],
  ['return', 'reviewed', 'returned'],
  ['finish-review', 'in-review', 'reviewed'],
  ['decide', 'reviewed', 'decided'],
  ['cancel', 'prepared', 'cancelled'],
  ['cancel', 'sent', 'cancelled'],
  ['cancel', 'opened', 'cancelled'],
  ['cancel', 'in-progress', 'cancelled'],
  ['cancel', 'submitted', 'cancelled'],
  ['cancel', 'in-review', 'cancelled'],
  ['cancel', 'returned', 'cancelled'],
  ['cancel', 'reviewed', 'cancelled'],
  ['reopen', 'reviewed', 'in-review'],
  ['reopen', 'decided', 'in-review'],
  ['reopen', 'cancelled', 'in-review'],
];

const everyPair = acts.flatMap((act) => assessmentStatuses.map((status) => [act, status] as const));

test.each(everyPair)('%s when %s moves as the table says, or not at all', (act, status) => {
  const decision = decideAct({ status, submissions: 1, accepted: true }, act, 'raison');
  const expected = moves.find(([move, from]) => move === act && from === status);
  if (expected === undefined) {
    const code = ['open', 'start', 'submit'].includes(act) ? 'assessment-closed' : 'transition-refused';
    expect(decision).toEqual({ accepted: false, refusal: { code, params: { status, act } } });
  } else {
    expect(decision).toEqual({ accepted: true, value: { act, from: status, to: expected[2] } });
  }
});

test.each(['return', 'decide', 'cancel', 'reopen'] as const)('%s asks for a reason', (act) => {
  for (const reason of [undefined, '', '  ']) {
    expect(decideAct({ status: 'reviewed', submissions: 1, accepted: true }, act, reason)).toEqual({
      accepted: false,
      refusal: { code: 'invalid-input', errors: [{ pointer: '/reason', code: 'reason-required' }] },
    });
  }
});

test.each([
  [{ submissions: 2, accepted: true }, 'in-review'],
  [{ submissions: 0, accepted: true }, 'in-progress'],
  [{ submissions: 0, accepted: false }, 'sent'],
])('reopened with %j it is %s', (progress, to) => {
  expect(decideAct({ status: 'cancelled', ...progress }, 'reopen', 'erreur')).toMatchObject({
    value: { to },
  });
});

test('what a role may do is what the table and the permissions both allow', () => {
  expect(possibleActs('in-review', ['buyer'])).toEqual(['return', 'finish-review', 'cancel']);
  expect(possibleActs('reviewed', ['risk-manager'])).toEqual(['decide']);
  expect(possibleActs('in-progress', ['contributor'])).toEqual([]);
  expect(possibleActs('in-progress', ['supplier-admin'])).toEqual(['submit']);
  expect(possibleActs('sent', ['recipient'])).toEqual(['open']);
  for (const role of roles) {
    for (const status of assessmentStatuses) {
      expect(possibleActs(status, [role]).every((act) => can(role, actionOf(act)))).toBe(true);
    }
  }
});

test('answers are written only before submitting and after a return', () => {
  expect(assessmentStatuses.filter(acceptsAnswers)).toEqual(['sent', 'opened', 'in-progress', 'returned']);
});

test('whatever is done, a decided assessment changes only by being reopened, and a cancelled one too', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 30 }), (played) => {
      let status: AssessmentStatus = 'prepared';
      let submissions = 0;
      for (const act of played) {
        const decision = decideAct({ status, submissions, accepted: true }, act, 'raison');
        if (!decision.accepted) continue;
        expect(isClosed(status)).toBe(isClosed(status) && act === 'reopen');
        status = decision.value.to;
        if (act === 'submit') submissions += 1;
        expect(
          status === 'in-review' || status === 'reviewed' || status === 'decided' ? submissions > 0 : true,
        ).toBe(true);
      }
    }),
  );
});

test('what was returned stays readable while it is answered again', () => {
  expect(readingStage({ status: 'in-progress', submissions: 1 })).toBe('returned');
  expect(readingStage({ status: 'in-progress', submissions: 0 })).toBe('in-progress');
  expect(readingStage({ status: 'in-review', submissions: 1 })).toBe('in-review');
});
