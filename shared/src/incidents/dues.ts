import { addMonths } from '../calendar.js';
import {
  boundsOf,
  isBefore,
  minuteMs,
  momentAt,
  type Bounds,
  type Moment,
  type Span,
  spanBetween,
} from '../moment.js';
import type { IncidentFacts, IncidentFile, NoticeKey } from './incident.js';

const withoutFigure = {
  unread: 'unread',
  none: 'not-written',
  'best-efforts': 'no-figure',
  firm: 'no-figure',
} as const;

export type DueKey = 'contract' | 'gdpr-processor' | NoticeKey;

export const dueVerdicts = [
  'unread',
  'kept',
  'late',
  'uncertain',
  'running',
  'overdue',
  'waiting',
  'no-figure',
  'not-written',
] as const;
export type DueVerdict = (typeof dueVerdicts)[number];

export interface Due {
  readonly key: DueKey;
  readonly owedBy: 'supplier' | 'customer';
  readonly owedTo: 'customer' | 'data-protection' | 'csirt' | 'financial';
  /** What the clock runs from; null: it has not begun. */
  readonly from: Moment | null;
  /** The last instant, between bounds where an hour is unknown; null: no figure, or not begun. */
  readonly due: Bounds | null;
  readonly done: Moment | null;
  readonly verdict: DueVerdict;
}

const hourMs = 60 * minuteMs;

/**
 * Who owes whom what, and until when. Time limits, checked in November 2026 against published summaries unless marked:
 *
 * - GDPR, Regulation (EU) 2016/679, article 33(1): the controller notifies the authority within 72 hours after having become
 *   aware; 33(2): the processor notifies the controller without undue delay, a duty without a figure. That the controller is aware
 *   once its processor told it: guidelines 9/2022 of the EDPB, from memory.
 * - NIS 2, Directive (EU) 2022/2555, article 23(4): early warning within 24 hours and notification within 72 hours of becoming
 *   aware of a significant incident, final report one month after the notification. In France as transposed.
 * - DORA, Regulation (EU) 2022/2554, article 19(4), and Delegated Regulation (EU) 2025/301, article 5: initial notification
 *   within 4 hours of the classification as major and 24 hours of becoming aware; intermediate report 72 hours after the initial
 *   notification; final report one month after the intermediate one. From memory: an incident classified later than
 *   24 hours after becoming aware is notified within 4 hours of that classification, and a limit that ends on a weekend or a holiday
 *   may be put off to noon of the next working day for some entities, which is not reckoned with here.
 */
export function duesOf(facts: IncidentFacts, file: IncidentFile, now: number): Due[] {
  return [
    contractDue(facts, file, now),
    ...(facts.personalData ? personalDataDues(facts, file, now) : []),
    ...(file.regimes.includes('nis2') ? nis2Dues(facts, file, now) : []),
    ...(file.regimes.includes('dora') ? doraDues(facts, file, now) : []),
  ];
}

/** When the customer knew: by its own means, or by the supplier's word. */
export function awarenessOf(
  { toldAt }: IncidentFacts,
  { awareAt }: Pick<IncidentFile, 'awareAt'>,
): Moment | null {
  if (toldAt === null || awareAt === null) return awareAt ?? toldAt;
  return boundsOf(awareAt).to <= boundsOf(toldAt).to ? awareAt : toldAt;
}

/** When the supplier knew. */
function knowledgeOf({ detectedAt, ticketedAt }: IncidentFacts): Moment | null {
  if (detectedAt === null || ticketedAt === null) return detectedAt ?? ticketedAt;
  return isBefore(ticketedAt, detectedAt) ? ticketedAt : detectedAt;
}

function contractDue(facts: IncidentFacts, { duty }: IncidentFile, now: number): Due {
  const from = knowledgeOf(facts);
  const owed = { key: 'contract', owedBy: 'supplier', owedTo: 'customer' } as const;
  if (duty.kind !== 'firm' || duty.hours === null) {
    const verdict = withoutFigure[duty.kind];
    return { ...owed, from, due: null, done: facts.toldAt, verdict };
  }
  return judged({ ...owed, from, due: later(from, duty.hours), done: facts.toldAt }, now);
}

function personalDataDues(facts: IncidentFacts, file: IncidentFile, now: number): Due[] {
  const aware = awarenessOf(facts, file);
  return [
    {
      key: 'gdpr-processor',
      owedBy: 'supplier',
      owedTo: 'customer',
      from: knowledgeOf(facts),
      due: null,
      done: facts.toldAt,
      verdict: 'no-figure',
    },
    judged(
      {
        key: 'gdpr-authority',
        owedBy: 'customer',
        owedTo: 'data-protection',
        from: aware,
        due: later(aware, 72),
        done: noticeOf(file, 'gdpr-authority'),
      },
      now,
    ),
  ];
}

