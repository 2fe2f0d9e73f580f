import type { Day } from '../calendar.js';
import type { WarningDecision } from '../warnings/warning.js';
import { obligation, type Obligation } from './obligation.js';

export interface DatedWarning {
  readonly id: string;
  readonly subject: string;
  readonly decideBy: Day;
  readonly decision: WarningDecision | null;
  readonly decidedOn: Day | null;
  /** When another entry took its place. */
  readonly supersededOn: Day | null;
}

/** The day by which the buyer decides; to take note is no decision. */
export function warningObligations(warnings: readonly DatedWarning[]): Obligation[] {
  return warnings.map(({ id, subject, decideBy, decision, decidedOn, supersededOn }) =>
    obligation({
      key: `warning-answer/${id}`,
      kind: 'warning-answer',
      dueOn: decideBy,
      facts: { warningId: id, title: subject },
      settledOn: decision === null || decision === 'acknowledged' ? null : decidedOn,
      lapsedOn: supersededOn,
    }),
  );
}
