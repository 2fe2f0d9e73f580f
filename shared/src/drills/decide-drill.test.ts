import { decideAuthorisation, isAuthorised } from './authorisation.js';
import { limitsFromContract } from './contract-limits.js';
import { decideDrop, decideHead, decideRecord } from './decide-drill.js';
import { douaiEpisode } from './douai-episode.js';
import { testFileName, testFileSha256, type DrillDrop, type DrillTicket } from './drill.js';
import { judgeSpan } from './judge-limits.js';
import { measuredAnswers } from './measured-answers.js';
import { decidePlan, quarterOf, quartersFrom, warnOfPlan } from './plan.js';
import { decideReply, levelOfRecord } from './record.js';

const now = Date.parse('2026-11-28T08:00:00.000Z');
const asOf = new Date(now).toISOString();
const authorisation = { validFrom: '2026-01-01', validUntil: '2026-12-31', withdrawnOn: null };
const ticket: DrillTicket = {
  reference: 'INC-1',
  title: '',
  openedAt: { on: '2026-11-08', at: '03:10' },
  firstCommentAt: null,
  comment: '',
  verdict: 'unstated',
  originSearched: 'unknown',
  closedBy: '',
  escalatedAt: null,
  toldAt: null,
  channel: null,
  told: '',
};
const drop: DrillDrop = {
  place: ' Serveur de fichiers ',
  method: 'Copie',
  sha256: testFileSha256,
  token: '',
  droppedAt: { on: '2026-11-08', at: '02:55' },
  witness: '',
  tickets: [ticket],
};
const withTicket = (change: Partial<DrillTicket>): DrillDrop => ({
  ...drop,
  tickets: [{ ...ticket, ...change }],
});

const outcome = (decision: { accepted: boolean; refusal?: { code: string; errors?: readonly object[] } }) =>
  decision.accepted ? 'accepted' : [decision.refusal?.code, decision.refusal?.errors];

describe('an authorisation', () => {
  test.each([
    ['2025-12-31', null, false],
    ['2026-01-01', null, true],
    ['2026-12-31', null, true],
    ['2027-01-01', null, false],
    ['2026-06-01', '2026-06-01', true],
    ['2026-06-02', '2026-06-01', false],
  ])('on %s, taken back on %s, covers: %s', (on, withdrawnOn, expected) => {
    expect(isAuthorised({ ...authorisation, withdrawnOn }, on)).toBe(expected);
  });

  test('is refused at each place that says nothing, and when it ends before it begins', () => {
    const asked = {
      reference: ' A-1 ',
      signatory: 'Léa',
      perimeter: 'Serveurs',
      validFrom: '2026-01-01',
      validUntil: '2026-01-01',
    };
    expect(decideAuthorisation(asked)).toMatchObject({ accepted: true, value: { reference: 'A-1' } });
    expect(outcome(decideAuthorisation({ ...asked, reference: ' ', perimeter: '' }))).toMatchObject([
      'invalid-input',
      [{ pointer: '/reference' }, { pointer: '/perimeter' }],
    ]);
    expect(outcome(decideAuthorisation({ ...asked, validUntil: '2025-12-31' }))).toMatchObject([
      'invalid-input',
      [{ pointer: '/validUntil', code: 'too-late' }],
    ]);
  });
});

