import type { IncidentFacts, IncidentFile } from '../incidents/incident.js';
import { announcedOnce, certificateObligations, type DatedCertificate } from './certificate-obligations.js';
import { pieceObligations } from './assessment-obligations.js';
import { obligationReason, obligationTitle } from './describe.js';
import { drillObligations } from './drill-obligations.js';
import { findingObligations, type DatedFinding } from './finding-obligations.js';
import { incidentObligations } from './incident-obligations.js';
import { obligationKinds } from './kinds.js';
import { noticeObligations } from './notice-obligations.js';
import type { Obligation } from './obligation.js';
import { placeOf } from './places.js';
import { reassessmentTriggers, type ReassessmentTrigger } from './reassessment-triggers.js';
import { dueReminder } from './reminders.js';
import { warningObligations, type DatedWarning } from './warning-obligations.js';

const said = (all: readonly Obligation[]) =>
  all.map(({ key, dueOn, settledOn, lapsedOn }) => `${key} ${dueOn} ${settledOn ?? '-'} ${lapsedOn ?? '-'}`);
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('a slot of the plan is done by the first drop from its day on, before the next slot', () => {
  const plan = [
    { on: '2027-02-21', at: '10:30' },
    { on: '2026-12-08', at: '23:40' },
    { on: '2026-12-08', at: '23:40' },
  ];
  expect(said(drillObligations(plan, []))).toEqual([
    'drill/2026-12-08T23:40 2026-12-08 - -',
    'drill/2027-02-21T10:30 2027-02-21 - -',
  ]);
  expect(said(drillObligations(plan, ['2026-12-09', '2026-12-07']))).toEqual([
    'drill/2026-12-08T23:40 2026-12-08 2026-12-09 -',
    'drill/2027-02-21T10:30 2027-02-21 - -',
  ]);
  expect(drillObligations(plan, ['2027-02-21']).map(({ settledOn }) => settledOn)).toEqual([
    null,
    '2027-02-21',
  ]);
});

test('the cure period ends as the notice counts it, with its day off and its first safe day', () => {
  const notice = { noticeId: 'n', cureDays: 30, judgedOn: null, withdrawnOn: null };
  const [fixture, sunday] = noticeObligations([
    { ...notice, receivedOn: '2018-04-18' },
    { ...notice, receivedOn: '2026-11-06' },
  ]);
  expect(fixture).toMatchObject({ dueOn: '2018-05-18', facts: { firstSafeOn: '2018-05-19' } });
  expect(sunday).toMatchObject({
    dueOn: '2026-12-06',
    facts: { cureCaution: 'weekend', firstSafeOn: '2026-12-08' },
  });
  expect(plain(obligationReason({ kind: 'notice-cure', facts: sunday?.facts ?? {} }, 'fr'))).toBe(
    'Lettre reçue le 6 nov. 2026, délai de 30 jours. Le dernier jour est un samedi ou un dimanche : le délai pourrait courir jusqu’au jour ouvré qui suit. Premier jour sûr pour agir : 8 déc. 2026.',
  );
  expect(
    said(
      noticeObligations([
        { ...notice, receivedOn: '2026-10-01', judgedOn: '2026-10-20' },
        { ...notice, receivedOn: '2026-10-01', withdrawnOn: '2026-10-21' },
      ]),
    ),
  ).toEqual(['notice-cure/n 2026-10-31 2026-10-20 -', 'notice-cure/n 2026-10-31 - 2026-10-21']);
});

const certificate: DatedCertificate = {
  id: 'a',
  kind: 'hds',
  holderId: 'host',
  holder: 'Hostélia',
  activities: ['1_sites', '2_materiel'],
  validUntil: '2027-03-31',
  lostOn: null,
  recordedOn: '2026-01-10',
};

