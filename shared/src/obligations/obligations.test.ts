import { emptyTerms, type ContractTerms } from '../contracts/terms.js';
import { assessmentObligations, pieceObligations } from './assessment-obligations.js';
import { obligationReason, obligationTitle } from './describe.js';
import { effectiveInWords } from './due-words.js';
import { obligationKinds, type ObligationKind } from './kinds.js';
import { decideMark, settle, stateOf, type Mark, type NewMark } from './marks.js';
import { obligation, overdueFrom } from './obligation.js';
import { findRegulation, regulationObligations, regulationQuestion, regulations } from './regulations.js';
import { dueReminder, wantsReminders } from './reminders.js';

const terms = (more: Partial<ContractTerms>): ContractTerms => ({ ...emptyTerms('Contrat'), ...more });
const watched = (more: Partial<ContractTerms>, clause: 'present' | 'weak' | null = null, healthData = true) =>
  regulationObligations({ terms: terms(more), healthData, clause }, '2026-11-22').map(
    ({ key, lapsedOn }) => `${key.slice('regulation/'.length)}${lapsedOn === null ? '' : ' lapsed'}`,
  );

test.each<readonly [string, string[], string[]]>([
  ['signed before 2018', watched({ signedOn: '2017-06-01' }), regulations.map(({ id }) => id)],
  ['the day it took effect', watched({ signedOn: '2024-11-16' }), ['hds-v2-certificates', 'decree-2026-209']],
  [
    'the day before',
    watched({ signedOn: '2024-11-15' }),
    ['hds-v2-audits', 'hds-v2-certificates', 'decree-2026-209'],
  ],
  ['after all of them', watched({ signedOn: '2026-10-01' }), []],
  ['the clause is there', watched({ signedOn: '2017-06-01' }, 'present'), []],
  ['a weak clause counts as none', watched({ signedOn: '2026-06-01' }, 'weak'), ['decree-2026-209']],
  ['no health data', watched({ signedOn: '2017-06-01' }, null, false), []],
  ['ended before', watched({ signedOn: '2017-06-01', endsOn: '2018-03-31' }), []],
  [
    'ended between',
    watched({ signedOn: '2024-01-01', endsOn: '2026-06-30' }),
    ['hds-v2-audits lapsed', 'hds-v2-certificates lapsed'],
  ],
  ['begun but not dated', watched({ startsOn: '2026-06-01' }), ['decree-2026-209']],
])('contracts that a regulation found: %s', (_, found, expected) => {
  expect(found).toEqual(expected);
});

test('a regulation is as precise as its source', () => {
  expect(
    regulations.map(({ effectiveOn, precision }) => effectiveInWords(effectiveOn, precision).fr),
  ).toEqual(['le 1er avr. 2018', 'le 16 nov. 2024', 'le 16 mai 2026', 'en septembre 2026']);
  expect(overdueFrom('2026-09-01', 'month')).toBe('2026-10-01');
  expect(overdueFrom('2026-09-01', 'day')).toBe('2026-09-02');
  const decree = findRegulation('decree-2026-209');
  expect(decree && regulationQuestion(decree, effectiveInWords('2026-09-01', 'month')).fr).toContain(
    'Que devez-vous changer, et avant quelle date\u202f?',
  );
});

test('an assessment is due for as long as an answer is owed, a piece until it expires', () => {
  const one = { id: 'a', dueOn: '2026-12-18', title: 'Hébergement' };
  expect(
    assessmentObligations([
      { ...one, status: 'returned' },
      { ...one, status: 'submitted' },
    ]),
  ).toHaveLength(1);
  const piece = {
    id: 'p',
    name: 'iso.pdf',
    kind: 'certificat_iso27001',
    expiresOn: '2026-12-31',
    assessmentId: 'a',
  };
  expect(pieceObligations([piece])[0]).toMatchObject({ key: 'piece-expiry/p', dueOn: '2026-12-31' });
});

