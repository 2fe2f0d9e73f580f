import * as fc from 'fast-check';

import { addDays, addMonths } from '../calendar.js';
import type { DatedCertificate } from '../obligations/certificate-obligations.js';
import { obligation } from '../obligations/obligation.js';
import { tiers } from '../questionnaires/document.js';
import { reassessmentTriggers } from '../obligations/reassessment-triggers.js';
import { dueReassessments, nextReassessment, type ReassessmentFacts } from './due-reassessment.js';
import { asksForNothing, usualRule, type ReassessmentRule } from './rule.js';

const none: ReassessmentRule = { ...usualRule, everyMonths: null, certificateDays: null, triggers: [] };
const yearly: ReassessmentRule = { ...none, everyMonths: 12 };
const facts: ReassessmentFacts = {
  tier: 'T2',
  decidedOn: '2026-02-28',
  answeredOn: '2026-02-10',
  running: false,
  certificates: [],
  obligations: [],
};
const certificate: DatedCertificate = {
  id: 'c-1',
  kind: 'hds',
  holderId: 'h',
  holder: 'Coralis',
  activities: ['5_exploitation'],
  validUntil: '2026-12-31',
  lostOn: null,
  recordedOn: '2026-01-01',
};
const incident = obligation({
  key: 'reassessment/incident/i-1',
  kind: 'reassessment',
  dueOn: '2026-08-30',
  facts: { trigger: 'incident', happenedOn: '2026-07-31', subject: 'Panne' },
});
const keys = (rule: ReassessmentRule, of: ReassessmentFacts, today: string) =>
  dueReassessments(rule, of, today).map(({ key }) => key);

describe('by the time that passes', () => {
  test('comes so many months after the last decision, and stays until it is decided again', () => {
    expect(keys(yearly, facts, '2027-02-27')).toEqual([]);
    expect(keys(yearly, facts, '2027-02-28')).toEqual(['yearly/2026-02-28']);
    expect(keys(yearly, facts, '2028-01-01')).toEqual(['yearly/2026-02-28']);
    expect(keys(yearly, { ...facts, decidedOn: '2027-03-20' }, '2028-01-01')).toEqual([]);
    expect(nextReassessment(yearly, facts, '2026-06-01')).toMatchObject({ on: '2027-02-28' });
  });

  test.each([
    ['T4', '2026-08-28'],
    ['T1', '2028-02-28'],
    ['T2', '2027-02-28'],
  ] as const)('a tier has its own time, or that of all: %s on %s', (tier, on) => {
    const rule = { ...yearly, monthsByTier: { T4: 6, T1: 24 } };
    expect(nextReassessment(rule, { ...facts, tier }, '2026-06-01')).toMatchObject({ on });
    expect(keys(rule, { ...facts, tier }, on)).toEqual(['yearly/2026-02-28']);
  });

  test('where all others are never asked again, the tier that is named is', () => {
    const rule = { ...none, monthsByTier: { T4: 6 } };
    expect(asksForNothing(rule)).toBe(false);
    expect(keys(rule, { ...facts, tier: 'T4' }, '2030-01-01')).toHaveLength(1);
    expect(keys(rule, facts, '2030-01-01')).toEqual([]);
  });

  test.each([
    ['nothing was decided', { decidedOn: null }],
    ['nothing was ever answered', { answeredOn: null }],
    ['an assessment is under way', { running: true }],
  ])('never while %s', (_, change) => {
    expect(keys(yearly, { ...facts, ...change }, '2030-01-01')).toEqual([]);
    expect(nextReassessment(yearly, { ...facts, ...change }, '2026-06-01')).toBeNull();
  });
});

describe('before a certificate lapses', () => {
  const rule = { ...none, certificateDays: 60 };
  const held = { ...facts, certificates: [certificate] };

  test('from that day to its last; afterwards it is an event', () => {
    expect(keys(rule, held, '2026-10-31')).toEqual([]);
    expect(keys(rule, held, '2026-11-01')).toEqual(['certificate/c-1/2026-12-31']);
    expect(keys(rule, held, '2026-12-31')).toEqual(['certificate/c-1/2026-12-31']);
    expect(keys(rule, held, '2027-01-01')).toEqual([]);
  });

  test.each([
    ['it was answered since', { answeredOn: '2026-11-01' }],
    ['it was lost', { certificates: [{ ...certificate, lostOn: '2026-05-01' }] }],
    [
      'another takes its place',
      { certificates: [certificate, { ...certificate, id: 'c-2', validUntil: '2029-12-31' }] },
    ],
  ])('not where %s', (_, change) => {
    expect(keys(rule, { ...held, ...change }, '2026-12-01')).toEqual([]);
  });
});