test.each<readonly [string, Partial<DatedCertificate> | null, Partial<DatedCertificate>, string]>([
  ['alone', null, {}, '- -'],
  ['replaced', { validUntil: '2030-03-31', recordedOn: '2026-11-02' }, {}, '2026-11-02 -'],
  [
    'replaced for more',
    { validUntil: '2030-03-31', activities: ['1_sites', '2_materiel', '3_virtuel'] },
    {},
    '2026-01-10 -',
  ],
  ['replaced for less', { validUntil: '2030-03-31', activities: ['1_sites'] }, {}, '- -'],
  ['another kind', { validUntil: '2030-03-31', kind: 'iso27001' }, {}, '- -'],
  ['another holder', { validUntil: '2030-03-31', holderId: 'other' }, {}, '- -'],
  ['the other was lost', { validUntil: '2030-03-31', lostOn: '2026-10-01' }, {}, '- -'],
  ['the other ends before', { validUntil: '2027-01-31' }, {}, '- -'],
  ['lost', null, { lostOn: '2026-10-01' }, '- 2026-10-01'],
])('a certificate: %s', (_, other, own, expected) => {
  const all = [
    { ...certificate, ...own },
    ...(other === null ? [] : [{ ...certificate, id: 'b', ...other }]),
  ];
  expect(said(certificateObligations(all))[0]).toBe(`certificate-expiry/a 2027-03-31 ${expected}`);
});

test('a piece that shows a certificate of the graph is not announced again', () => {
  const piece = {
    id: 'p',
    name: 'hds.pdf',
    kind: 'certificat_hds',
    expiresOn: '2027-03-31',
    assessmentId: 'x',
  };
  const pieces = pieceObligations([piece, { ...piece, id: 'q', expiresOn: '2027-04-30' }]);
  const certificates = certificateObligations([certificate]);
  const keys = (obligations: readonly Obligation[]) =>
    announcedOnce({ obligations, againOn: null }).obligations.map(({ key }) => key);
  expect(keys([...pieces, ...certificates])).toEqual(['piece-expiry/q', 'certificate-expiry/a']);
  expect(keys(pieces)).toEqual(['piece-expiry/p', 'piece-expiry/q']);
});

const finding: DatedFinding = {
  id: 'f',
  questionId: 'BKP-04',
  status: 'agreed',
  plan: { dueOn: '2027-01-15', ownerSide: 'supplier' },
  acceptedUntil: null,
  standsSince: '2026-11-20',
};

test.each<readonly [string, Partial<DatedFinding>, string[]]>([
  ['agreed', {}, ['remediation/f 2027-01-15 - -']],
  ['another plan is proposed', { status: 'proposed' }, ['remediation/f 2027-01-15 - -']],
  ['proof is there', { status: 'delivered' }, ['remediation/f 2027-01-15 2026-11-20 -']],
  ['verified', { status: 'verified' }, ['remediation/f 2027-01-15 2026-11-20 -']],
  ['closed otherwise', { status: 'closed' }, ['remediation/f 2027-01-15 - 2026-11-20']],
  ['no plan', { status: 'open', plan: null }, []],
  [
    'accepted with a plan',
    { status: 'accepted', acceptedUntil: '2027-05-31' },
    ['remediation/f 2027-01-15 - 2026-11-20', 'acceptance-end/f 2027-05-31 - -'],
  ],
])('a finding: %s', (_, more, expected) => {
  expect(said(findingObligations([{ ...finding, ...more }]))).toEqual(expected);
});

const facts: IncidentFacts = {
  title: 'Partage chiffré',
  nature: 'malware',
  text: '',
  occurredAt: null,
  detectedAt: { on: '2026-11-10', at: '22:15' },
  ticketedAt: null,
  ticket: '',
  toldAt: { on: '2026-11-11', at: '09:00' },
  resolvedAt: null,
  personalData: true,
};
const file: IncidentFile = {
  regimes: ['nis2', 'dora'],
  duty: { kind: 'firm', hours: 24, source: 'art. 9' },
  awareAt: null,
  majorAt: null,
  notices: [{ key: 'nis2-notification', at: { on: '2026-11-12', at: '10:00' }, reference: '' }],
  note: '',
};

