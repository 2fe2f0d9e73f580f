import type { GivenAnswers } from '../answers/given-answer.js';
import type { AnswerValue } from '../questionnaires/document.js';
import { deriveFreshness } from '../evidence/freshness.js';
import { bank } from '../testing/bank.js';
import { dayOfAge, findLapses, movesScore, validityMonths, type Lapse } from './lapses.js';
import type { NamedPiece, NamedSubmission } from './replay.js';

const confirmedOn = '2026-02-10';
const piece: NamedPiece = { id: 'p', name: 'pv.pdf', verdict: 'accepted', level: 'E3' };

function lapsesOf(submission: Partial<NamedSubmission>): readonly Lapse[] {
  return findLapses(bank, { answers: {}, pieces: {}, reviews: {}, ...submission }, confirmedOn);
}

function said(id: string, value: AnswerValue): GivenAnswers {
  return { [id]: { state: 'answered', value } };
}

describe('a piece', () => {
  // BKP-07 takes pieces of twelve months.
  test.each([
    ['without a date never lapses', {}, []],
    ['lapses by its age', { datedOn: '2026-01-31' }, [['piece-aged', '2027-01-31']]],
    ['lapses by its end', { expiresOn: '2026-09-30' }, [['piece-expired', '2026-09-30']]],
    [
      'lapses by what comes first',
      { datedOn: '2026-01-31', expiresOn: '2027-02-01' },
      [['piece-aged', '2027-01-31']],
    ],
    [
      'that ends on the day it is too old has ended',
      { datedOn: '2026-01-31', expiresOn: '2027-01-31' },
      [['piece-expired', '2027-01-31']],
    ],
    [
      'that was rejected proves nothing that could lapse',
      { datedOn: '2026-01-31', verdict: 'rejected' as const },
      [],
    ],
    ['of 29 February lapses on the 28th', { datedOn: '2024-02-29' }, [['piece-aged', '2025-02-28']]],
  ])('%s', (_, more, expected) => {
    const lapses = lapsesOf({ pieces: { 'BKP-07': [{ ...piece, ...more }] } });
    expect(lapses.map(({ kind, lastOn }) => [kind, lastOn])).toEqual(expected);
    for (const { lastOn } of lapses) {
      const next = new Date(Date.parse(lastOn) + 86_400_000).toISOString().slice(0, 10);
      expect(deriveFreshness({ datedOn: '2026-01-31', ...more }, 12, lastOn)).toBe('fresh');
      expect(deriveFreshness({ datedOn: '2026-01-31', ...more }, 12, next)).toBe('stale');
    }
  });

  test('beside several questions lapses once for those that give it the same day', () => {
    const dated = { ...piece, datedOn: '2026-01-15' };
    // EIC-07 takes twelve months as BKP-07 does, PRV-01 six.
    const lapses = lapsesOf({ pieces: { 'BKP-07': [dated], 'EIC-07': [dated], 'PRV-01': [dated] } });
    expect(lapses.map(({ questions, lastOn, name }) => [questions, lastOn, name])).toEqual([
      [['PRV-01'], '2026-07-15', 'pv.pdf'],
      [['BKP-07', 'EIC-07'], '2027-01-15', 'pv.pdf'],
    ]);
  });
});

