import { emptyTerms, termFields, type ContractTerms } from './terms.js';
import { validateTerms } from './validate-terms.js';

const refusals = (more: Partial<ContractTerms>) => {
  const decision = validateTerms({ ...emptyTerms('Contrat'), ...more });
  return decision.accepted ? [] : (decision.refusal.errors ?? []).map(({ pointer, code }) => [pointer, code]);
};

test.each<readonly [string, Partial<ContractTerms>, readonly (readonly [string, string])[]]>([
  ['nothing read yet', {}, []],
  ['no title', { title: ' ' }, [['/title', 'required']]],
  ['a day that does not exist', { signedOn: '2026-02-30' }, [['/signedOn', 'not-a-date']]],
  [
    'an end before the start',
    { startsOn: '2026-01-02', endsOn: '2026-01-01' },
    [['/endsOn', 'ends-before-it-starts']],
  ],
  [
    'an end before the signature',
    { signedOn: '2026-01-02', endsOn: '2026-01-01' },
    [['/endsOn', 'ends-before-it-starts']],
  ],
  [
    'a tacit renewal without its months',
    { renewal: { kind: 'tacit', months: null } },
    [['/renewal/months', 'required']],
  ],
  ['an express renewal without its months', { renewal: { kind: 'express', months: null } }, []],
  ['months of no renewal', { renewal: { kind: 'none', months: 12 } }, [['/renewal/months', 'unknown-field']]],
  [
    'a share without its percentage',
    { exitFees: { kind: 'share', sharePercent: null } },
    [['/exitFees/sharePercent', 'required']],
  ],
  [
    'a percentage of all',
    { exitFees: { kind: 'all', sharePercent: 50 } },
    [['/exitFees/sharePercent', 'unknown-field']],
  ],
  [
    'a cap in fees without its multiple',
    { cap: { kind: 'fees', multiple: null, cents: null } },
    [['/cap/multiple', 'required']],
  ],
  [
    'a cap in euros without its amount',
    { cap: { kind: 'amount', multiple: null, cents: null } },
    [['/cap/cents', 'required']],
  ],
  [
    'figures of no cap',
    { cap: { kind: 'none', multiple: 1, cents: 1 } },
    [
      ['/cap/multiple', 'unknown-field'],
      ['/cap/cents', 'unknown-field'],
    ],
  ],
  [
    'days of no clause',
    { cure: { kind: 'none', days: 30, article: '', wording: '' } },
    [['/cure/days', 'unknown-field']],
  ],
  ['a clause without days', { cure: { kind: 'clause', days: null, article: '', wording: '' } }, []],
  [
    'hours of no duty',
    { notification: { kind: 'none', hours: 4, scope: null } },
    [['/notification/hours', 'unknown-field']],
  ],
  [
    'a service without a name',
    { services: [{ name: '', annualFeesCents: 1 }] },
    [['/services/0/name', 'required']],
  ],
])('%s', (_, more, expected) => {
  expect(refusals(more)).toEqual(expected);
});

test('more services than a contract is read for are refused', () => {
  const services = Array.from({ length: 51 }, (_, index) => ({
    name: `Service ${index}`,
    annualFeesCents: 1,
  }));
  expect(refusals({ services })).toEqual([['/services', 'too-many']]);
});

test('texts are kept tidy', () => {
  const decision = validateTerms({
    ...emptyTerms('  Contrat '),
    services: [{ name: ' Sauvegarde ', annualFeesCents: 1 }],
    cure: { kind: 'clause', days: 30, article: ' 12 ', wording: 'une\r\nclause ' },
  });
  expect(decision).toMatchObject({
    value: {
      title: 'Contrat',
      services: [{ name: 'Sauvegarde' }],
      cure: { article: '12', wording: 'une\nclause' },
    },
  });
});

test('the list of fields is that of the terms', () => {
  expect([...termFields].sort()).toEqual(Object.keys(emptyTerms('x')).sort());
});
