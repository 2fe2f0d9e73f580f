import fc from 'fast-check';

import type { Moment } from '../moment.js';
import { spanInWords } from '../words/spans.js';
import {
  asksReassessment,
  awarenessOf,
  delaysOf,
  duesOf,
  timeLeft,
  type DueKey,
  type DueVerdict,
} from './dues.js';
import { disagreements, factsOf, type IncidentFacts, type IncidentFile, type NoticeKey } from './incident.js';

const at = (on: string, time: string | null): Moment => ({ on, at: time });
const facts: IncidentFacts = {
  title: 'Chiffrement du serveur de fichiers',
  nature: 'malware',
  text: 'Un poste a chiffré le partage.',
  occurredAt: at('2026-11-10', null),
  detectedAt: at('2026-11-10', '22:15'),
  ticketedAt: at('2026-11-10', '22:40'),
  ticket: 'CAD-1',
  toldAt: at('2026-11-11', '09:00'),
  resolvedAt: null,
  personalData: true,
};
const file: IncidentFile = {
  regimes: ['nis2', 'dora'],
  duty: { kind: 'firm', hours: 4, source: 'art. 9' },
  awareAt: null,
  majorAt: at('2026-11-11', '15:00'),
  notices: [],
  note: '',
};
const noon = Date.parse('2026-11-12T11:00:00.000Z');
const done = (key: NoticeKey, moment: Moment) => ({ key, at: moment, reference: '' });
const verdicts = (
  all: IncidentFile,
  now = noon,
  told: IncidentFacts = facts,
): Partial<Record<DueKey, DueVerdict>> =>
  Object.fromEntries(duesOf(told, all, now).map(({ key, verdict }) => [key, verdict]));
const until = (key: DueKey, all: IncidentFile = file): string | undefined => {
  const due = duesOf(facts, all, noon).find((one) => one.key === key)?.due;
  return due === null || due === undefined ? undefined : new Date(due.to).toISOString();
};

test('each clock runs from its own beginning', () => {
  expect(until('contract')).toBe('2026-11-11T01:15:00.000Z');
  expect(until('gdpr-authority')).toBe('2026-11-14T08:00:00.000Z');
  expect(until('nis2-early-warning')).toBe('2026-11-12T08:00:00.000Z');
  expect(until('nis2-notification')).toBe('2026-11-14T08:00:00.000Z');
  expect(until('nis2-final-report')).toBeUndefined();
  expect(until('dora-initial')).toBe('2026-11-11T18:00:00.000Z');
  const notified = [
    done('nis2-notification', at('2026-11-13', '10:00')),
    done('dora-initial', at('2026-11-11', '17:00')),
  ];
  expect(until('nis2-final-report', { ...file, notices: notified })).toBe('2026-12-13T09:00:00.000Z');
  expect(until('dora-intermediate', { ...file, notices: notified })).toBe('2026-11-14T16:00:00.000Z');
});

test('what is kept, late, running and overdue', () => {
  expect(verdicts(file)).toEqual({
    contract: 'late',
    'gdpr-processor': 'no-figure',
    'gdpr-authority': 'running',
    'nis2-early-warning': 'overdue',
    'nis2-notification': 'running',
    'nis2-final-report': 'waiting',
    'dora-initial': 'overdue',
    'dora-intermediate': 'waiting',
    'dora-final': 'waiting',
  });
  const notices = [
    done('nis2-early-warning', at('2026-11-11', '20:00')),
    done('dora-initial', at('2026-11-11', '19:01')),
    done('gdpr-authority', at('2026-11-14', null)),
  ];
  expect(verdicts({ ...file, notices })).toMatchObject({
    'nis2-early-warning': 'kept',
    'dora-initial': 'late',
    'gdpr-authority': 'uncertain',
  });
});