describe('a drop', () => {
  test('is kept as it was typed, without white space around', () => {
    expect(decideDrop(drop, authorisation, now)).toMatchObject({
      accepted: true,
      value: { place: 'Serveur de fichiers', tickets: [{ reference: 'INC-1' }] },
    });
  });

  test('outside every authorisation is refused, whatever else is right', () => {
    expect(outcome(decideDrop(drop, { ...authorisation, validUntil: '2026-11-07' }, now))).toMatchObject([
      'drill-not-authorised',
      [{ pointer: '/droppedAt/on' }],
    ]);
  });

  test.each<[string, DrillDrop, string, string]>([
    [
      'in the future',
      { ...drop, droppedAt: { on: '2026-11-29', at: null }, tickets: [] },
      '/droppedAt/on',
      'date-in-future',
    ],
    ['with another hash', { ...drop, sha256: 'abc' }, '/sha256', 'not-a-hash'],
    [
      'detected before',
      withTicket({ openedAt: { on: '2026-11-08', at: '02:54' } }),
      '/tickets/0/openedAt/on',
      'too-early',
    ],
    [
      'commented before its ticket',
      withTicket({ firstCommentAt: { on: '2026-11-07', at: null } }),
      '/tickets/0/firstCommentAt/on',
      'too-early',
    ],
    [
      'told by no channel',
      withTicket({ toldAt: { on: '2026-11-08', at: '09:00' } }),
      '/tickets/0/channel',
      'required',
    ],
  ])('%s is refused at its place', (_name, asked, pointer, code) => {
    expect(outcome(decideDrop(asked, authorisation, now))).toMatchObject([
      'invalid-input',
      [{ pointer, code }],
    ]);
  });

  test('a ticket of the same day without an hour may have followed', () => {
    expect(
      outcome(decideDrop(withTicket({ openedAt: { on: '2026-11-08', at: null } }), authorisation, now)),
    ).toBe('accepted');
  });
});

test('limits have a place where they are written, and nothing written has none', () => {
  const head = { name: 'Nuit', limits: douaiEpisode.limits, explanation: null };
  expect(decideHead({ ...head, limits: { ...head.limits, source: 'art. 9' } }, now)).toMatchObject({
    accepted: true,
    value: { limits: { source: '' } },
  });
  expect(outcome(decideHead({ ...head, limits: { ...head.limits, tellHours: 4 } }, now))).toMatchObject([
    'invalid-input',
    [{ pointer: '/limits/source', code: 'required' }],
  ]);
  expect(
    outcome(decideHead({ ...head, limits: { ...head.limits, source: 'a', tellHours: 9000 } }, now)),
  ).toMatchObject(['invalid-input', [{ pointer: '/limits/tellHours', code: 'out-of-range' }]]);
});

test.each([
  [{ low: 60, high: 240 }, 4, 'kept'],
  [{ low: 60, high: 241 }, 4, 'uncertain'],
  [{ low: 241, high: 300 }, 4, 'late'],
  [null, 4, 'never'],
  [{ low: 9_999, high: 9_999 }, null, 'not-written'],
])('%j against %s hours is %s', (span, hours, verdict) => {
  expect(judgeSpan(span, hours).verdict).toBe(verdict);
});

describe('a plan', () => {
  const night = { on: '2026-12-08', at: '23:30', place: '' };
  const holiday = { on: '2027-01-01', at: '10:00', place: '' };
  const covers = () => true;

  test('is kept in the order of its days, and refused at the place that is wrong', () => {
    expect(decidePlan([holiday, night])).toMatchObject({ accepted: true, value: [night, holiday] });
    expect(outcome(decidePlan([night, { ...night, on: '2027-03-28', at: '02:30' }]))).toMatchObject([
      'invalid-input',
      [{ pointer: '/drops/1/at', code: 'hour-skipped' }],
    ]);
  });

  test('is warned of when a quarter, a night or a day off is missing', () => {
    const day = { on: '2026-12-09', at: '10:00', place: '' };
    expect(warnOfPlan([day], [], covers, asOf).map(({ code }) => code)).toEqual([
      'quarter-without',
      'quarter-without',
      'quarter-without',
      'no-night',
      'no-day-off',
    ]);
    const whole = [night, holiday, { ...day, on: '2027-04-07' }, { ...day, on: '2027-07-07' }];
    expect(warnOfPlan(whole, [], covers, asOf)).toEqual([]);
    expect(warnOfPlan(whole.slice(1), ['2026-10-02'], covers, asOf).map(({ code }) => code)).toEqual([
      'no-night',
    ]);
    expect(warnOfPlan(whole, [], (on) => on < '2027-07-01', asOf)).toEqual([
      { code: 'not-authorised', on: '2027-07-07' },
    ]);
  });

  test('counts quarters over the year’s end', () => {
    expect(quarterOf('2026-04-01')).toBe('2026-2');
    expect(quartersFrom(asOf)).toEqual(['2026-4', '2027-1', '2027-2', '2027-3']);
  });
});

