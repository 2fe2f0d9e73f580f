import { assessmentStatuses, type AssessmentStatus } from './lifecycle.js';
import { decideLinkAct, linkActs, possibleLinkActs, statusOnceReplaced, type LinkAct } from './link-acts.js';

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

test('a replaced recipient finds a request to open, or one to make more precise', () => {
  expect(statusOnceReplaced(0)).toBe('sent');
  expect(statusOnceReplaced(2)).toBe('returned');
});
