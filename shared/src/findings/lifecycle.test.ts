import fc from 'fast-check';

import { findingStatuses, type FindingSide, type FindingStanding, type Plan } from './finding.js';
import {
  decideApprover,
  decideFindingAct,
  findingActs,
  possibleFindingActs,
  type ActWish,
  type FindingAct,
} from './lifecycle.js';

const today = '2026-11-28';
const plan: Plan = {
  action: 'Copie hors ligne',
  owner: 'Léa',
  ownerSide: 'supplier',
  dueOn: '2027-01-31',
  proof: 'Procès-verbal',
};
const open: FindingStanding = { status: 'open', plan: null, proposal: null, acceptedUntil: null };
const proposed = (by: FindingSide): FindingStanding => ({
  ...open,
  status: 'proposed',
  proposal: { ...plan, by },
});
const agreed: FindingStanding = { ...open, status: 'agreed', plan };

function decide(standing: FindingStanding, wish: Partial<ActWish> & Pick<ActWish, 'act' | 'by'>) {
  return decideFindingAct(standing, { reason: 'Vu.', today, plan, until: '2027-03-01', ...wish });
}

test.each<[string, FindingStanding, FindingAct, ActWish['by'], Partial<FindingStanding>]>([
  ['a plan is put on the table', open, 'propose', 'buyer', proposed('buyer')],
  ['by either side', open, 'propose', 'supplier', proposed('supplier')],
  ['and another in its place', proposed('buyer'), 'propose', 'supplier', proposed('supplier')],
  ['the other side agrees', proposed('buyer'), 'agree', 'supplier', agreed],
  ['or declines', proposed('supplier'), 'decline', 'buyer', open],
  [
    'a plan agreed before stays when its change is declined',
    { ...proposed('supplier'), plan },
    'decline',
    'buyer',
    agreed,
  ],
  ['the correction is announced', agreed, 'deliver', 'supplier', { ...agreed, status: 'delivered' }],
  ['its proof falls short', { ...agreed, status: 'delivered' }, 'refuse-proof', 'buyer', agreed],
  ['without a plan as well', { ...open, status: 'delivered' }, 'refuse-proof', 'buyer', open],
  [
    'it is verified',
    { ...agreed, status: 'delivered' },
    'verify',
    'buyer',
    { ...agreed, status: 'verified' },
  ],
  [
    'a risk is accepted for a time',
    proposed('buyer'),
    'accept',
    'buyer',
    { ...open, status: 'accepted', acceptedUntil: '2027-03-01' },
  ],
  [
    'which runs out',
    { ...open, status: 'accepted', acceptedUntil: '2026-11-27' },
    'acceptance-ended',
    'product',
    open,
  ],
  [
    'and the plan of before goes on',
    { ...agreed, status: 'accepted', acceptedUntil: '2026-11-27' },
    'acceptance-ended',
    'product',
    agreed,
  ],
  ['what was closed is opened again', { ...open, status: 'closed' }, 'reopen', 'buyer', open],
  [
    'what was verified is opened again, without its plan',
    { ...agreed, status: 'verified' },
    'reopen',
    'buyer',
    open,
  ],
  ['a word changes nothing', agreed, 'comment', 'supplier', agreed],
  ['asking changes nothing yet', agreed, 'ask-acceptance', 'buyer', agreed],
])('%s', (_name, before, act, by, after) => {
  expect(decide(before, { act, by })).toMatchObject({ accepted: true, value: { standing: after } });
});

