import { coverageOf } from '../certifications/coverage.js';
import type { NamedPiece } from '../ageing/replay.js';
import { contradictionCodes } from '../certifications/contradictions.js';
import { aChain, aContract, aPerformance } from '../testing/certification-chain.js';
import { factsOf } from '../testing/contradiction-facts.js';
import type { ContradictionFacts, DrillFact, WarningFact } from './facts.js';
import { findContradictions } from './find-contradictions.js';
import { graphRules } from './graph-rules.js';

type Values = Parameters<typeof factsOf>[0];

const rulesOf = (values: Values, more: Partial<ContradictionFacts> = {}) =>
  findContradictions(factsOf(values, more)).map(({ rule }) => rule);
const piece = (more: Partial<NamedPiece>): NamedPiece => ({
  id: 'p',
  name: 'piece.pdf',
  verdict: 'unexamined',
  ...more,
});
const beside = (id: string, ...pieces: NamedPiece[]) => ({ pieces: { [id]: pieces } });

describe('pieces', () => {
  const expired = piece({ expiresOn: '2026-11-01' });

  test('one that had expired when it was submitted', () => {
    const yes = { 'HDS-02': 'oui' };
    expect(rulesOf(yes, beside('HDS-02', expired))).toEqual(['piece-expired']);
    expect(rulesOf(yes, beside('HDS-02', piece({ expiresOn: '2026-11-20' })))).toEqual([]);
    expect(rulesOf(yes, beside('HDS-02', expired, piece({ expiresOn: '2027-01-01' })))).toEqual([]);
    expect(rulesOf(yes, beside('HDS-02', expired, piece({ datedOn: '2026-01-01' })))).toEqual([]);
    expect(rulesOf(yes, beside('HDS-02', piece({ ...expired, verdict: 'rejected' })))).toEqual([]);
    expect(rulesOf({ 'HDS-02': 'non' }, beside('HDS-02', expired))).toEqual([]);
    expect(rulesOf({}, beside('HDS-02', expired))).toEqual([]);
    expect(rulesOf(yes)).toEqual([]);
  });

  test('one that is older than the test it should show', () => {
    const tested = { 'BKP-07': '2026-06-15', 'BKP-02': 24 };
    expect(rulesOf(tested, beside('BKP-07', piece({ datedOn: '2026-06-14' })))).toEqual([
      'piece-before-event',
    ]);
    expect(rulesOf(tested, beside('BKP-07', piece({ datedOn: '2026-06-15' })))).toEqual([]);
    expect(
      rulesOf(tested, beside('BKP-07', piece({ datedOn: '2026-01-01' }), piece({ datedOn: '2026-07-01' }))),
    ).toEqual([]);
    expect(rulesOf(tested, beside('BKP-07', piece({})))).toEqual([]);
    expect(
      rulesOf({ ...tested, 'BKP-07': 'none' }, beside('BKP-07', piece({ datedOn: '2026-01-01' }))),
    ).toEqual([]);
  });

  test('one that is older than the twelve months of the answer', () => {
    const tested = { 'REV-05': 'testee' };
    expect(rulesOf(tested, beside('REV-05', piece({ datedOn: '2025-11-19' })))).toEqual([
      'piece-older-than-said',
    ]);
    expect(rulesOf(tested, beside('REV-05', piece({ datedOn: '2025-11-20' })))).toEqual([]);
    expect(rulesOf({ 'REV-05': 'possible' }, beside('REV-05', piece({ datedOn: '2020-01-01' })))).toEqual([]);
    expect(rulesOf(tested, beside('REV-05', piece({})))).toEqual([]);
    const insured = beside('CTR-17', piece({ datedOn: '2025-01-01', expiresOn: '2026-12-31' }));
    expect(rulesOf({ 'CTR-17': 'montants' }, insured)).toEqual([]);
  });
});

describe('the last drill', () => {
  const drill: DrillFact = {
    ...{ id: 'drill', name: 'Exercice de printemps', on: '2026-05-04' },
    measures: [
      { questionId: 'EIC-03', value: 30 },
      { questionId: 'EIC-04', value: 'none' },
      { questionId: 'EIC-06', value: 50 },
      { questionId: 'EIC-07', value: '2026-05-04' },
    ],
  };

  test.each<[string, Values, Values]>([
    ['drill-detection-slower', { 'EIC-03': 2 }, { 'EIC-03': 30 }],
    ['drill-notice-longer', { 'EIC-04': 4 }, { 'EIC-04': 'none' }],
    ['drill-handled-less', { 'EIC-06': 100 }, { 'EIC-06': 50 }],
  ])('%s', (rule, claims, agrees) => {
    expect(rulesOf(claims, { drill })).toEqual([rule]);
    expect(rulesOf(agrees, { drill })).toEqual([]);
    expect(rulesOf(claims)).toEqual([]);
    expect(rulesOf({}, { drill })).toEqual([]);
  });

  test('a later one may have taken place elsewhere: the date contradicts nothing', () => {
    expect(rulesOf({ 'EIC-07': '2026-10-01' }, { drill })).toEqual([]);
    expect(rulesOf({ 'EIC-07': '2025-01-01' }, { drill })).toEqual([]);
  });
});

