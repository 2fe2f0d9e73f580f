import { accept, refuse, refuseField, type Decision } from '../decision.js';

export interface FindingChange {
  readonly status: 'open' | 'closed';
  readonly reason: string;
}

/** A person closes a finding, or opens it again, and says why. */
export function decideFindingChange(
  before: FindingChange['status'],
  { status, reason }: FindingChange,
): Decision<FindingChange> {
  if (before === status) return refuse('transition-refused', { params: { status: before } });
  const why = reason.trim();
  return why === '' ? refuseField('/reason', 'reason-required') : accept({ status, reason: why });
}
