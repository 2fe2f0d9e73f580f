import fc from 'fast-check';

import { addMonths } from '../calendar.js';
import { obligationReason, obligationTitle } from '../obligations/describe.js';
import { patchReportEvents, patchReportObligations } from '../obligations/patch-reports.js';
import { reassessmentObligations } from '../obligations/reassessments.js';
import { isMonth, lastDayOf, monthOf, monthsBetween, shiftMonth } from './month.js';
import {
  decideExpectation,
  decideReport,
  missedPairs,
  monthsOf,
  reportOutcomes,
  type PatchReport,
  type RecordedReport,
} from './patch-report.js';

const today = '2026-11-28';
const at = (text: string): number => Date.parse(text);
const record = (
  month: string,
  outcome: RecordedReport['outcome'],
  revision = 1,
  recordedAt = at(`${shiftMonth(month, 1)}-10T09:00:00Z`) + revision,
): RecordedReport => ({
  ...{ month, outcome, revision, recordedAt, note: '' },
  receivedOn: outcome === 'received' ? lastDayOf(month) : null,
});

describe('from when reports are expected', () => {
  test.each([
    ['2026-03', null],
    ['2027-11', null],
    [null, null],
    ['2026-13', 'not-a-month'],
    ['2026-3', 'not-a-month'],
    ['2026-02', 'before-engagement'],
    ['2027-12', 'month-too-far'],
  ])('%s: %s', (fromMonth, code) => {
    const decision = decideExpectation({ fromMonth }, { today, earliest: '2026-03' });
    expect(decision.accepted ? null : decision.refusal.errors?.[0]?.code).toBe(code);
  });
});

describe('what is recorded of a month', () => {
  const received: PatchReport = {
    month: '2026-10',
    outcome: 'received',
    receivedOn: '2026-11-09',
    note: ' Lu ',
  };
  const missed: PatchReport = { month: '2026-10', outcome: 'missed', receivedOn: null, note: '' };
  test.each<[string, PatchReport, string | null]>([
    ['received', received, null],
    ['received before the month is over', { ...received, month: '2026-11', receivedOn: '2026-11-28' }, null],
    ['missed', missed, null],
    ['no month', { ...missed, month: 'octobre' }, '/month not-a-month'],
    ['a month to come', { ...received, month: '2026-12' }, '/month date-in-future'],
    ['a month before the first', { ...missed, month: '2026-07' }, '/month month-not-expected'],
    ['missed while it can still come', { ...missed, month: '2026-11' }, '/outcome month-not-over'],
    ['missed with a day', { ...missed, receivedOn: '2026-11-01' }, '/receivedOn unknown-field'],
    ['received on no day', { ...received, receivedOn: null }, '/receivedOn required'],
    ['received on a day that is none', { ...received, receivedOn: '2026-11-31' }, '/receivedOn not-a-date'],
    ['received tomorrow', { ...received, receivedOn: '2026-11-29' }, '/receivedOn date-in-future'],
    ['received before its month', { ...received, receivedOn: '2026-09-30' }, '/receivedOn before-its-month'],
    ['a note that is no text', { ...missed, note: 'a\u0000' }, '/note control-character'],
  ])('%s', (_, report, refused) => {
    const decision = decideReport(report, { today, fromMonth: '2026-08' });
    const [error] = decision.accepted ? [] : (decision.refusal.errors ?? []);
    expect(error === undefined ? null : `${error.pointer} ${error.code}`).toBe(refused);
  });

  test('nothing while none is expected; a note is kept tidy', () => {
    expect(decideReport(missed, { today, fromMonth: null })).toMatchObject({
      refusal: { errors: [{ pointer: '/month', code: 'month-not-expected' }] },
    });
    expect(decideReport(received, { today, fromMonth: '2026-08' })).toMatchObject({ value: { note: 'Lu' } });
  });
});

test('silence is neither receipt nor a miss: a month that ended is to record, whatever the months around it', () => {
  const reports = [
    record('2026-08', 'missed'),
    record('2026-09', 'received'),
    record('2026-09', 'missed', 2),
  ];
  expect(monthsOf({ fromMonth: '2026-08' }, reports, today)).toMatchObject([
    { month: '2026-11', standing: 'running', reports: [] },
    { month: '2026-10', standing: 'to-record' },
    { month: '2026-09', standing: 'missed', reports: [{ revision: 2 }, { revision: 1 }] },
    { month: '2026-08', standing: 'missed' },
  ]);
  expect(missedPairs([record('2026-08', 'missed')])).toEqual([]);
  expect(monthsOf({ fromMonth: null }, reports, today).map(({ month }) => month)).toEqual([
    '2026-09',
    '2026-08',
  ]);
});

