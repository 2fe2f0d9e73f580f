import { obligationKinds } from '../obligations/kinds.js';
import {
  addressOfDated,
  addressOfWaiting,
  dueTodayKinds,
  listOfDated,
  needsOf,
  waitingKinds,
} from './needs.js';

test('each role is asked for what it may do, and an auditor for nothing', () => {
  expect(needsOf(['buyer']).waiting).toEqual(
    waitingKinds.filter((kind) => kind !== 'acceptance' && kind !== 'invitation'),
  );
  expect(needsOf(['risk-manager']).waiting).toEqual([
    'confirmation',
    'decision',
    'acceptance',
    'warning',
    'proof',
    'plan',
  ]);
  expect(needsOf(['risk-manager']).dated).not.toContain('assessment-due');
  expect(needsOf(['admin'])).toEqual({ waiting: ['invitation'], dated: [] });
  expect(needsOf(['auditor'])).toEqual({ waiting: [], dated: [] });
  expect(needsOf(['buyer', 'risk-manager', 'admin'])).toEqual({
    waiting: [...waitingKinds],
    dated: expect.arrayContaining([...obligationKinds]),
  });
  expect(needsOf(['buyer']).dated).toHaveLength(obligationKinds.length);
});

test('what is due today leaves out what waits already', () => {
  expect(dueTodayKinds(['warning-answer', 'drill'])).toEqual(['drill']);
});

test('each leads to where it is done', () => {
  const facts = { assessmentId: 'a', findingId: 'f', regulation: 'x' };
  const of = (kind: (typeof obligationKinds)[number]) =>
    addressOfDated({ kind, id: 'o', engagementId: 'e', facts });
  expect([of('assessment-due'), of('acceptance-end'), of('regulation'), of('piece-expiry')]).toEqual([
    '/assessments/a',
    '/findings/f',
    '/calendar/o',
    '/calendar/o',
  ]);
  expect(waitingKinds.map((kind) => addressOfWaiting({ kind, id: '1', questionId: 'BKP-04' }))).toEqual([
    '/assessments/1?thread=BKP-04',
    '/assessments/1/review',
    '/assessments/1/review',
    '/assessments/1/review?queue=confirm',
    '/assessments/1/decision',
    '/findings/1',
    '/warnings/1',
    '/findings/1',
    '/findings/1',
    '/engagements/1',
    '/settings/members',
  ]);
  expect(listOfDated('drill', 'today')).toBe('/calendar?view=list&kind=drill&state=today');
});