const due = obligation({ key: 'go-no-go/0', kind: 'go-no-go', dueOn: '2026-12-01', facts: {} });
const mark = (act: Mark['act'], on: string | null, dueOn = due.dueOn): Mark => ({ act, on, dueOn });

test.each<readonly [string, Mark | null, string, string, string]>([
  ['nothing said', null, '2026-12-01', '2026-12-01', 'due'],
  ['nothing said, the day after', null, '2026-12-02', '2026-12-01', 'overdue'],
  ['done', mark('done', '2026-11-20'), '2026-12-05', '2026-12-01', 'done'],
  ['put off', mark('postponed', '2026-12-10'), '2026-12-10', '2026-12-10', 'due'],
  ['put off, and that is over', mark('postponed', '2026-12-10'), '2026-12-11', '2026-12-10', 'overdue'],
  ['reopened', mark('reopened', null), '2026-12-02', '2026-12-01', 'overdue'],
  ['done for another day', mark('done', '2026-11-20', '2026-11-30'), '2026-12-01', '2026-12-01', 'due'],
])('it stands as it was said last: %s', (_, last, today, effectiveOn, state) => {
  const settled = settle(due, last);
  expect([settled.effectiveOn, stateOf(settled, today)]).toEqual([effectiveOn, state]);
});

test('what has lapsed is neither late nor done; what was done stays done', () => {
  const lapsed = { ...due, lapsedOn: '2027-01-01' };
  expect(stateOf(settle(lapsed, null), '2027-02-01')).toBe('lapsed');
  expect(stateOf(settle(lapsed, mark('done', '2026-11-20')), '2027-02-01')).toBe('done');
  expect(stateOf(settle({ ...due, settledOn: '2026-11-01' }, null), '2027-02-01')).toBe('done');
});

const now = { at: '2026-11-22T09:00:00.000Z' };
const open = {
  kind: 'go-no-go' as ObligationKind,
  dueOn: '2026-12-01',
  effectiveOn: '2026-12-01',
  state: 'due' as const,
  last: mark('done', '2026-11-20'),
};

test.each<readonly [string, Partial<Parameters<typeof decideMark>[0]>, NewMark, object]>([
  [
    'done today',
    {},
    { act: 'done', on: '2026-11-22', note: ' PV du test ' },
    { accepted: true, value: { note: 'PV du test' } },
  ],
  [
    'done tomorrow',
    {},
    { act: 'done', on: '2026-11-23', note: 'x' },
    { refusal: { errors: [{ pointer: '/on', code: 'date-in-future' }] } },
  ],
  [
    'done without proof',
    {},
    { act: 'done', on: '2026-11-22', note: ' ' },
    { refusal: { errors: [{ pointer: '/note', code: 'required' }] } },
  ],
  [
    'done without a day',
    {},
    { act: 'done', on: null, note: 'x' },
    { refusal: { errors: [{ pointer: '/on', code: 'required' }] } },
  ],
  [
    'done twice',
    { state: 'done' },
    { act: 'done', on: '2026-11-22', note: 'x' },
    { refusal: { code: 'obligation-closed' } },
  ],
  ['put off', {}, { act: 'postponed', on: '2026-12-02', note: 'x' }, { accepted: true }],
  [
    'put off to the same day',
    {},
    { act: 'postponed', on: '2026-12-01', note: 'x' },
    { refusal: { errors: [{ pointer: '/on', code: 'not-later' }] } },
  ],
  [
    'put off to a past day',
    {},
    { act: 'postponed', on: '2026-11-22', note: 'x' },
    { refusal: { errors: [{ pointer: '/on', code: 'date-in-past' }] } },
  ],
  [
    'put off once lapsed',
    { state: 'lapsed' },
    { act: 'postponed', on: '2027-12-01', note: 'x' },
    { refusal: { code: 'obligation-closed' } },
  ],
  ['reopened', { state: 'done' }, { act: 'reopened', on: null, note: 'x' }, { accepted: true }],
  [
    'reopened after it was put off',
    { effectiveOn: '2026-12-05' },
    { act: 'reopened', on: null, note: 'x' },
    { accepted: true },
  ],
  [
    'reopened though its source says that it is done',
    { state: 'done', last: null },
    { act: 'reopened', on: null, note: 'x' },
    { refusal: { code: 'obligation-elsewhere' } },
  ],
  [
    'put off though the law gives the day',
    { kind: 'incident-deadline' },
    { act: 'postponed', on: '2026-12-02', note: 'x' },
    { refusal: { code: 'obligation-elsewhere' } },
  ],
  [
    'reopened though open',
    {},
    { act: 'reopened', on: null, note: 'x' },
    { refusal: { code: 'obligation-open' } },
  ],
  [
    'reopened on a day',
    { state: 'done' },
    { act: 'reopened', on: '2026-12-01', note: 'x' },
    { refusal: { errors: [{ pointer: '/on', code: 'unknown-field' }] } },
  ],
])('a mark: %s', (_, standing, input, expected) => {
  expect(decideMark({ ...open, ...standing }, input, now)).toMatchObject(expected);
});