test.each<[string, IncidentFile['duty'], DueVerdict]>([
  ['nobody read the contract', { kind: 'unread', hours: null, source: '' }, 'unread'],
  ['it says nothing', { kind: 'none', hours: null, source: '' }, 'not-written'],
  ['if possible', { kind: 'best-efforts', hours: 48, source: 'a' }, 'no-figure'],
  ['without undue delay', { kind: 'firm', hours: null, source: 'a' }, 'no-figure'],
  ['a day', { kind: 'firm', hours: 24, source: 'a' }, 'kept'],
])('the contract: %s', (_name, duty, verdict) => {
  expect(verdicts({ ...file, duty }).contract).toBe(verdict);
});

test('an incident classified a day after it was known is notified within four hours of that', () => {
  const late = { ...file, majorAt: at('2026-11-13', '10:00') };
  expect(until('dora-initial', late)).toBe('2026-11-13T13:00:00.000Z');
  const soon = { ...file, majorAt: at('2026-11-12', '07:00') };
  expect(until('dora-initial', soon)).toBe('2026-11-12T08:00:00.000Z');
});

test('the customer knew from the first of the supplier’s word and its own eyes', () => {
  expect(awarenessOf(facts, { awareAt: at('2026-11-10', '23:00') })).toEqual(at('2026-11-10', '23:00'));
  expect(awarenessOf(facts, { awareAt: at('2026-11-12', null) })).toEqual(facts.toldAt);
  expect(awarenessOf({ ...facts, toldAt: null }, { awareAt: null })).toBeNull();
});

test('without personal data, NIS 2 or DORA, the contract alone is left', () => {
  expect(Object.keys(verdicts({ ...file, regimes: [] }, noon, { ...facts, personalData: false }))).toEqual([
    'contract',
  ]);
});

test('delays have bounds where an hour is unknown, and are none where a step is', () => {
  const words = delaysOf(facts).map(({ key, span }) => [
    key,
    span === null ? null : spanInWords(span, 'fr').replaceAll('\u00a0', ' '),
  ]);
  expect(words).toEqual([
    ['detect', '0 min à 22 h 15'],
    ['ticket', '25 min'],
    ['tell', '10 h 20'],
    ['known-to-told', '10 h 45'],
  ]);
  expect(delaysOf({ ...facts, ticketedAt: null }).map(({ span }) => span === null)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('the time that is left, and the time that is over', () => {
  const due = { from: noon, to: noon + 3_600_000 };
  expect(timeLeft(due, noon - 60_000)).toEqual({ over: false, span: { low: 1, high: 61 } });
  expect(timeLeft(due, noon + 7_200_000)).toEqual({ over: true, span: { low: 60, high: 120 } });
});

test('the customer’s word counts, then the supplier’s; what differs is shown', () => {
  const theirs = {
    ...facts,
    detectedAt: at('2026-11-10', '23:00'),
    toldAt: null,
    resolvedAt: at('2026-11-11', '12:00'),
  };
  const ours = { ...facts, ticketedAt: null, personalData: false };
  const both = [
    { side: 'supplier', facts: theirs },
    { side: 'buyer', facts: ours },
  ] as const;
  expect(factsOf(both)).toMatchObject({
    detectedAt: facts.detectedAt,
    ticketedAt: facts.ticketedAt,
    resolvedAt: theirs.resolvedAt,
    personalData: true,
  });
  expect(disagreements(both)).toEqual(['detectedAt']);
  expect(factsOf([{ side: 'supplier', facts: theirs }])).toBe(theirs);
  expect(factsOf([])).toBeUndefined();
});

test('an incident after the last submission asks for another assessment', () => {
  expect(asksReassessment(facts, '2026-11-01T00:00:00.000Z')).toBe(true);
  expect(asksReassessment(facts, '2026-11-20T00:00:00.000Z')).toBe(false);
  expect(asksReassessment(facts, null)).toBe(true);
});

test('more hours never turn what was kept into late', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 200 }), (hours, more) => {
      const order: DueVerdict[] = ['late', 'uncertain', 'kept'];
      const rank = (count: number): number =>
        order.indexOf(
          verdicts({ ...file, duty: { kind: 'firm', hours: count, source: 'a' } }).contract ?? 'late',
        );
      expect(rank(hours + more)).toBeGreaterThanOrEqual(rank(hours));
    }),
  );
});
