import type { AssessmentStatus } from '../assessments/lifecycle.js';
import type { Day } from '../calendar.js';
import { obligation, type Obligation } from './obligation.js';

/** Statuses in which the supplier owes an answer. */
const awaited: readonly AssessmentStatus[] = ['sent', 'opened', 'in-progress', 'returned'];

export interface DatedAssessment {
  readonly id: string;
  readonly status: AssessmentStatus;
  readonly dueOn: Day;
  readonly title: string;
}

/** The day by which the supplier answers, for as long as an answer is owed. */
export function assessmentObligations(assessments: readonly DatedAssessment[]): Obligation[] {
  return assessments
    .filter(({ status }) => awaited.includes(status))
    .map(({ id, dueOn, title }) =>
      obligation({
        key: `assessment-due/${id}`,
        kind: 'assessment-due',
        dueOn,
        facts: { assessmentId: id, title },
      }),
    );
}

export interface DatedPiece {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly expiresOn: Day;
  readonly assessmentId: string;
}

/** The last day on which a piece that was shown still proves something. */
export function pieceObligations(pieces: readonly DatedPiece[]): Obligation[] {
  return pieces.map(({ id, name, kind, expiresOn, assessmentId }) =>
    obligation({
      key: `piece-expiry/${id}`,
      kind: 'piece-expiry',
      dueOn: expiresOn,
      facts: { pieceName: name, pieceKind: kind, assessmentId },
    }),
  );
}
