import { boundsOf, minuteMs, type Bounds, type Moment, type Span } from '../moment.js';

/** By how much what was done came after the last instant. */
export function judgedLateness(due: Bounds, done: Moment): Span {
  const { from, to } = boundsOf(done);
  const minutes = (ms: number): number => Math.max(0, Math.round(ms / minuteMs));
  return { low: minutes(from - due.to), high: minutes(to - due.from) };
}
