import { remark, type CheckKind } from '../checks/check.js';
import { factsOf } from '../testing/contradiction-facts.js';
import { checkRules, isSameName } from './check-rules.js';
import type { CheckFact } from './facts.js';
import { findContradictions } from './find-contradictions.js';

type Values = Parameters<typeof factsOf>[0];

const seen = (code: string, value = '', words = code) => remark(code, 'attention', words, words, value);
const check = (
  remarks: CheckFact['remarks'],
  target = 'niveole.example',
  kind: CheckKind = 'dns',
): CheckFact => ({
  ...{ id: `check-${target}`, kind, target, remarks, on: '2026-11-26' },
});
const rulesOf = (values: Values, ...checks: CheckFact[]) =>
  findContradictions(factsOf(values, { checks })).map(({ rule }) => rule);

type Case = readonly [rule: string, claim: Values, denies: CheckFact, other: Values, agrees: CheckFact];

const cases: readonly Case[] = [
  [
    'proceedings-announced',
    { 'FIN-01': 'in_bonis' },
    check([seen('bodacc-notice')]),
    { 'FIN-01': 'plan' },
    check([seen('bodacc-clear')]),
  ],
  [
    'company-ended',
    { 'FIN-01': 'redressement' },
    check([seen('company-struck-off')]),
    { 'FIN-01': 'liquidation' },
    check([seen('company-active')]),
  ],
  [
    'accounts-filed',
    { 'FIN-02': 'non' },
    check([seen('bodacc-accounts', '2026-07-01')]),
    { 'FIN-02': 'publics' },
    check([seen('bodacc-accounts', '2022-07-01')]),
  ],
  [
    'loss-published',
    { 'FIN-03': 0 },
    check([seen('company-loss', '-5 €', 'Perte en 2025.')]),
    { 'FIN-03': 1 },
    check([seen('company-loss', '-5 €', 'Perte en 2019.')]),
  ],
  [
    'registrant-differs',
    { 'DNS-01': 'client' },
    check([seen('rdap-registrant', 'Cadran Infogérance')]),
    { 'DNS-01': 'groupe' },
    check([seen('rdap-registrant', 'NIVEOLE SAS')]),
  ],
  [
    'zone-not-held',
    { 'DNS-03': 'oui' },
    check([seen('zone-not-held')]),
    { 'DNS-03': 'ticket_4h' },
    check([seen('zone-held')]),
  ],
  [
    'dnssec-missing',
    { 'DNS-05': ['dnssec'] },
    check([seen('dnssec-none')]),
    { 'DNS-05': ['caa'] },
    check([seen('dnssec-not-validated')]),
  ],
  [
    'caa-missing',
    { 'DNS-05': ['caa'] },
    check([seen('caa-none')]),
    { 'DNS-05': [] },
    check([seen('caa-unknown')]),
  ],
  [
    'name-servers-single',
    { 'DNS-05': ['ns2'] },
    check([seen('ns-single')]),
    { 'DNS-05': ['lock'] },
    check([seen('ns')]),
  ],
  [
    'transfer-lock-missing',
    { 'DNS-05': ['lock'] },
    check([seen('rdap-status', 'active')]),
    { 'DNS-05': [] },
    check([seen('rdap-status', 'client transfer prohibited')]),
  ],
  ['spf-missing', { 'DNS-06': ['spf'] }, check([seen('spf-open')]), { 'DNS-06': [] }, check([seen('spf')])],
  [
    'dkim-missing',
    { 'DNS-06': ['dkim'] },
    check([seen('dkim-revoked')]),
    { 'DNS-06': ['spf'] },
    check([seen('dkim-not-asked')]),
  ],
  [
    'dmarc-missing',
    { 'DNS-06': ['dmarc'] },
    check([seen('dmarc-watching')]),
    { 'DNS-06': ['spf'] },
    check([seen('dmarc')]),
  ],
];

test.each(cases)('%s', (rule, claim, denies, other, agrees) => {
  expect(rulesOf(claim, denies)).toEqual([rule]);
  expect(rulesOf(other, denies)).toEqual([]);
  expect(rulesOf(claim, agrees)).toEqual([]);
  // A call that failed, a register that nobody asked, a question that nobody answered.
  expect(rulesOf(claim, check([seen('timeout')]))).toEqual([]);
  expect(rulesOf(claim)).toEqual([]);
  expect(rulesOf({}, denies)).toEqual([]);
});

test('every rule on a check has its row', () => {
  const tested = ['company-name-differs', ...cases.map(([rule]) => rule)];
  expect(checkRules.map(({ key }) => key).filter((key) => !tested.includes(key))).toEqual([]);
});

test('who holds the supplier’s own domain says nothing of the customer’s', () => {
  const own = check([seen('rdap-registrant', 'Cadran Infogérance'), seen('zone-not-held')], 'cadran.example');
  expect(rulesOf({ 'DNS-01': 'client', 'DNS-03': 'oui' }, own)).toEqual([]);
});

test('what two registers say of one domain is one contradiction, of two domains are two', () => {
  const [zone, register] = [
    check([seen('dnssec-none')]),
    check([seen('rdap-unsigned')], 'niveole.example', 'rdap'),
  ];
  const other = check([seen('dnssec-none')], 'niveole-secours.example');
  expect(
    findContradictions(factsOf({ 'DNS-05': ['dnssec'] }, { checks: [zone, register, other] })).map(
      ({ key }) => key,
    ),
  ).toEqual(['dnssec-missing/niveole.example', 'dnssec-missing/niveole-secours.example']);
});

test('a SIREN of another name is asked about as a whole', () => {
  const named = (name: string) => check([seen('company-name', name)], '111111118', 'company');
  expect(findContradictions(factsOf({}, { checks: [named('TALWEG')] }))).toMatchObject([
    { rule: 'company-name-differs', questionId: '', said: { source: 'record' } },
  ]);
  expect(rulesOf({}, named('CADRAN INFOGERANCE SAS'))).toEqual([]);
  expect(rulesOf({}, check([seen('company-name', 'TALWEG')], '222222226', 'company'))).toEqual([]);
});

test.each([
  ['Nivéole', 'NIVEOLE SAS', true],
  ['Nivéole Santé', 'Société Nivéole', true],
  ['Nivéole', 'Talweg', false],
  ['SAS', 'Talweg', true],
])('%s and %s', (one, other, same) => {
  expect(isSameName(one, other)).toBe(same);
});
