import { acceptsAnswers, type AssessmentStatus } from '../assessments/lifecycle.js';
import { accept, refuse, type Decision } from '../decision.js';

/** As far as it bears on whether an assessment may go to another version. */
export interface Movable {
  readonly status: AssessmentStatus;
  readonly versionNumber: number;
  readonly submissions: number;
}

/** Only while its supplier may answer: what is being examined was said to the questions of its version. */
export function decideMove(
  { status, versionNumber, submissions }: Movable,
  to: { readonly versionNumber: number; readonly foreseen: Pick<Movable, 'versionNumber' | 'submissions'> },
): Decision<true> {
  if (!acceptsAnswers(status)) return refuse('transition-refused', { params: { status, act: 'move' } });
  if (versionNumber >= to.versionNumber) return refuse('version-not-newer');
  const { foreseen } = to;
  return foreseen.versionNumber === versionNumber && foreseen.submissions === submissions
    ? accept(true)
    : refuse('move-outdated');
}

/** Until the answers are submitted again, and the last move first. */
export function decideReturn(
  { status, submissions }: Movable,
  move: { readonly afterSubmissions: number; readonly returned: boolean; readonly last: boolean },
): Decision<true> {
  if (move.returned || !move.last || move.afterSubmissions !== submissions) return refuse('move-final');
  return acceptsAnswers(status)
    ? accept(true)
    : refuse('transition-refused', { params: { status, act: 'return' } });
}
