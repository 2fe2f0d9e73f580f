import { decideDecision, possibleDecisions } from './decide-decision.js';
import { warningDecisions, type WarningDecision } from './warning.js';

const open = { superseded: false, decision: null };

test.each<[WarningDecision | null, readonly WarningDecision[]]>([
  [null, warningDecisions],
  ['acknowledged', ['accepted', 'refused', 'quote-asked']],
  ['quote-asked', ['accepted', 'refused']],
  ['refused', ['accepted']],
  ['accepted', []],
])('after %s come %j', (decision, possible) => {
  expect(possibleDecisions({ superseded: false, decision })).toEqual(possible);
  for (const asked of warningDecisions) {
    const { accepted } = decideDecision({ superseded: false, decision }, { decision: asked, reason: 'non' });
    expect([asked, accepted]).toEqual([asked, possible.includes(asked)]);
  }
});

test('a refusal has its reason; the rest may have one', () => {
  expect(decideDecision(open, { decision: 'refused', reason: ' ' })).toMatchObject({
    refusal: { errors: [{ pointer: '/reason', code: 'reason-required' }] },
  });
  expect(decideDecision(open, { decision: 'accepted', reason: ' Oui. ' })).toEqual({
    accepted: true,
    value: { decision: 'accepted', reason: 'Oui.' },
  });
});

test('one that was replaced, and one that was accepted, say so', () => {
  const asked = { decision: 'accepted', reason: '' } as const;
  expect(decideDecision({ superseded: true, decision: null }, asked)).toMatchObject({
    refusal: { code: 'warning-superseded' },
  });
  expect(decideDecision({ superseded: false, decision: 'accepted' }, asked)).toMatchObject({
    refusal: { code: 'warning-decided' },
  });
});