function nis2Dues(facts: IncidentFacts, file: IncidentFile, now: number): Due[] {
  const aware = awarenessOf(facts, file);
  const notified = noticeOf(file, 'nis2-notification');
  const to = { owedBy: 'customer', owedTo: 'csirt' } as const;
  const due = (key: NoticeKey, from: Moment | null, until: Bounds | null): Due =>
    judged({ ...to, key, from, due: until, done: noticeOf(file, key) }, now);
  return [
    due('nis2-early-warning', aware, later(aware, 24)),
    due('nis2-notification', aware, later(aware, 72)),
    due('nis2-final-report', notified, monthLater(notified)),
  ];
}

function doraDues(facts: IncidentFacts, file: IncidentFile, now: number): Due[] {
  const initial = noticeOf(file, 'dora-initial');
  const intermediate = noticeOf(file, 'dora-intermediate');
  const to = { owedBy: 'customer', owedTo: 'financial' } as const;
  const due = (key: NoticeKey, from: Moment | null, until: Bounds | null): Due =>
    judged({ ...to, key, from, due: until, done: noticeOf(file, key) }, now);
  return [
    due('dora-initial', file.majorAt, initialDue(awarenessOf(facts, file), file.majorAt)),
    due('dora-intermediate', initial, later(initial, 72)),
    due('dora-final', intermediate, monthLater(intermediate)),
  ];
}

/** The earlier of the two, unless the incident was classified after the later one had run out. */
function initialDue(aware: Moment | null, major: Moment | null): Bounds | null {
  const byClass = later(major, 4);
  const byKnowledge = later(aware, 24);
  if (major === null || byClass === null || byKnowledge === null) return byClass;
  if (boundsOf(major).from > byKnowledge.to) return byClass;
  return { from: Math.min(byClass.from, byKnowledge.from), to: Math.min(byClass.to, byKnowledge.to) };
}

function noticeOf({ notices }: IncidentFile, key: NoticeKey): Moment | null {
  return notices.find((one) => one.key === key)?.at ?? null;
}

function later(from: Moment | null, hours: number): Bounds | null {
  if (from === null) return null;
  const { from: first, to } = boundsOf(from);
  return { from: first + hours * hourMs, to: to + hours * hourMs };
}

/** On the same day of the next month, at the same hour of the clock. */
function monthLater(from: Moment | null): Bounds | null {
  return from === null ? null : boundsOf({ on: addMonths(from.on, 1), at: from.at });
}

function judged(due: Omit<Due, 'verdict'>, now: number): Due {
  return { ...due, verdict: verdictOf(due, now) };
}

function verdictOf({ due, done }: Omit<Due, 'verdict'>, now: number): DueVerdict {
  if (due === null) return 'waiting';
  if (done === null) return now > due.to ? 'overdue' : 'running';
  const bounds = boundsOf(done);
  if (bounds.to <= due.from) return 'kept';
  return bounds.from > due.to ? 'late' : 'uncertain';
}

export interface IncidentDelay {
  readonly key: 'detect' | 'ticket' | 'tell' | 'known-to-told';
  readonly span: Span | null;
}

/** From each step to the next, and from what the supplier knew to what the customer was told. */
export function delaysOf(facts: IncidentFacts): IncidentDelay[] {
  const { occurredAt, detectedAt, ticketedAt, toldAt } = facts;
  const between = (first: Moment | null, then: Moment | null): Span | null =>
    first === null || then === null ? null : spanBetween(first, then);
  return [
    { key: 'detect', span: between(occurredAt, detectedAt) },
    { key: 'ticket', span: between(detectedAt, ticketedAt) },
    { key: 'tell', span: between(ticketedAt, toldAt) },
    { key: 'known-to-told', span: between(knowledgeOf(facts), toldAt) },
  ];
}

/** How much time is left until the last instant, or has passed since. */
export function timeLeft(due: Bounds, now: number): { readonly over: boolean; readonly span: Span } {
  const minutes = (ms: number): number => Math.round(Math.abs(ms) / minuteMs);
  const over = now > due.to;
  const [near, far] = over ? [now - due.to, now - due.from] : [Math.max(0, due.from - now), due.to - now];
  return { over, span: { low: minutes(near), high: minutes(far) } };
}

/** The moment that stands for the last instant: the later of its bounds. */
export function lastMoment({ to }: Bounds): Moment {
  return momentAt(to);
}

/** An incident is one of the things after which an engagement is assessed again: what was answered before may no longer hold. */
export function asksReassessment(facts: IncidentFacts, lastSubmittedAt: string | null): boolean {
  const since = facts.toldAt ?? facts.detectedAt ?? facts.occurredAt;
  if (since === null || lastSubmittedAt === null) return true;
  return Date.parse(lastSubmittedAt) < boundsOf(since).to;
}
