import { addDays, parisDay, type Day } from '../calendar.js';
import type { Drill } from '../drills/drill.js';
import { hasFailed } from '../drills/failed.js';
import type { IncidentFacts } from '../incidents/incident.js';
import { boundsOf } from '../moment.js';
import { successorOf, type DatedCertificate } from './certificate-obligations.js';
import {
  earliest,
  obligation,
  type FoundObligations,
  type Obligation,
  type ObligationFacts,
} from './obligation.js';
import { objectionDays, reassessWithinDays, type ReassessmentTrigger } from './reassessment-triggers.js';
import { regulations } from './regulations.js';

/** Something that happened since the supplier first answered. */
export interface ReassessmentEvent {
  /** Names it within its engagement. */
  readonly key: string;
  readonly trigger: ReassessmentTrigger;
  /** What was submitted before this instant did not take it into account. */
  readonly at: number;
  readonly subject: string;
  readonly facts?: ObligationFacts;
}

/**
 * A reassessment is proposed after each event that came once the supplier had answered, and is done with the first submission
 * after it. What was never answered is not to be answered anew.
 */
export function reassessmentObligations(
  events: readonly ReassessmentEvent[],
  submittedAt: readonly number[],
): Obligation[] {
  const first = Math.min(...submittedAt);
  return events
    .filter(({ at }) => at > first)
    .map(({ key, trigger, at, subject, facts }) => {
      const happenedOn = parisDay(new Date(at).toISOString());
      const answered = submittedAt.filter((one) => one >= at);
      return obligation({
        key: `reassessment/${key}`,
        kind: 'reassessment',
        dueOn: addDays(happenedOn, trigger === 'subcontractor' ? objectionDays : reassessWithinDays),
        facts: { ...facts, trigger, happenedOn, ...(subject === '' ? {} : { subject }) },
        settledOn: answered.length === 0 ? null : parisDay(new Date(Math.min(...answered)).toISOString()),
      });
    });
}

export interface Foreseen {
  readonly events: readonly ReassessmentEvent[];
  /** When the next one comes though nobody writes anything. */
  readonly againOn: Day | null;
}

/** The first day without a certificate that nothing replaced. */
export function certificateEvents(certificates: readonly DatedCertificate[], today: Day): Foreseen {
  const ends = certificates
    .filter((one) => successorOf(one, certificates) === undefined)
    .map((one) => {
      const lost = one.lostOn !== null && one.lostOn <= one.validUntil;
      const on = lost ? one.lostOn : addDays(one.validUntil, 1);
      return { one, lost, on };
    });
  return {
    events: ends
      .filter(({ on }) => on <= today)
      .map(({ one: { id, kind, holder }, lost, on }) => ({
        key: `certificate/${id}`,
        trigger: lost ? 'certificate-lost' : 'certificate-ended',
        at: startOf(on),
        subject: '',
        facts: { certificateId: id, certificateKind: kind, holder },
      })),
    againOn: earliest(...ends.map(({ on }) => (on > today ? on : null))),
  };
}

/** Texts on health data that took effect since; where only the month is known, from its first day. */
export function regulationEvents(healthData: boolean, today: Day): Foreseen {
  if (!healthData) return { events: [], againOn: null };
  return {
    events: regulations
      .filter(({ effectiveOn }) => effectiveOn <= today)
      .map(({ id, effectiveOn }) => ({
        key: `regulation/${id}`,
        trigger: 'regulation',
        at: startOf(effectiveOn),
        subject: '',
        facts: { regulation: id },
      })),
    againOn: earliest(...regulations.map(({ effectiveOn }) => (effectiveOn > today ? effectiveOn : null))),
  };
}

export interface StatedChain {
  readonly revision: number;
  readonly statedAt: number;
  readonly holderId: string;
  readonly actors: readonly { readonly id: string; readonly name: string }[];
}

/** Companies that stand in a chain and stood in none of its earlier versions; the first version is where one starts from. */
export function subcontractorEvents(chains: readonly StatedChain[]): ReassessmentEvent[] {
  const [first, ...later] = chains.toSorted((one, other) => one.revision - other.revision);
  const known = new Set(first?.actors.map(({ id }) => id));
  return later.flatMap(({ revision, statedAt, holderId, actors }) => {
    const added = actors.filter(({ id }) => id !== holderId && !known.has(id));
    for (const { id } of actors) known.add(id);
    if (added.length === 0) return [];
    const subject = added.map(({ name }) => name).join(', ');
    return [{ key: `subcontractor/${revision}`, trigger: 'subcontractor', at: statedAt, subject } as const];
  });
}

export interface SeenAnnouncement {
  /** As the register numbers it; of those that were read more than once, the first reading counts. */
  readonly id: string;
  readonly seenAt: number;
  readonly text: string;
}

export function bodaccEvents(seen: readonly SeenAnnouncement[]): ReassessmentEvent[] {
  const first = new Map<string, SeenAnnouncement>();
  for (const one of seen.toSorted((a, b) => a.seenAt - b.seenAt))
    if (!first.has(one.id)) first.set(one.id, one);
  return [...first.values()].map(({ id, seenAt, text }) => ({
    key: `bodacc/${id}`,
    trigger: 'bodacc',
    at: seenAt,
    subject: text,
  }));
}

/** Of the last record of each drill. */
export function drillEvents(
  drills: readonly { readonly id: string; readonly recordedAt: number; readonly drill: Drill }[],
): ReassessmentEvent[] {
  return drills
    .filter(({ drill }) => hasFailed(drill))
    .map(({ id, recordedAt, drill }) => ({
      key: `drill/${id}`,
      trigger: 'drill',
      at: recordedAt,
      subject: drill.name,
    }));
}

/** From when the incident was known; what was submitted in doubt of the hour does not count. */
export function incidentEvents(
  incidents: readonly { readonly id: string; readonly facts: IncidentFacts; readonly openedAt: number }[],
): ReassessmentEvent[] {
  return incidents.map(({ id, facts, openedAt }) => {
    const since = facts.toldAt ?? facts.detectedAt ?? facts.occurredAt;
    return {
      key: `incident/${id}`,
      trigger: 'incident',
      at: since === null ? openedAt : boundsOf(since).to,
      subject: facts.title,
      facts: { incidentId: id, title: facts.title },
    };
  });
}

export function proposeReassessments(
  foreseen: readonly Foreseen[],
  submittedAt: readonly number[],
): FoundObligations {
  return {
    obligations: reassessmentObligations(
      foreseen.flatMap(({ events }) => events),
      submittedAt,
    ),
    againOn: submittedAt.length === 0 ? null : earliest(...foreseen.map(({ againOn }) => againOn)),
  };
}

/** Midnight in Paris. */
export function startOf(day: Day): number {
  return boundsOf({ on: day, at: null }).from;
}