describe('two missed months in a row', () => {
  const pair = [record('2026-09', 'missed'), record('2026-10', 'missed')];
  const first = at('2026-03-01T09:00:00Z');

  test('propose a reassessment from the moment at which both are on record, with the months in words', () => {
    const [event] = patchReportEvents(pair);
    expect(event).toMatchObject({ key: 'patch-reports/2026-10', at: pair[1]?.recordedAt });
    const [one] = reassessmentObligations(patchReportEvents(pair), [first]);
    if (one === undefined) throw new Error('no reassessment');
    expect(one.key).toBe('reassessment/patch-reports/2026-10');
    expect(obligationTitle(one, 'en')).toBe('Reassessment proposed: patch report missed two months running');
    expect(obligationReason(one, 'fr')).toContain('septembre 2026 et octobre 2026, le 10 nov. 2026');
  });

  test('a record that says it again moves nothing; one that says otherwise ends the pair', () => {
    const again = [...pair, record('2026-10', 'missed', 2, at('2026-11-20T09:00:00Z'))];
    expect(missedPairs(again)).toEqual(missedPairs(pair));
    expect(missedPairs([...pair, record('2026-09', 'received', 2)])).toEqual([]);
  });

  test('a third is a pair of its own; months with one between them are none', () => {
    const keys = (reports: RecordedReport[]) => missedPairs(reports).map(({ month }) => month);
    expect(keys([...pair, record('2026-11', 'missed')])).toEqual(['2026-10', '2026-11']);
    expect(keys([record('2026-08', 'missed'), record('2026-10', 'missed')])).toEqual([]);
    expect(keys([record('2025-12', 'missed'), record('2026-01', 'missed')])).toEqual(['2026-01']);
  });
});

describe('the obligation to record', () => {
  test('stands in the first half of the next month until it is recorded', () => {
    const reports = [record('2026-09', 'received')];
    const found = patchReportObligations({ fromMonth: '2026-09' }, reports, today);
    expect(found).toMatchObject({
      obligations: [
        { key: 'patch-report/2026-10', dueOn: '2026-11-15', settledOn: null },
        { key: 'patch-report/2026-09', dueOn: '2026-10-15', settledOn: '2026-10-10' },
      ],
      againOn: '2026-12-01',
    });
    const [one] = found.obligations;
    if (one === undefined) throw new Error('no obligation');
    expect(obligationTitle(one, 'fr')).toBe('Rapport de correctifs à consigner\u00a0: octobre 2026');
    expect(obligationReason(one, 'en')).toBe(
      'The month ended on 31 Oct 2026. Time proposed to record: 15 days.',
    );
  });

  test('is none where nothing is expected, or not yet', () => {
    expect(patchReportObligations({ fromMonth: null }, [], today)).toEqual({
      obligations: [],
      againOn: null,
    });
    expect(patchReportObligations({ fromMonth: '2027-02' }, [], today)).toEqual({
      obligations: [],
      againOn: '2027-03-01',
    });
  });
});

test('whatever was recorded, a pair is two months next to each other that both end on a miss, each once', () => {
  const months = monthsBetween('2026-01', '2026-12');
  const step = fc.record({ month: fc.constantFrom(...months), outcome: fc.constantFrom(...reportOutcomes) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const reports = steps.map(({ month, outcome }, place) =>
        record(month, outcome, steps.slice(0, place + 1).filter((one) => one.month === month).length, place),
      );
      const last = (month: string) => steps.findLast((one) => one.month === month)?.outcome;
      const expected = months.filter(
        (month) => last(month) === 'missed' && last(shiftMonth(month, -1)) === 'missed',
      );
      expect(missedPairs(reports).map(({ month }) => month)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('a month is the first seven signs of its days', () => {
  expect(isMonth(monthOf(today))).toBe(true);
  expect(monthOf(addMonths(today, 3))).toBe(shiftMonth('2026-11', 3));
  expect(lastDayOf('2028-02')).toBe('2028-02-29');
});
