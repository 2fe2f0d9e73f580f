import type { Instant } from '../calendar.js';
import { acceptsAnswers, isClosed, type AssessmentStatus } from './lifecycle.js';

/** Why a request of a campaign does not move, the reason that is to be seen to first before the others. */
export const stuckKinds = [
  'bounced',
  'awaiting-us',
  'returned',
  'unopened',
  'not-started',
  'delegated',
  'idle',
  'awaiting-them',
] as const;
export type StuckKind = (typeof stuckKinds)[number];

/** Whoever was asked so few days ago is not stuck yet. */
export const stuckAfterDays = 3;

export interface RequestFacts {
  readonly status: AssessmentStatus;
  readonly statusAt: Instant;
  /** The address is refused for good, or the last message to it failed. */
  readonly bounced: boolean;
  /** The link of whoever is asked now. */
  readonly openedAt: Instant | null;
  /** When whoever is asked now was asked; reminders since then do not make them less stuck. */
  readonly askedAt: Instant | null;
  readonly lastSavedAt: Instant | null;
  /** Parts in the hands of colleagues. */
  readonly parts: number;
  /** The oldest question of the supplier that nobody answered. */
  readonly askedUsAt: Instant | null;
  /** The oldest question of ours that the supplier has not answered. */
  readonly askedThemAt: Instant | null;
}

export interface Stuck {
  readonly kind: StuckKind;
  readonly since: Instant;
}

/** Where a request is stuck, since when; null while it moves, or while it is for us to read it. */
export function whyStuck(facts: RequestFacts, now: Instant): Stuck | null {
  if (facts.status === 'prepared' || isClosed(facts.status)) return null;
  const found = stuckKinds.flatMap((kind) => {
    const since = sinceWhen[kind](facts);
    return since !== null && (atOnce.includes(kind) || isOld(since, now)) ? [{ kind, since }] : [];
  });
  return found[0] ?? null;
}

/** Nothing comes of waiting: no letter arrives, or an answer of ours is awaited. */
const atOnce: readonly StuckKind[] = ['bounced', 'awaiting-us'];

const sinceWhen: Readonly<Record<StuckKind, (facts: RequestFacts) => Instant | null>> = {
  bounced: ({ status, bounced, askedAt, statusAt }) =>
    bounced && acceptsAnswers(status) ? (askedAt ?? statusAt) : null,
  'awaiting-us': ({ status, askedUsAt }) => (acceptsAnswers(status) ? askedUsAt : null),
  returned: ({ status, statusAt }) => (status === 'returned' ? statusAt : null),
  unopened: ({ status, openedAt, askedAt }) => (status === 'sent' && openedAt === null ? askedAt : null),
  'not-started': ({ status, openedAt, statusAt }) =>
    status === 'opened' || (status === 'sent' && openedAt !== null) ? (openedAt ?? statusAt) : null,
  delegated: (facts) => (facts.parts > 0 ? quietSince(facts) : null),
  idle: quietSince,
  'awaiting-them': ({ askedThemAt }) => askedThemAt,
};

function quietSince({ status, statusAt, lastSavedAt }: RequestFacts): Instant | null {
  if (status !== 'in-progress') return null;
  return lastSavedAt !== null && lastSavedAt > statusAt ? lastSavedAt : statusAt;
}

function isOld(since: Instant, now: Instant): boolean {
  return Date.parse(now) - Date.parse(since) >= stuckAfterDays * 86_400_000;
}