test('an incident has the deadlines that its rules give and that have an hour', () => {
  const all = incidentObligations([{ id: 'i', facts, file }], Date.parse('2026-11-12T11:00:00Z'));
  expect(said(all)).toEqual([
    'incident-deadline/i/contract 2026-11-11 2026-11-11 -',
    'incident-deadline/i/gdpr-authority 2026-11-14 - -',
    'incident-deadline/i/nis2-early-warning 2026-11-12 - -',
    'incident-deadline/i/nis2-notification 2026-11-14 2026-11-12 -',
    'incident-deadline/i/nis2-final-report 2026-12-12 - -',
  ]);
  const authority = all[1] ?? { kind: 'incident-deadline', facts: {} };
  expect(plain(obligationTitle(authority, 'fr'))).toBe(
    'Délai d’un incident : violation de données à notifier (RGPD, art. 33)',
  );
  expect(plain(obligationReason(authority, 'fr'))).toBe('Au plus tard à 09 h 00, heure de Paris.');
});

test('where no hour is known the whole of the last day is in time', () => {
  const told = { ...facts, toldAt: { on: '2026-11-11', at: null } };
  const [, authority] = incidentObligations([{ id: 'i', facts: told, file }], 0);
  expect(authority).toMatchObject({ dueOn: '2026-11-14' });
  expect(authority?.facts).not.toHaveProperty('at');
});

const warning: DatedWarning = {
  id: 'w',
  subject: 'Pare-feu',
  decideBy: '2026-12-19',
  decision: null,
  decidedOn: null,
  supersededOn: null,
};

test.each<readonly [string, Partial<DatedWarning>, string]>([
  ['silence', {}, '- -'],
  ['taken note of', { decision: 'acknowledged', decidedOn: '2026-11-20' }, '- -'],
  ['refused', { decision: 'refused', decidedOn: '2026-11-20' }, '2026-11-20 -'],
  ['a quote is asked', { decision: 'quote-asked', decidedOn: '2026-11-20' }, '2026-11-20 -'],
  ['corrected', { supersededOn: '2026-11-21' }, '- 2026-11-21'],
])('a warning: %s', (_, more, expected) => {
  expect(said(warningObligations([{ ...warning, ...more }]))).toEqual([
    `warning-answer/w 2026-12-19 ${expected}`,
  ]);
});

test('what writes letters of its own is not reminded of a second time', () => {
  expect(dueReminder('remediation', '2026-12-01', '2026-12-01')).toBe(null);
  expect(dueReminder('warning-answer', '2026-12-01', '2026-12-01')).toBe(null);
  expect(dueReminder('notice-cure', '2026-12-01', '2026-11-30')).toBe(1);
  expect(dueReminder('certificate-expiry', '2026-12-01', '2026-11-02')).toBe(30);
});

test('every kind leads to the page that it comes from', () => {
  const facts = { warningId: 'w', findingId: 'f', noticeId: 'n', assessmentId: 'a' };
  const path = (kind: Obligation['kind']) => placeOf({ kind, facts, engagementId: 'e' }).path;
  expect(Object.fromEntries(obligationKinds.map((kind) => [kind, path(kind)]))).toMatchObject({
    notice: '/engagements/e/contract',
    'assessment-due': '/assessments/a',
    'certificate-expiry': '/engagements/e/certification',
    'announced-change': '/assessments/a',
    drill: '/engagements/e/drills',
    'notice-cure': '/engagements/e/notices/n',
    'incident-deadline': '/engagements/e/incidents',
    'warning-answer': '/warnings/w',
    remediation: '/findings/f',
    reassessment: '/engagements/e',
  });
});

test('a reassessment leads to what happened', () => {
  const path = (trigger: ReassessmentTrigger) =>
    placeOf({ kind: 'reassessment', facts: { trigger, assessmentId: 'a' }, engagementId: 'e' }).path;
  expect(reassessmentTriggers.map(path)).toEqual([
    '/engagements/e/certification',
    '/engagements/e/certification',
    '/engagements/e/checks',
    '/engagements/e/certification',
    '/engagements/e/drills',
    '/engagements/e/patch-reports',
    '/engagements/e/contract',
    '/assessments/a',
    '/engagements/e/incidents',
  ]);
});
