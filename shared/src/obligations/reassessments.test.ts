import fc from 'fast-check';

import { douaiEpisode } from '../drills/douai-episode.js';
import type { Drill } from '../drills/drill.js';
import { hasFailed } from '../drills/failed.js';
import type { IncidentFacts } from '../incidents/incident.js';
import type { DatedCertificate } from './certificate-obligations.js';
import { obligationReason, obligationTitle } from './describe.js';
import { reassessmentTriggers } from './reassessment-triggers.js';
import {
  bodaccEvents,
  certificateEvents,
  drillEvents,
  incidentEvents,
  proposeReassessments,
  reassessmentObligations,
  regulationEvents,
  subcontractorEvents,
  type ReassessmentEvent,
} from './reassessments.js';

const instant = (text: string): number => Date.parse(text);
const event: ReassessmentEvent = {
  key: 'incident/i',
  trigger: 'incident',
  at: instant('2026-11-10T09:00:00Z'),
  subject: 'Partage chiffré',
};

test.each([
  ['nobody has answered yet', [], null],
  ['answered before', ['2026-03-01T10:00:00Z'], '2026-12-10 -'],
  ['answered again after', ['2026-03-01T10:00:00Z', '2026-11-20T10:00:00Z'], '2026-12-10 2026-11-20'],
  ['answered first after', ['2026-11-20T10:00:00Z'], null],
  ['answered at the very instant', ['2026-03-01T10:00:00Z', '2026-11-10T09:00:00Z'], '2026-12-10 2026-11-10'],
])('an event: %s', (_, submitted, expected) => {
  const [one] = reassessmentObligations([event], submitted.map(instant));
  expect(one === undefined ? null : `${one.dueOn} ${one.settledOn ?? '-'}`).toBe(expected);
});

test('whatever happens, what is proposed is settled by a submission after it and by no other', () => {
  const instants = fc.integer({ min: instant('2020-01-01'), max: instant('2030-01-01') });
  fc.assert(
    fc.property(fc.array(instants, { maxLength: 6 }), instants, (submitted, at) => {
      const [one] = reassessmentObligations([{ ...event, at }], submitted);
      const before = submitted.some((other) => other < at);
      expect(one !== undefined).toBe(before);
      if (one !== undefined) expect(one.settledOn !== null).toBe(submitted.some((other) => other >= at));
    }),
  );
});

const certificate: DatedCertificate = {
  id: 'a',
  kind: 'iso27001',
  holderId: 'host',
  holder: 'Hostélia',
  activities: [],
  validUntil: '2026-11-30',
  lostOn: null,
  recordedOn: '2026-01-10',
};

test('a certificate proposes one on the first day without it, unless another took its place', () => {
  const keys = (all: DatedCertificate[], today: string) => {
    const { events, againOn } = certificateEvents(all, today);
    return [events.map(({ trigger }) => trigger), againOn];
  };
  expect(keys([certificate], '2026-11-30')).toEqual([[], '2026-12-01']);
  expect(keys([certificate], '2026-12-01')).toEqual([['certificate-ended'], null]);
  expect(keys([{ ...certificate, lostOn: '2026-10-02' }], '2026-10-02')).toEqual([
    ['certificate-lost'],
    null,
  ]);
  expect(keys([certificate, { ...certificate, id: 'b', validUntil: '2029-11-30' }], '2026-12-01')).toEqual([
    [],
    '2029-12-01',
  ]);
});

test('a text on health data proposes one from the day of its effect', () => {
  expect(regulationEvents(false, '2026-11-22')).toEqual({ events: [], againOn: null });
  expect(regulationEvents(true, '2026-05-15').againOn).toBe('2026-05-16');
  expect(regulationEvents(true, '2026-09-01').events.at(-1)?.key).toBe('regulation/decree-2026-209');
  const { obligations } = proposeReassessments(
    [regulationEvents(true, '2026-11-22')],
    [instant('2026-06-01T10:00:00Z')],
  );
  expect(obligations.map(({ key, dueOn }) => `${key} ${dueOn}`)).toEqual([
    'reassessment/regulation/decree-2026-209 2026-10-01',
  ]);
  expect(proposeReassessments([regulationEvents(true, '2018-01-01')], []).againOn).toBe(null);
});