describe('a record', () => {
  test('needs a drop, and is made once until it is reopened', () => {
    expect(outcome(decideRecord([], false))).toMatchObject(['drill-empty', undefined]);
    expect(outcome(decideRecord([drop], true))).toMatchObject(['drill-recorded', undefined]);
    expect(outcome(decideRecord([drop], false))).toBe('accepted');
  });

  test('proves E2 until it is counter-signed, and a counter-signature is final', () => {
    expect(
      [[], ['contested'], ['contested', 'countersigned']].map((stances) => levelOfRecord(stances as never)),
    ).toEqual(['E2', 'E2', 'E4']);
    expect(outcome(decideReply(['contested'], { stance: 'countersigned', reason: '' }))).toBe('accepted');
    expect(outcome(decideReply(['countersigned'], { stance: 'contested', reason: 'Non' }))).toMatchObject([
      'drill-countersigned',
      undefined,
    ]);
    expect(outcome(decideReply([], { stance: 'contested', reason: ' ' }))).toMatchObject([
      'invalid-input',
      [{ pointer: '/reason', code: 'reason-required' }],
    ]);
  });
});

test('Douai says to the bank: found within 30 h 56 at most, nothing written, one in three handled, the last on 11 April', () => {
  expect(measuredAnswers(douaiEpisode)).toEqual([
    { questionId: 'EIC-03', value: 30.93 },
    { questionId: 'EIC-04', value: 'none' },
    { questionId: 'EIC-06', value: 33.3 },
    { questionId: 'EIC-07', value: '2018-04-11' },
  ]);
});

test('an undetected drop answers “none”, and counts as one that was not handled', () => {
  const drops = [...douaiEpisode.drops, { ...drop, tickets: [] }];
  expect(measuredAnswers({ ...douaiEpisode, drops }).slice(0, 3)).toMatchObject([
    { value: 'none' },
    {},
    { value: 25 },
  ]);
});

test('the name of a test file carries its token', () => {
  expect(testFileName('K7M2Q9XD4TAB', 'com')).toBe('probant-eicar-K7M2Q9XD4TAB.com');
});

describe('what the contract gives', () => {
  const firm = { kind: 'firm', hours: 4, scope: 'every-detection' } as const;
  const clause = (status: 'present' | 'weak', article: string | null) => ({ status, article });

  test.each([
    ['nobody has read it', null, [], null],
    ['it says nothing', { ...firm, kind: 'none', hours: null }, [], { tellHours: null, source: '' }],
    [
      'a firm delay',
      firm,
      [['CL-12', clause('present', 'art. 9')]],
      { tellHours: 4, source: 'Contrat, art. 9' },
    ],
    ['if possible', { ...firm, kind: 'best-efforts' }, [], { tellHours: null, source: '' }],
    ['for personal data alone', { ...firm, scope: 'personal-data' }, [], { tellHours: null, source: '' }],
    [
      'a search is owed',
      null,
      [['CL-13', clause('present', null)]],
      { originSearch: true, source: 'Contrat' },
    ],
    [
      'a search is hinted at',
      null,
      [['CL-13', clause('weak', 'art. 3')]],
      { originSearch: false, source: '' },
    ],
  ] as const)('%s', (_name, notification, clauses, expected) => {
    const limits = limitsFromContract({ title: 'Contrat', notification }, new Map(clauses));
    if (expected === null) expect(limits).toBeNull();
    else expect(limits).toMatchObject(expected);
  });
});