test.each<[string, FindingStanding, Partial<ActWish> & Pick<ActWish, 'act' | 'by'>, object]>([
  [
    'one’s own plan is not agreed',
    proposed('buyer'),
    { act: 'agree', by: 'buyer' },
    { code: 'own-proposal' },
  ],
  ['nor declined', proposed('supplier'), { act: 'decline', by: 'supplier' }, { code: 'own-proposal' }],
  ['a supplier verifies nothing', agreed, { act: 'verify', by: 'supplier' }, { code: 'transition-refused' }],
  [
    'a buyer announces no correction',
    agreed,
    { act: 'deliver', by: 'buyer' },
    { code: 'transition-refused' },
  ],
  [
    'nobody says that a day has come',
    open,
    { act: 'acceptance-ended', by: 'buyer' },
    { code: 'transition-refused' },
  ],
  [
    'what is verified is not planned',
    { ...agreed, status: 'verified' },
    { act: 'propose', by: 'buyer' },
    { code: 'transition-refused' },
  ],
  [
    'closing has a reason',
    open,
    { act: 'close', by: 'buyer', reason: ' ' },
    { errors: [{ pointer: '/reason', code: 'reason-required' }] },
  ],
  [
    'a plan says everything',
    open,
    { act: 'propose', by: 'buyer', plan: { ...plan, owner: ' ', proof: '', dueOn: '2026-11-27' } },
    {
      errors: [
        { pointer: '/owner', code: 'required' },
        { pointer: '/proof', code: 'required' },
        { pointer: '/dueOn', code: 'date-in-past' },
      ],
    },
  ],
  [
    'an acceptance ends later than today',
    open,
    { act: 'accept', by: 'buyer', until: today },
    { errors: [{ pointer: '/until', code: 'date-in-past' }] },
  ],
  [
    'and within a year',
    open,
    { act: 'ask-acceptance', by: 'buyer', until: '2027-11-29' },
    { errors: [{ pointer: '/until', code: 'acceptance-too-long' }] },
  ],
])('%s', (_name, before, wish, refusal) => {
  expect(decide(before, wish)).toMatchObject({ accepted: false, refusal });
});

test('a plan may be due today, and an acceptance may last a year to the day', () => {
  expect(decide(open, { act: 'propose', by: 'buyer', plan: { ...plan, dueOn: today } }).accepted).toBe(true);
  expect(decide(open, { act: 'accept', by: 'buyer', until: '2027-11-28' }).accepted).toBe(true);
});

test('whoever asks for a risk to be accepted does not accept it', () => {
  expect(decideApprover('ines', 'ines')).toMatchObject({ refusal: { code: 'own-request' } });
  expect(decideApprover('claire', 'ines').accepted).toBe(true);
});

test('what is offered is what is decided', () => {
  const standings = [open, proposed('buyer'), proposed('supplier'), agreed].flatMap((one) =>
    findingStatuses.map((status) => ({
      ...one,
      status,
      proposal: status === 'proposed' ? one.proposal : null,
    })),
  );
  const roles = { buyer: ['buyer', 'risk-manager'], supplier: ['contributor'] } as const;
  for (const standing of standings) {
    for (const by of ['buyer', 'supplier'] as const) {
      const possible = possibleFindingActs(standing, by, roles[by]);
      // A proposal that nobody made is neither agreed nor declined, and no list offers it.
      const really = findingActs.filter((act) => decide(standing, { act, by }).accepted);
      const offered = standing.status === 'proposed' && standing.proposal === null ? [] : possible;
      if (offered.length > 0) expect(offered).toEqual(really);
    }
  }
  expect(possibleFindingActs(open, 'buyer', ['auditor'])).toEqual([]);
  expect(possibleFindingActs(open, 'buyer', ['buyer'])).not.toContain('accept');
});

test('however it went on, a finding says where it stands in one way only', () => {
  const act = fc.constantFrom(...findingActs);
  const by = fc.constantFrom('buyer', 'supplier', 'product');
  fc.assert(
    fc.property(fc.array(fc.tuple(act, by), { maxLength: 30 }), (acts) => {
      let standing = open;
      for (const [one, mover] of acts) {
        const decided = decide(standing, { act: one, by: mover });
        if (decided.accepted) standing = decided.value.standing;
        expect(standing.proposal !== null).toBe(standing.status === 'proposed');
        expect(standing.acceptedUntil !== null).toBe(standing.status === 'accepted');
        if (standing.status === 'agreed') expect(standing.plan).not.toBeNull();
      }
    }),
  );
});
