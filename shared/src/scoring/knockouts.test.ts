import type { EngagementContext } from '../questionnaires/document.js';
import { bank } from '../testing/bank.js';
import { aDocument, aSingle } from '../testing/mini-document.js';
import type { Answer, Answers } from './answer.js';
import { scoreAssessment, type ScoreInput } from './score-assessment.js';

const proven = (v: string): Answer => ({ v, ev: ['E4'] });

const document = aDocument({ A: [aSingle('Q', { scope: { not: { ctx: { mssp: true } } } }), aSingle('R')] }, [
  { id: 'RISK', floor: 50, when: { q: 'Q', riskGte: 0.5 } },
  { id: 'PROOF', floor: 35, when: { q: 'Q', phiLt: 0.7 } },
  { id: 'BOTH', floor: 70, when: { all: [{ q: 'Q', riskGte: 0.5 }, { any: [{ q: 'R', riskGte: 1 }] }] } },
  { id: 'SCOPED', floor: 90, scope: { ctx: { mssp: true } }, when: { q: 'R', riskGte: 0 } },
  { id: 'GONE', floor: 90, when: { q: 'NOT-THERE', riskGte: 0 } },
]);
const active = (answers: Answers, more: Partial<ScoreInput> = {}) =>
  scoreAssessment(document, {
    context: {},
    answers: { R: proven('yes'), ...answers },
    ...more,
  }).knockouts.map(({ id, state }) => `${id} ${state}`);

test.each<[string, Answers, string[]]>([
  ['a risk reached by an answer is proved', { Q: proven('partly') }, ['RISK proved']],
  ['a proof too weak is not demonstrated', { Q: { v: 'yes', ev: ['E1'] } }, ['PROOF undemonstrated']],
  ['a proof just strong enough', { Q: { v: 'yes', ev: ['E2'] } }, []],
  ['missing triggers the risk, never the proof', {}, ['RISK undemonstrated']],
  ['so does a refusal', { Q: { refused: true } }, ['RISK undemonstrated']],
  ['and a pending N/A', { Q: { na: 'pending' } }, ['RISK undemonstrated']],
  ['an accepted N/A triggers nothing', { Q: { na: 'accepted' } }, []],
  ['risk 1 asks for no proof', { Q: { v: 'no' } }, ['RISK proved']],
  [
    'all holds only together, and is as well founded as its weakest part',
    { R: proven('no') },
    ['RISK undemonstrated', 'BOTH undemonstrated'],
  ],
  ['all of two answers is proved', { Q: proven('no'), R: proven('no') }, ['RISK proved', 'BOTH proved']],
])('%s', (_, answers, expected) => {
  expect(active(answers)).toEqual(expected);
});

test('a question out of scope makes its condition false, and a scope that holds lets the rule in', () => {
  expect(active({ Q: proven('no') }, { context: { mssp: true } })).toEqual(['SCOPED proved']);
});

test('facts only reads answers alone', () => {
  expect(active({}, { mode: 'facts-only' })).toEqual([]);
});

const health: EngagementContext = { health_data: true };
const certified = {
  hds_activities: ['1'],
  certificates: ['hds'],
  scope_covers: true,
  expires_in_days: 400,
};
const states = (answers: Answers) =>
  Object.fromEntries(
    scoreAssessment(bank, {
      context: health,
      answers: {
        'HDS-01': {
          v: ['1_sites', '2_materiel', '3_virtuel', '4_plateforme', '5_exploitation', '6_sauvegarde'].map(
            (activity) => ({ activity, coverage: 'not_performed' }),
          ),
          ev: ['E4'],
        },
        'HDS-02': proven('oui'),
        'SUB-01': proven('complete'),
        'SUB-02': { v: [certified], ev: ['E4'] },
        ...answers,
      },
    })
      .knockouts.filter(({ id }) => id.startsWith('KO-HDS'))
      .map(({ id, state }) => [id, state]),
  );

test.each<[string, Answers, object]>([
  ['a chain that is covered', {}, {}],
  [
    'a row without certificate is unlawful',
    { 'SUB-02': { v: [{ hds_activities: ['1'] }], ev: ['E4'] } },
    { 'KO-HDS-1': 'unlawful', 'KO-HDS-2': 'proved' },
  ],
  [
    'an expected certificate is no certificate',
    { 'SUB-02': { v: [{ ...certified, expires_in_days: -1 }] } },
    { 'KO-HDS-1': 'unlawful', 'KO-HDS-2': 'proved' },
  ],
  [
    "another host's scope goes to legal review",
    { 'SUB-02': { v: [{ hds_activities: ['1'], hds_cover: 'inside_other_host_scope' }], ev: ['E4'] } },
    { 'KO-HDS-2': 'proved' },
  ],
  ['an empty table admits nothing', { 'SUB-02': { v: [] } }, { 'KO-HDS-1': 'undemonstrated' }],
  ['a missing table admits nothing', { 'SUB-02': { na: 'pending' } }, { 'KO-HDS-1': 'undemonstrated' }],
  [
    'a refused list admits nothing about certificates',
    { 'SUB-01': proven('refus') },
    { 'KO-HDS-1': 'undemonstrated' },
  ],
  [
    'a required row that is missing admits nothing',
    { 'HDS-01': { v: [{ activity: '1_sites', coverage: 'not_performed' }], ev: ['E4'] } },
    { 'KO-HDS-1': 'undemonstrated', 'KO-HDS-2': 'undemonstrated' },
  ],
  [
    'a certificate claimed and not verified',
    { 'HDS-02': { v: 'oui', ev: ['E1'] } },
    { 'KO-HDS-2': 'undemonstrated' },
  ],
])('%s', (_, answers, expected) => {
  expect(states(answers)).toEqual(expected);
});
