import type { ClauseStatus } from '../contracts/clause-status.js';
import { emptyTerms, type ContractTerms } from '../contracts/terms.js';
import { factsOf } from '../testing/contradiction-facts.js';
import type { ClauseFact, NamedCompany } from './facts.js';
import { findContradictions } from './find-contradictions.js';
import { termRules } from './term-rules.js';

type Values = Parameters<typeof factsOf>[0];

const on = '2026-10-01';
const withTerms = (values: Values, terms: Partial<ContractTerms>) =>
  findContradictions(factsOf(values, { terms: { terms: { ...emptyTerms('Contrat'), ...terms }, on } }));

type TermCase = readonly [
  rule: string,
  values: Values,
  holds: Partial<ContractTerms>,
  agrees: Partial<ContractTerms>,
];

const fees = (multiple: number) => ({ cap: { kind: 'fees' as const, multiple, cents: null } });
const notice = (kind: 'none' | 'best-efforts' | 'firm', hours: number | null) => ({
  notification: { kind, hours, scope: 'every-detection' as const },
});

const cases: readonly TermCase[] = [
  ['cap-lower-in-contract', { 'CTR-08': 2 }, fees(1), fees(2)],
  [
    'cap-lower-in-contract',
    { 'CTR-08': 99 },
    { cap: { kind: 'amount', multiple: null, cents: 5_000_000 } },
    { cap: { kind: 'none', multiple: null, cents: null } },
  ],
  [
    'cap-lower-in-contract',
    { 'CTR-08': 2 },
    { cap: { kind: 'amount', multiple: null, cents: 100 }, annualFeesCents: 100 },
    { cap: { kind: 'amount', multiple: null, cents: 200 }, annualFeesCents: 100 },
  ],
  [
    'exclusions-wider-in-contract',
    { 'CTR-07': 'aucun' },
    { exclusions: ['operating-loss'] },
    { exclusions: ['indirect'] },
  ],
  [
    'exclusions-wider-in-contract',
    { 'CTR-07': 'exploitation' },
    { exclusions: ['data-restoration'] },
    { exclusions: ['operating-loss'] },
  ],
  [
    'exit-fees-in-contract',
    { 'CTR-13': 'rien_si_cause' },
    { exitFees: { kind: 'all', sharePercent: null } },
    { exitFees: { kind: 'share', sharePercent: 50 } },
  ],
  [
    'cure-differs-in-contract',
    { 'CTR-12': 'claire' },
    { cure: { kind: 'clause', days: 60, article: '', wording: '' } },
    { cure: { kind: 'clause', days: 30, article: '', wording: '' } },
  ],
  [
    'cure-differs-in-contract',
    { 'CTR-12': 'generale' },
    { cure: { kind: 'none', days: null, article: '', wording: '' } },
    { cure: { kind: 'clause', days: null, article: '', wording: '' } },
  ],
  ['detection-notice-in-contract', { 'EIC-04': 4 }, notice('firm', 24), notice('firm', 4)],
  [
    'detection-notice-in-contract',
    { 'EIC-04': 4 },
    notice('none', null),
    { notification: { kind: 'firm', hours: 72, scope: 'personal-data' } },
  ],
  ['breach-notice-in-contract', { 'RGP-02': 'h24' }, notice('best-efforts', null), notice('firm', 24)],
  ['breach-notice-in-contract', { 'RGP-02': 'h24' }, notice('firm', 48), notice('firm', null)],
  [
    'supplier-notice-in-contract',
    { 'CTR-19': 6 },
    { supplierNotice: { count: 90, unit: 'days' } },
    { supplierNotice: { count: 6, unit: 'months' } },
  ],
];

test.each(cases)('%s', (rule, values, holds, agrees) => {
  expect(withTerms(values, holds).map((one) => one.rule)).toEqual([rule]);
  expect(withTerms(values, agrees)).toEqual([]);
  // Nobody has read the clause, nobody has read the contract, nobody has answered.
  expect(withTerms(values, {})).toEqual([]);
  expect(findContradictions(factsOf(values))).toEqual([]);
  expect(withTerms({}, holds)).toEqual([]);
});

