import { emptyTerms, type ContractTerms } from '@probant/shared/contracts/terms';

import { isNumber, toNumber, toTerms, toValues } from './terms-values.js';

const terms: ContractTerms = {
  title: 'Contrat',
  signedOn: '2025-12-01',
  startsOn: '2026-01-01',
  endsOn: null,
  termMonths: 36,
  renewal: { kind: 'tacit', months: 12 },
  customerNotice: { count: 3, unit: 'months' },
  supplierNotice: { count: 30, unit: 'days' },
  annualFeesCents: 1_200_050,
  services: [{ name: 'Sauvegarde', annualFeesCents: 500_000 }],
  exitFees: { kind: 'share', sharePercent: 50 },
  remainingFeesCents: null,
  cap: { kind: 'fees', multiple: 1.5, cents: null },
  exclusions: ['operating-loss'],
  cure: { kind: 'clause', days: 30, article: '12', wording: 'non réparé' },
  notification: { kind: 'firm', hours: 24, scope: 'incident' },
};

test('terms go through the form unchanged', () => {
  const copy = { ...terms, services: [...terms.services], exclusions: [...(terms.exclusions ?? [])] };
  expect(toTerms(toValues(copy))).toEqual(terms);
});

test('what nobody has read stays unread', () => {
  const empty = { ...emptyTerms('Contrat'), services: [], exclusions: null };
  expect(toTerms(toValues(empty))).toEqual(empty);
});

test('figures that the kind does not know are left behind', () => {
  const values = toValues(null);
  values.terms.cap = { kind: 'none', multiple: '2', cents: '100' };
  values.terms.cure = { kind: 'none', days: '30', article: '', wording: '' };
  expect(toTerms(values)).toMatchObject({ cap: { multiple: null, cents: null }, cure: { days: null } });
});

test.each([
  ['12 000,50', 12_000.5],
  ['12\u202f000 €', 12_000],
  ['12000.5', 12_000.5],
  ['', null],
])('%j reads as %s', (text, value) => {
  expect(toNumber(text)).toBe(value);
});

test.each([
  ['douze', false],
  ['-1', false],
  ['1,5', false],
  ['12', true],
  ['', true],
])('%j is a whole number: %s', (text, whole) => {
  expect(isNumber(text, { whole: true })).toBe(whole);
});
