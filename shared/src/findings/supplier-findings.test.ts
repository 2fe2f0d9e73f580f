import { findingActs } from './lifecycle.js';
import { letterGoesTo, toFollowedFinding, toToldActs, type ToldAct } from './supplier-findings.js';

const standing = { status: 'open', plan: null, proposal: null, acceptedUntil: null } as const;
const act = (one: ToldAct['act']): ToldAct => ({
  number: 2,
  act: one,
  by: 'buyer',
  authorName: 'Claire',
  reason: 'Motif',
  standing,
  at: '2026-11-28T09:00:00.000Z',
});

test('the supplier is told what concerns it, and the buyer’s own reasons stay with the buyer', () => {
  const told = toToldActs(findingActs.map(act));
  const hidden = findingActs.filter((one) => !told.some(({ act: seen }) => seen === one));
  expect(hidden).toEqual(['ask-acceptance', 'refuse-acceptance']);
  expect(told.filter(({ reason }) => reason === '').map((one) => one.act)).toEqual(['accept', 'close']);
});

test('a finding shown keeps the keys of the allow-list alone', () => {
  const text = { fr: 'a', en: 'a' };
  const shown = { id: 'f', questionId: 'BKP-04', severity: 'high', text, fix: text, standing } as const;
  const more = { lessons: ['R-03'], closingReason: 'x', score: 12 };
  expect(toFollowedFinding({ ...shown, ...more })).toEqual(shown);
});

test('a letter goes to the other side, and none tells of what is the buyer’s own', () => {
  expect(letterGoesTo('propose', 'buyer')).toBe('supplier');
  expect(letterGoesTo('deliver', 'supplier')).toBe('buyer');
  expect(letterGoesTo('ask-acceptance', 'buyer')).toBeUndefined();
  expect(letterGoesTo('accept', 'buyer')).toBeUndefined();
  expect(letterGoesTo('acceptance-ended', 'product')).toBeUndefined();
});