test('a company that joins a chain proposes one within the time to object', () => {
  const actor = (id: string) => ({ id, name: id.toUpperCase() });
  const chain = (revision: number, ...ids: string[]) => ({
    revision,
    statedAt: instant(`2026-11-0${revision}T09:00:00Z`),
    holderId: 'own',
    actors: ids.map(actor),
  });
  const events = subcontractorEvents([
    chain(3, 'own', 'b', 'c', 'd'),
    chain(1, 'own', 'a'),
    chain(2, 'own', 'a'),
    chain(4, 'own', 'a'),
  ]);
  expect(events.map(({ key, subject }) => `${key} ${subject}`)).toEqual(['subcontractor/3 B, C, D']);
  const [one] = reassessmentObligations(events, [instant('2026-03-01T09:00:00Z')]);
  expect(one?.dueOn).toBe('2026-11-18');
});

test('an announcement counts from its first reading', () => {
  const seen = (id: string, day: string) => ({ id, seenAt: instant(`${day}T09:00:00Z`), text: id });
  const events = bodaccEvents([seen('B1', '2026-11-09'), seen('B1', '2026-11-02'), seen('B2', '2026-11-09')]);
  expect(events.map(({ key, at }) => [key, new Date(at).toISOString().slice(0, 10)])).toEqual([
    ['bodacc/B1', '2026-11-02'],
    ['bodacc/B2', '2026-11-09'],
  ]);
});

const noLimits = { source: '', detectHours: null, qualifyHours: null, tellHours: null, originSearch: false };
const limits = { ...noLimits, source: 'art. 9' };
const missed = (drill: Drill): Drill => ({
  ...drill,
  drops: drill.drops.map((drop) => ({ ...drop, tickets: [] })),
});

test.each<readonly [string, Drill, boolean]>([
  ['nothing is written', { ...douaiEpisode, limits: noLimits }, false],
  ['nothing was detected', missed({ ...douaiEpisode, limits: noLimits }), true],
  ['told late for certain', { ...douaiEpisode, limits: { ...limits, tellHours: 4 } }, true],
  ['never qualified', { ...douaiEpisode, limits: { ...limits, qualifyHours: 24 } }, true],
  ['an unknown hour decides', { ...douaiEpisode, limits: { ...limits, detectHours: 12 } }, false],
  ['closed as nothing', { ...douaiEpisode, limits: { ...limits, originSearch: true } }, true],
])('a drill: %s', (_, drill, failed) => {
  expect(hasFailed(drill)).toBe(failed);
  expect(drillEvents([{ id: 'd', recordedAt: 0, drill }])).toHaveLength(failed ? 1 : 0);
});

test('an incident counts from when it was known', () => {
  const facts: IncidentFacts = {
    title: 'Partage chiffré',
    nature: 'malware',
    text: '',
    occurredAt: null,
    detectedAt: null,
    ticketedAt: null,
    ticket: '',
    toldAt: { on: '2026-11-10', at: '10:00' },
    resolvedAt: null,
    personalData: false,
  };
  const openedAt = instant('2026-11-12T09:00:00Z');
  const [told, unknown] = incidentEvents([
    { id: 'i', facts, openedAt },
    { id: 'j', facts: { ...facts, toldAt: null }, openedAt },
  ]);
  expect([told?.at, unknown?.at]).toEqual([instant('2026-11-10T09:00:00Z'), openedAt]);
});

test('each says after what, since when and within which time', () => {
  const facts = { happenedOn: '2026-11-10', subject: 'Hostélia' };
  for (const trigger of reassessmentTriggers) {
    const title = obligationTitle({ kind: 'reassessment', facts: { ...facts, trigger } }, 'en');
    expect(title).toMatch(/^Reassessment proposed: ./);
  }
  const said = (trigger: 'subcontractor' | 'incident') =>
    obligationReason({ kind: 'reassessment', facts: { ...facts, trigger } }, 'fr').replaceAll('\u00a0', ' ');
  expect(said('subcontractor')).toBe(
    'Hostélia, le 10 nov. 2026. Délai d’opposition de 15 jours, à vérifier au contrat.',
  );
  const decree = { trigger: 'regulation', regulation: 'decree-2026-209', happenedOn: '2026-09-01' } as const;
  expect(obligationReason({ kind: 'reassessment', facts: decree }, 'fr')).toMatch(
    /au contrat, en septembre 2026\. Délai proposé/,
  );
  expect(said('incident')).toBe('Hostélia, le 10 nov. 2026. Délai proposé : 30 jours.');
});