test('every rule on the terms has its row', () => {
  expect(termRules.map(({ key }) => key).filter((key) => !cases.some(([rule]) => rule === key))).toEqual([]);
});

const clause = (status: ClauseStatus, questions: readonly string[]): ClauseFact => ({
  ...{ id: 'CL-01', title: { fr: 'Assistance', en: 'Assistance' }, questions, status, on },
  ...{ article: 'art. 7', quote: 'le prestataire  peut\nsous-traiter' },
});
const withClause = (values: Values, status: ClauseStatus, questions: readonly string[]) =>
  findContradictions(factsOf(values, { clauses: [clause(status, questions)] })).map(({ rule }) => rule);

test.each(['adverse', 'absent'] as const)(
  'an %s clause contradicts an answer about the contract',
  (status) => {
    expect(withClause({ 'SUB-05': 'oui' }, status, ['SUB-05'])).toEqual([`clause-${status}`]);
    expect(withClause({ 'SUB-05': 'exclusion' }, status, ['SUB-05'])).toEqual([]);
    expect(withClause({}, status, ['SUB-05'])).toEqual([]);
    expect(withClause({ 'SUB-05': 'oui' }, 'weak', ['SUB-05'])).toEqual([]);
    expect(withClause({ 'SUB-05': 'oui' }, 'present', ['SUB-05'])).toEqual([]);
  },
);

test('it contradicts neither a practice nor what is to be written yet', () => {
  expect(withClause({ 'BKP-04': 'hors_ligne' }, 'absent', ['BKP-04'])).toEqual([]);
  expect(withClause({ 'EIC-02': 'pret_avenant' }, 'absent', ['EIC-02'])).toEqual([]);
  expect(withClause({ 'EIC-02': 'contractuel' }, 'absent', ['EIC-02'])).toEqual(['clause-absent']);
});

test('a clause that speaks of several questions is told once, and not beside the terms', () => {
  const answers = { 'SUB-05': 'oui', 'CTR-08': 5 };
  expect(withClause(answers, 'adverse', ['SUB-05', 'CTR-08'])).toEqual(['clause-adverse']);
  const facts = {
    clauses: [clause('adverse', ['SUB-05', 'CTR-08'])],
    terms: { terms: { ...emptyTerms('Contrat'), ...fees(1) }, on },
  };
  expect(findContradictions(factsOf(answers, facts)).map(({ rule }) => rule)).toEqual([
    'cap-lower-in-contract',
  ]);
});

test('a clause is told by its words', () => {
  const [found] = findContradictions(
    factsOf({ 'SUB-05': 'oui' }, { clauses: [clause('adverse', ['SUB-05'])] }),
  );
  expect(found?.found).toMatchObject({
    source: 'contract',
    ref: 'CL-01',
    text: { fr: 'art. 7, «\u00a0le prestataire peut sous-traiter\u00a0»' },
    on,
  });
});

test('whoever the contract names is on a list that is complete', () => {
  const talweg: NamedCompany = { name: 'Talweg', siren: '222222226', documentName: 'Contrat.pdf', on };
  const rules = (values: Values, named: readonly NamedCompany[] = [talweg]) =>
    findContradictions(factsOf(values, { named })).map(({ rule }) => rule);
  expect(rules({ 'SUB-01': 'complete', 'SUB-02': [{ name: 'Cairn' }] })).toEqual([
    'subcontractor-in-contract',
  ]);
  expect(rules({ 'SUB-01': 'aucun' })).toEqual(['subcontractor-in-contract']);
  expect(rules({ 'SUB-01': 'complete', 'SUB-02': [{ name: 'Talweg SAS', siren: '222 222 226' }] })).toEqual(
    [],
  );
  expect(rules({ 'SUB-01': 'rang1', 'SUB-02': [] })).toEqual([]);
  expect(rules({ 'SUB-01': 'complete' })).toEqual([]);
  expect(rules({})).toEqual([]);
  const self = { ...talweg, name: 'Cadran Infogérance', siren: '111111118' };
  expect(rules({ 'SUB-01': 'aucun' }, [self, { ...talweg, name: 'NIVEOLE' }])).toEqual([]);
});
