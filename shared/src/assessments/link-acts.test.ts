import { assessmentStatuses, type AssessmentStatus } from './lifecycle.js';
import {
  decideLinkAct,
  linkActs,
  linkRestSeconds,
  possibleLinkActs,
  statusOnceReplaced,
  type LinkAct,
} from './link-acts.js';

const answering: readonly AssessmentStatus[] = ['sent', 'opened', 'in-progress', 'returned'];
const running = assessmentStatuses.filter((status) => status !== 'decided' && status !== 'cancelled');

/** By hand: the statuses in which each act is possible, with a link that was not revoked and without. */
const table: Readonly<Record<LinkAct, readonly [readonly AssessmentStatus[], readonly AssessmentStatus[]]>> =
  {
    resend: [answering, []],
    remind: [answering, []],
    replace: [answering, answering],
    revoke: [assessmentStatuses, []],
    'change-due-date': [running, running],
  };

const rows = linkActs.flatMap((act) =>
  assessmentStatuses.flatMap((status) => [true, false].map((linked) => [act, status, linked] as const)),
);

test.each(rows)('%s when %s and linked %s is as the table says', (act, status, linked) => {
  const possible = table[act][linked ? 0 : 1].includes(status);
  expect(decideLinkAct({ status, linked }, act)).toEqual(
    possible
      ? { accepted: true, value: act }
      : { accepted: false, refusal: { code: 'transition-refused', params: { status, act } } },
  );
  expect(possibleLinkActs({ status, linked }).includes(act)).toBe(possible);
});

test.each([
  ['resend', null, true],
  ['resend', 0, false],
  ['resend', linkRestSeconds - 1, false],
  ['resend', linkRestSeconds, true],
  ['revoke', 0, true],
  ['replace', 0, true],
  ['change-due-date', 0, true],
] as const)('%s %s seconds after a new link: %s', (act, secondsAgo, possible) => {
  expect(decideLinkAct({ status: 'sent', linked: true }, act, { secondsAgo })).toEqual(
    possible
      ? { accepted: true, value: act }
      : { accepted: false, refusal: { code: 'link-just-renewed', params: { seconds: linkRestSeconds } } },
  );
});

test('a stage that sends no link says so first', () => {
  const decision = decideLinkAct({ status: 'decided', linked: true }, 'resend', { secondsAgo: 0 });
  expect(decision).toMatchObject({ accepted: false, refusal: { code: 'transition-refused' } });
});

test('a replaced recipient finds a request to open, or one to make more precise', () => {
  expect(statusOnceReplaced(0)).toBe('sent');
  expect(statusOnceReplaced(2)).toBe('returned');
});