describe('on an event', () => {
  const rule = { ...none, triggers: ['incident'] as const };

  test('from its day, where the rule names its kind and nothing was submitted since', () => {
    const happened = { ...facts, obligations: [incident] };
    expect(keys(rule, happened, '2026-07-30')).toEqual([]);
    expect(dueReassessments(rule, happened, '2026-07-31')).toMatchObject([
      { key: incident.key, reason: 'incident', subject: 'Panne' },
    ]);
    expect(keys({ ...rule, triggers: ['drill'] }, happened, '2026-08-01')).toEqual([]);
    const settled = { ...facts, obligations: [{ ...incident, settledOn: '2026-08-02' }] };
    expect(keys(rule, settled, '2026-08-03')).toEqual([]);
  });
});

const arbitraryDay = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2025-01-01', days));
const arbitraryRule: fc.Arbitrary<ReassessmentRule> = fc.record({
  everyMonths: fc.option(fc.integer({ min: 1, max: 60 })),
  monthsByTier: fc.dictionary(fc.constantFrom(...tiers), fc.integer({ min: 1, max: 60 })),
  certificateDays: fc.option(fc.integer({ min: 1, max: 365 })),
  triggers: fc.subarray([...reassessmentTriggers]),
  act: fc.constantFrom('send' as const, 'propose' as const),
  dueDays: fc.integer({ min: 1, max: 180 }),
});
const arbitraryFacts: fc.Arbitrary<ReassessmentFacts> = fc.record({
  tier: fc.constantFrom(...tiers),
  decidedOn: fc.option(arbitraryDay),
  answeredOn: fc.option(arbitraryDay),
  running: fc.boolean(),
  certificates: fc.array(
    fc
      .record({ id: fc.uuid(), validUntil: arbitraryDay, lostOn: fc.option(arbitraryDay) })
      .map((one) => ({ ...certificate, ...one })),
    { maxLength: 4 },
  ),
  obligations: fc.array(
    fc
      .record({ id: fc.uuid(), on: arbitraryDay, trigger: fc.constantFrom(...reassessmentTriggers) })
      .map(({ id, on, trigger }) =>
        obligation({
          key: `reassessment/${trigger}/${id}`,
          kind: 'reassessment',
          dueOn: addDays(on, 30),
          facts: { trigger, happenedOn: on },
        }),
      ),
    { maxLength: 4 },
  ),
});

describe('whatever the rule and the facts', () => {
  test('what is due has come, in the order of its days, each moment once', () => {
    fc.assert(
      fc.property(arbitraryRule, arbitraryFacts, arbitraryDay, (rule, of, today) => {
        const due = dueReassessments(rule, of, today);
        expect(due.every(({ on }) => on <= today)).toBe(true);
        expect(due.map(({ on }) => on)).toEqual(due.map(({ on }) => on).toSorted());
        expect(new Set(due.map(({ key }) => key)).size).toBe(due.length);
        if (asksForNothing(rule) || of.running || of.answeredOn === null) expect(due).toEqual([]);
      }),
    );
  });

  test('what comes next comes on its day, under the same key', () => {
    fc.assert(
      fc.property(arbitraryRule, arbitraryFacts, arbitraryDay, (rule, of, today) => {
        const next = nextReassessment(rule, of, today);
        if (next === null) return;
        expect(next.on > today).toBe(true);
        expect(keys(rule, of, addDays(next.on, -1))).not.toContain(next.key);
        expect(keys(rule, of, next.on)).toContain(next.key);
      }),
    );
  });

  test('a decision puts the yearly moment off by the whole time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), arbitraryDay, arbitraryDay, (months, decidedOn, today) => {
        const rule = { ...none, everyMonths: months };
        const due = keys(rule, { ...facts, decidedOn }, today).length > 0;
        expect(due).toBe(today >= addMonths(decidedOn, months));
      }),
    );
  });

  test('a wider rule asks for no less', () => {
    fc.assert(
      fc.property(arbitraryRule, arbitraryFacts, arbitraryDay, (rule, of, today) => {
        const wider = { ...rule, triggers: reassessmentTriggers };
        expect(keys(wider, of, today)).toEqual(expect.arrayContaining(keys(rule, of, today)));
      }),
    );
  });
});