describe('a certificate in a table', () => {
  const own = { activity: '1_sites', performer: 'Niveole', coverage: 'own_certificate', scope_covers: true };

  test('lapses where its rule is counted from the end, and at the end', () => {
    const lapses = lapsesOf({ answers: said('HDS-01', [{ ...own, expires_on: '2026-12-31' }]) });
    expect(lapses.filter(movesScore)).toEqual([
      {
        kind: 'certificate-nears-end',
        subject: 'HDS-01/0',
        name: 'Niveole',
        questions: ['HDS-01'],
        lastOn: '2026-10-02',
      },
      {
        kind: 'certificate-ended',
        subject: 'HDS-01/0',
        name: 'Niveole',
        questions: ['HDS-01'],
        lastOn: '2026-12-31',
      },
    ]);
  });

  test.each([
    ['whose scope does not cover the activity', { ...own, scope_covers: false, expires_on: '2026-12-31' }],
    ['that nobody needs', { ...own, coverage: 'not_performed', expires_on: '2026-12-31' }],
    ['without an end', own],
    ['whose days left were stated', { ...own, expires_on: '2026-12-31', expires_in_days: 30 }],
    ['whose end is no day', { ...own, expires_on: 'bientôt' }],
  ])('%s does not', (_, row) => {
    expect(lapsesOf({ answers: said('HDS-01', [row]) }).filter(movesScore)).toEqual([]);
  });

  test('each row is its own', () => {
    const rows = ['2026-12-31', '2027-03-31'].map((expires_on) => ({ ...own, expires_on }));
    const ends = lapsesOf({ answers: said('HDS-01', rows) }).filter(
      ({ kind }) => kind === 'certificate-ended',
    );
    expect(ends.map(({ subject }) => subject)).toEqual(['HDS-01/0', 'HDS-01/1']);
  });
});

describe('a dated answer', () => {
  test('is worth less from each point after which its curve rises', () => {
    const lapses = lapsesOf({ answers: said('BKP-07', '2026-01-31') });
    expect(lapses.map(({ subject, lastOn }) => [subject, lastOn])).toEqual([
      ['BKP-07/3', '2026-04-30'],
      ['BKP-07/6', '2026-07-31'],
      ['BKP-07/12', '2027-01-31'],
      ['BKP-07/18', '2027-07-31'],
    ]);
  });

  test.each(['none', 7, 'hier'])('%p is no day and does not age', (value) => {
    expect(lapsesOf({ answers: said('BKP-07', value) })).toEqual([]);
  });

  test('that the buyer put in its place ages as well', () => {
    const override = { state: 'answered', value: '2026-01-31' } as const;
    const lapses = lapsesOf({ answers: said('BKP-07', 'none'), reviews: { 'BKP-07': { override } } });
    expect(lapses.map(({ kind }) => kind)).toEqual(Array(4).fill('date-aged'));
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-01', 0.5, '2026-01-16'],
    ['2026-01-15', 0, '2026-01-15'],
  ])('of %s is no more than %p months old until %s', (on, months, expected) => {
    expect(dayOfAge(on, months)).toBe(expected);
  });
});

describe('an answer', () => {
  test.each([
    [undefined, 12],
    [3, 6],
    [6, 6],
    [12, 12],
    [36, 36],
  ])('to a question whose pieces may be %p months old holds for %p', (maxAgeMonths, months) => {
    const evidence = {
      need: 'required',
      kinds: [],
      ...(maxAgeMonths === undefined ? {} : { maxAgeMonths }),
    } as const;
    expect(validityMonths({ evidence })).toBe(months);
  });

  test('is to be reconfirmed with the others of its day, and moves no score', () => {
    const lapses = lapsesOf({
      answers: { ...said('CTR-01', 'cgs_prime'), ...said('BKP-02', 24), ...said('BKP-06', 'x') },
    });
    expect(lapses.every((lapse) => !movesScore(lapse))).toBe(true);
    const questions = lapses.flatMap((lapse) => lapse.questions);
    expect(questions.toSorted()).toEqual(['BKP-02', 'BKP-06', 'CTR-01']);
    for (const { lastOn } of lapses) expect(lastOn > confirmedOn).toBe(true);
  });

  test('that was refused or taken back is none, and so is one that the buyer replaced', () => {
    expect(lapsesOf({ answers: { 'BKP-02': { state: 'refused' }, 'BKP-06': { state: 'cleared' } } })).toEqual(
      [],
    );
    const reviews = { 'BKP-02': { override: { state: 'refused' } } } as const;
    expect(lapsesOf({ answers: said('BKP-02', 24), reviews })).toEqual([]);
  });

  test('claimed not to apply is to be reconfirmed', () => {
    const answers: GivenAnswers = { 'BKP-06': { state: 'na', justification: 'hors mission' } };
    expect(lapsesOf({ answers }).map(({ kind }) => kind)).toEqual(['answers-to-reconfirm']);
  });
});