describe('the register of warnings', () => {
  const warning: WarningFact = {
    ...{
      id: 'w',
      side: 'supplier',
      subject: 'Copie hors ligne',
      exclusion: 'La copie hors ligne',
      on: '2026-03-01',
    },
    questions: ['BKP-04'],
  };

  test('what the supplier excluded is not in order', () => {
    const warnings = [warning];
    expect(rulesOf({ 'BKP-04': 'hors_ligne' }, { warnings })).toEqual(['warned-out-of-scope']);
    expect(rulesOf({ 'BKP-04': 'hors_perimetre_averti' }, { warnings })).toEqual([]);
    expect(rulesOf({ 'BKP-04': 'hors_ligne' }, { warnings: [{ ...warning, exclusion: ' ' }] })).toEqual([]);
    expect(rulesOf({}, { warnings })).toEqual([]);
    expect(rulesOf({ 'BKP-04': 'hors_ligne' })).toEqual([]);
  });

  test('a warning that the supplier signed is one in writing', () => {
    expect(rulesOf({ 'ADV-02': 'non' }, { warnings: [warning] })).toEqual(['warning-denied']);
    expect(rulesOf({ 'ADV-02': 'registre' }, { warnings: [warning] })).toEqual([]);
    expect(rulesOf({ 'ADV-02': 'non' }, { warnings: [{ ...warning, side: 'buyer' }] })).toEqual([]);
    expect(rulesOf({ 'ADV-02': 'non' })).toEqual([]);
  });
});

describe('the certification graph', () => {
  const chain = aChain(
    [aContract('buyer', 'host'), aContract('host', 'talweg')],
    [aPerformance('1_sites', 'talweg')],
  );
  const asOf = '2026-11-28';
  const graph = { chain, certificates: [], coverage: coverageOf(chain, [], asOf), parallels: [], asOf };
  const stated = { graph, graphOn: '2026-09-01' };

  test('it has a rule for each of its contradictions', () => {
    expect(graphRules.map(({ key }) => key).toSorted()).toEqual(
      contradictionCodes.map((code) => `graph-${code}`).toSorted(),
    );
  });

  test('whom the list omits, by name', () => {
    const [found, ...others] = findContradictions(factsOf({ 'SUB-01': 'complete', 'SUB-02': [] }, stated));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      rule: 'graph-subcontractor-missing',
      said: { text: { en: 'list without a name' } },
      found: { source: 'graph', text: { en: 'not in the list: talweg' }, on: '2026-09-01' },
    });
    expect(
      rulesOf({ 'SUB-01': 'complete', 'SUB-02': [{ name: 'Talweg', hds_activities: ['1'] }] }, stated),
    ).toEqual([]);
    expect(rulesOf({ 'SUB-01': 'complete', 'SUB-02': [] })).toEqual([]);
    expect(rulesOf({}, stated)).toEqual([]);
  });

  test('an activity that is said not to be performed', () => {
    const row = { activity: '1_sites', coverage: 'not_performed' };
    const [found] = findContradictions(factsOf({ 'HDS-01': [row] }, stated));
    expect(found).toMatchObject({
      rule: 'graph-performed-though-denied',
      said: { text: { fr: 'Sites physiques\u00a0: non exercée' } },
      found: { text: { fr: 'Sites physiques\u00a0: exercée par talweg' } },
    });
  });

  test('what several activities have in common is told once', () => {
    const both = aChain([], [aPerformance('1_sites', 'talweg'), aPerformance('2_materiel', 'talweg')]);
    const wide = { ...graph, chain: both, coverage: coverageOf(both, [], asOf) };
    const rows = ['1_sites', '2_materiel'].map((activity) => ({ activity, coverage: 'not_performed' }));
    const found = findContradictions(factsOf({ 'HDS-01': rows }, { ...stated, graph: wide }));
    expect(found.map(({ said }) => said.text.fr)).toEqual([
      'Sites physiques, Infrastructure matérielle\u00a0: non exercée',
    ]);
  });
});
