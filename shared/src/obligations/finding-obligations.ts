import type { Day } from '../calendar.js';
import type { FindingSide, FindingStatus } from '../findings/finding.js';
import { obligation, type Obligation } from './obligation.js';

export interface DatedFinding {
  readonly id: string;
  readonly questionId: string;
  readonly status: FindingStatus;
  /** By when the agreed plan is to be carried out, and by whom. */
  readonly plan: { readonly dueOn: Day; readonly ownerSide: FindingSide } | null;
  readonly acceptedUntil: Day | null;
  /** Of the act that left the finding as it stands. */
  readonly standsSince: Day;
}

/** Once the proof is there the plan is done, and it is the buyer who is waited for. */
const done: readonly FindingStatus[] = ['delivered', 'verified'];
const withoutObject: readonly FindingStatus[] = ['accepted', 'closed'];

/** The day of every plan that was agreed, and the last day of every accepted risk. */
export function findingObligations(findings: readonly DatedFinding[]): Obligation[] {
  return findings.flatMap(({ id, questionId, status, plan, acceptedUntil, standsSince }) => {
    const facts = { findingId: id, questionId };
    const planned =
      plan === null
        ? []
        : [
            obligation({
              key: `remediation/${id}`,
              kind: 'remediation',
              dueOn: plan.dueOn,
              facts: { ...facts, ownerSide: plan.ownerSide },
              settledOn: done.includes(status) ? standsSince : null,
              lapsedOn: withoutObject.includes(status) ? standsSince : null,
            }),
          ];
    const accepted =
      status !== 'accepted' || acceptedUntil === null
        ? []
        : [obligation({ key: `acceptance-end/${id}`, kind: 'acceptance-end', dueOn: acceptedUntil, facts })];
    return [...planned, ...accepted];
  });
}
