import type { Span } from '../moment.js';
import type { DrillLimits } from './drill.js';
import type { DrillMetrics, MeasuredTicket } from './metrics.js';

export const limitVerdicts = [
  'kept',
  'late',
  'uncertain',
  'never',
  'nothing-to-judge',
  'not-written',
] as const;
export type LimitVerdict = (typeof limitVerdicts)[number];

export interface JudgedSpan {
  readonly verdict: LimitVerdict;
  /** Minutes over the limit, when they are over it. */
  readonly over: Span | null;
}

/** Against what the contract gives. Where nothing is written, no duration is a breach, however long. */
export function judgeSpan(span: Span | null, limitHours: number | null): JudgedSpan {
  if (limitHours === null) return { verdict: 'not-written', over: null };
  if (span === null) return { verdict: 'never', over: null };
  const limit = limitHours * 60;
  const over = { low: Math.max(0, span.low - limit), high: Math.max(0, span.high - limit) };
  if (span.high <= limit) return { verdict: 'kept', over: null };
  return { verdict: span.low > limit ? 'late' : 'uncertain', over };
}

/** What was measured once; `undated`: it was done, and nobody noted when. */
export type Measured = Span | 'undated' | 'never';

export interface JudgedDelay {
  readonly key: 'detect' | 'qualify' | 'tell';
  readonly hours: number | null;
  readonly measured: readonly Measured[];
  readonly verdict: LimitVerdict;
}

/** Every delay of a drill against the contract, each by the worst of what was measured. */
export function judgeDelays(limits: DrillLimits, { detect, tickets }: DrillMetrics): JudgedDelay[] {
  return [
    judgeDelay('detect', limits.detectHours, detect.map(measured)),
    judgeDelay('qualify', limits.qualifyHours, tickets.map(qualification)),
    judgeDelay(
      'tell',
      limits.tellHours,
      tickets.map(({ tell }) => measured(tell)),
    ),
  ];
}

export interface JudgedSearch {
  readonly searched: number;
  readonly of: number;
  readonly verdict: LimitVerdict;
}

const searchVerdicts = { yes: 'kept', unknown: 'uncertain', no: 'never' } as const;

/** Whether each detection was traced to its origin, where the contract asks for it. */
export function judgeSearch({ originSearch }: DrillLimits, { tickets }: DrillMetrics): JudgedSearch {
  const searches = tickets.map(({ ticket }) => ticket.originSearched);
  return {
    searched: searches.filter((one) => one === 'yes').length,
    of: searches.length,
    verdict: originSearch ? worstOf(searches.map((one) => searchVerdicts[one])) : 'not-written',
  };
}

function judgeDelay(key: JudgedDelay['key'], hours: number | null, all: readonly Measured[]): JudgedDelay {
  if (hours === null) return { key, hours, measured: all, verdict: 'not-written' };
  return { key, hours, measured: all, verdict: worstOf(all.map((one) => verdictOf(one, hours))) };
}

const worstFirst = ['never', 'late', 'uncertain', 'kept'] as const satisfies readonly LimitVerdict[];

function worstOf(verdicts: readonly LimitVerdict[]): LimitVerdict {
  return worstFirst.find((verdict) => verdicts.includes(verdict)) ?? 'nothing-to-judge';
}

function verdictOf(one: Measured, hours: number): LimitVerdict {
  if (one === 'undated') return 'uncertain';
  return judgeSpan(one === 'never' ? null : one, hours).verdict;
}

function measured(span: Span | null): Measured {
  return span ?? 'never';
}

/** A ticket that somebody judged was qualified, with or without the hour of it. */
function qualification({ qualify, ticket }: MeasuredTicket): Measured {
  return qualify ?? (ticket.verdict === 'unstated' ? 'never' : 'undated');
}
