import { answerRules } from './answer-rules.js';
import { findContradictions } from './find-contradictions.js';
import { factsOf } from '../testing/contradiction-facts.js';

type Values = Parameters<typeof factsOf>[0];

const rulesOf = (values: Values) => findContradictions(factsOf(values)).map(({ rule }) => rule);

const row = (more: object) => ({ activity: '1_sites', coverage: 'own_certificate', ...more });

/** By rule: answers that contradict each other, answers that do not, and one of the two alone. */
const cases: readonly (readonly [rule: string, holds: Values, agrees: Values, silent: Values])[] = [
  [
    'offline-copy-same-directory',
    { 'BKP-04': 'hors_ligne', 'BKP-05': 'non' },
    { 'BKP-04': 'hors_ligne', 'BKP-05': 'oui' },
    { 'BKP-04': 'hors_ligne' },
  ],
  [
    'backup-reach-differs',
    { 'BKP-03': 'hors_si_client', 'BKP-06': 'demande' },
    { 'BKP-03': 'hors_si_client', 'BKP-06': 'autonome' },
    { 'BKP-06': 'autonome' },
  ],
  [
    'backup-reach-differs',
    { 'BKP-03': 'tiers', 'BKP-06': 'autonome_teste' },
    { 'BKP-03': 'tiers', 'BKP-06': 'demande' },
    { 'BKP-03': 'tiers' },
  ],
  [
    'takeover-backup-inside',
    { 'FIN-07': ['backup_ext'], 'BKP-03': 'autre_site' },
    { 'FIN-07': ['standard'], 'BKP-03': 'autre_site' },
    { 'FIN-07': ['backup_ext'] },
  ],
  [
    'takeover-dns-held',
    { 'FIN-07': ['dns_client'], 'DNS-02': 'prestataire' },
    { 'FIN-07': ['dns_client'], 'DNS-02': 'client_mfa' },
    { 'FIN-07': ['dns_client'] },
  ],
  [
    'backup-mfa-none',
    { 'BKP-05': 'oui', 'PRV-03': 'mdp' },
    { 'BKP-05': 'oui', 'PRV-03': 'externes' },
    { 'PRV-03': 'mdp' },
  ],
  [
    'exercise-never-held',
    { 'EIC-03': 2, 'EIC-07': 'none' },
    { 'EIC-03': 2, 'EIC-07': '2026-05-04' },
    { 'EIC-03': 2 },
  ],
  [
    'health-data-outside',
    { 'RGP-03': 'toutes', 'HDS-05': 'hors_eee' },
    { 'RGP-03': 'encadree', 'HDS-05': 'hors_eee' },
    { 'RGP-03': 'toutes' },
  ],
  [
    'hds-version-without-certificate',
    { 'HDS-02': 'oui', 'HDS-03': 'aucune' },
    { 'HDS-02': 'oui', 'HDS-03': 'v2' },
    { 'HDS-02': 'oui' },
  ],
  [
    'written-warning-never-given',
    { 'BKP-04': 'hors_perimetre_averti', 'ADV-02': 'oral' },
    { 'BKP-04': 'hors_perimetre_averti', 'ADV-02': 'courriels' },
    { 'BKP-04': 'hors_perimetre_averti' },
  ],
  [
    'performer-not-listed',
    { 'SUB-01': 'complete', 'SUB-02': [], 'HDS-01': [row({ performer: 'Talweg' })] },
    { 'SUB-01': 'complete', 'SUB-02': [{ name: 'TALWEG' }], 'HDS-01': [row({ performer: 'Talweg' })] },
    { 'SUB-01': 'complete', 'HDS-01': [row({ performer: 'Talweg' })] },
  ],
  [
    'performer-not-listed',
    {
      'SUB-01': 'complete',
      'SUB-02': [{ name: 'Talweg', siren: '222222226' }],
      'HDS-01': [row({ performer: 'Talweg', siren: '333333334' })],
    },
    { 'SUB-01': 'complete', 'SUB-02': [], 'HDS-01': [row({ performer: 'Cadran Infogérance' })] },
    {
      'SUB-01': 'complete',
      'SUB-02': [],
      'HDS-01': [row({ performer: 'Talweg', coverage: 'not_performed' })],
    },
  ],
  [
    'own-cover-without-certificate',
    { 'SUB-02': [{ name: 'Talweg', hds_cover: 'own_certificate', certificates: ['iso27001'] }] },
    { 'SUB-02': [{ name: 'Talweg', hds_cover: 'own_certificate', certificates: ['hds'] }] },
    { 'SUB-02': [{ name: 'Talweg', hds_cover: 'own_certificate', certificates: [] }] },
  ],
  [
    'questionnaire',
    { 'BKP-01': 'prestataire', 'CTR-03': 'aucune' },
    { 'BKP-01': 'prestataire', 'CTR-03': 'moyens' },
    { 'BKP-01': 'prestataire' },
  ],
];

test.each(cases)('%s', (rule, holds, agrees, silent) => {
  expect(rulesOf(holds)).toEqual([rule]);
  expect(rulesOf(agrees)).toEqual([]);
  expect(rulesOf(silent)).toEqual([]);
});

test('every rule between two answers has its row', () => {
  expect(answerRules.map(({ key }) => key).filter((key) => !cases.some(([rule]) => rule === key))).toEqual(
    [],
  );
});

test('a refusal, a claim and an answer out of scope are no facts', () => {
  const facts = factsOf({ 'BKP-04': 'hors_ligne', 'BKP-05': 'non' });
  const refused = { ...facts, answers: { ...facts.answers, 'BKP-05': { refused: true } as const } };
  expect(findContradictions(refused)).toEqual([]);
  const outside = facts.lines.map((line) => ({ ...line, status: 'out-of-scope' as const }));
  expect(findContradictions({ ...facts, lines: outside })).toEqual([]);
});

test('both answers are told in the words of their choices', () => {
  const [found] = findContradictions(factsOf({ 'BKP-04': 'hors_ligne', 'BKP-05': 'non' }));
  expect(found).toMatchObject({
    key: 'offline-copy-same-directory/BKP-04/BKP-05',
    questionId: 'BKP-04',
    said: { source: 'answer', ref: 'BKP-04', text: { fr: 'oui, hors ligne (bande ou support débranché)' } },
    found: { source: 'answer', ref: 'BKP-05', text: { en: 'no' }, on: '2026-11-20' },
  });
});
