import { dutyFinding, dutyOf, dutyQuestion } from './contract-duty.js';
import { decideFacts, decideFile } from './decide-incident.js';
import type { IncidentFacts, IncidentFile } from './incident.js';

const now = Date.parse('2026-11-28T08:00:00.000Z');
const facts: IncidentFacts = {
  title: ' Panne ',
  nature: 'unavailable',
  text: 'Coupure',
  occurredAt: { on: '2026-11-10', at: '08:00' },
  detectedAt: null,
  ticketedAt: null,
  ticket: '',
  toldAt: null,
  resolvedAt: null,
  personalData: false,
};
const file: IncidentFile = {
  regimes: [],
  duty: { kind: 'unread', hours: null, source: '' },
  awareAt: null,
  majorAt: null,
  notices: [],
  note: '',
};
const refused = (decision: { accepted: boolean; refusal?: { errors?: readonly object[] } }) =>
  decision.accepted ? [] : decision.refusal?.errors;

test('facts are kept without white space around', () => {
  expect(decideFacts(facts, now)).toMatchObject({ accepted: true, value: { title: 'Panne' } });
});

test.each<[string, Partial<IncidentFacts>, string, string]>([
  ['without a name', { title: '' }, '/title', 'required'],
  ['without a moment', { occurredAt: null }, '/occurredAt/on', 'required'],
  ['in the future', { occurredAt: { on: '2026-12-01', at: null } }, '/occurredAt/on', 'date-in-future'],
  [
    'detected before it occurred',
    { detectedAt: { on: '2026-11-10', at: '07:59' } },
    '/detectedAt/on',
    'too-early',
  ],
  ['told before it occurred', { toldAt: { on: '2026-11-09', at: null } }, '/toldAt/on', 'too-early'],
])('facts %s are refused at their place', (_name, change, pointer, code) => {
  expect(refused(decideFacts({ ...facts, ...change }, now))).toMatchObject([{ pointer, code }]);
});

test.each<[string, Partial<IncidentFile>, string, string]>([
  ['a duty without its place', { duty: { kind: 'firm', hours: 4, source: '' } }, '/duty/source', 'required'],
  ['a duty of years', { duty: { kind: 'firm', hours: 9000, source: 'a' } }, '/duty/hours', 'out-of-range'],
  [
    'notified tomorrow',
    { notices: [{ key: 'dora-initial', at: { on: '2026-11-29', at: null }, reference: '' }] },
    '/notices/0/at/on',
    'date-in-future',
  ],
  [
    'notified twice',
    {
      notices: [1, 2].map(() => ({ key: 'dora-initial', at: { on: '2026-11-10', at: null }, reference: '' })),
    },
    '/notices/1/key',
    'duplicate',
  ],
])('a file with %s is refused at its place', (_name, change, pointer, code) => {
  expect(refused(decideFile({ ...file, ...change }, now))).toMatchObject([{ pointer, code }]);
});

test('where nothing is written, no figure and no place are kept', () => {
  expect(decideFile({ ...file, duty: { kind: 'none', hours: 4, source: 'art. 9' } }, now)).toMatchObject({
    accepted: true,
    value: { duty: { kind: 'none', hours: null, source: '' } },
  });
});

describe('the duty that the contract holds', () => {
  const firm = { kind: 'firm', hours: 24, scope: 'personal-data' } as const;
  test.each([
    ['unread', null, null, 'unread', ''],
    ['terms without a word', { title: 'C', notification: null }, null, 'unread', ''],
    ['for personal data, of an incident without', { title: 'C', notification: firm }, 'art. 9', 'none', ''],
    [
      'for every detection',
      { title: 'C', notification: { ...firm, scope: 'every-detection' } },
      'art. 9',
      'firm',
      'C, art. 9',
    ],
    [
      'nothing found',
      { title: 'C', notification: { kind: 'none', hours: null, scope: null } },
      null,
      'none',
      '',
    ],
  ] as const)('%s', (_name, terms, article, kind, source) => {
    expect(dutyOf(terms, article, { personalData: false })).toMatchObject({ kind, source });
  });

  test('is asked for by a question of the bank, and missing is a finding with a wording', () => {
    expect(dutyQuestion({ personalData: true })).toBe('RGP-02');
    expect(dutyQuestion({ personalData: false })).toBe('EIC-04');
    expect(
      dutyFinding({ id: 'EIC-04', severity: 'critical', ref: ['S2-NOTIF'] }, 'Panne', 'Modèle'),
    ).toMatchObject({
      questionId: 'EIC-04',
      severity: 'critical',
      fix: { fr: expect.stringContaining('Modèle') as string },
    });
  });
});