test.each([
  ['go-no-go', 31, null],
  ['go-no-go', 30, 30],
  ['go-no-go', 8, 30],
  ['go-no-go', 7, 7],
  ['go-no-go', 1, 7],
  ['go-no-go', 0, 0],
  ['go-no-go', -7, 0],
  ['go-no-go', -8, null],
  ['piece-expiry', 180, 180],
  ['piece-expiry', 91, 180],
  ['piece-expiry', 90, 90],
  ['assessment-due', 30, null],
  ['assessment-due', 7, 7],
] as const)('%s with %s days left: the reminder of %s days', (kind, left, step) => {
  const today = '2026-11-22';
  const day = new Date(Date.UTC(2026, 10, 22 + left)).toISOString().slice(0, 10);
  expect(dueReminder(kind, day, today)).toBe(step);
});

test('whoever acts is reminded unless they say no', () => {
  expect(wantsReminders(['buyer'], null)).toBe(true);
  expect(wantsReminders(['auditor', 'risk-manager'], null)).toBe(true);
  expect(wantsReminders(['admin'], null)).toBe(false);
  expect(wantsReminders(['admin'], true)).toBe(true);
  expect(wantsReminders(['buyer'], false)).toBe(false);
});

test('every kind has its words in both languages, and the reason says what the day was counted from', () => {
  for (const kind of obligationKinds) {
    for (const language of ['fr', 'en'] as const) {
      expect(obligationTitle({ kind, facts: {} }, language)).not.toBe('');
      expect(obligationReason({ kind, facts: {} }, language)).toBe('');
    }
  }
  const facts = {
    endsOn: '2027-12-31',
    noticeBy: '2027-09-30',
    countedFrom: 'notice',
    renewal: 'tacit',
  } as const;
  expect(obligationReason({ kind: 'go-no-go', facts }, 'fr')).toBe(
    'La période se termine le 31 déc. 2027, et le contrat se reconduit s’il n’est pas dénoncé. Le préavis se donne au plus tard le 30 sept. 2027.',
  );
  expect(obligationReason({ kind: 'term', facts: { endsOn: '2027-12-31' } }, 'en')).toBe(
    'The period ends on 31 Dec 2027.',
  );
  expect(
    obligationReason(
      {
        kind: 'regulation',
        facts: { regulation: 'hds-v2-audits', clause: 'absent', signedOn: '2023-05-02' },
      },
      'fr',
    ),
  ).toBe(
    'Le contrat a été signé avant, le 2 mai 2023, et la clause sur les changements de réglementation y est absente. Certaines sources écrivent le 17 novembre.',
  );
  expect(obligationTitle({ kind: 'piece-expiry', facts: { pieceName: 'iso.pdf' } }, 'en')).toBe(
    'Piece that expires: iso.pdf',
  );
});
