import type { Span } from '../moment.js';

export const limitVerdicts = ['kept', 'late', 'uncertain', 'never', 'not-written'] as const;
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
