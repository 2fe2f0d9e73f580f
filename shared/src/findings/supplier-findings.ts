import type { Localised, Severity } from '../questionnaires/document.js';
import type { FindingSide, FindingStanding } from './finding.js';
import { isTold, tellsReason, type FindingAct, type Mover } from './lifecycle.js';

/** One entry of the history of a finding. */
export interface ToldAct {
  readonly number: number;
  readonly act: FindingAct;
  readonly by: Mover;
  readonly authorName: string;
  readonly reason: string;
  readonly standing: FindingStanding;
  readonly at: string;
}

/** A finding as its supplier follows it: neither lesson nor level, nor anything of the buyer's own reasons. */
export interface FollowedFinding {
  readonly id: string;
  readonly questionId: string;
  readonly severity: Severity;
  readonly text: Localised;
  readonly fix: Localised;
  readonly standing: FindingStanding;
}

export function toFollowedFinding(finding: FollowedFinding): FollowedFinding {
  const { id, questionId, severity, text, fix, standing } = finding;
  return { id, questionId, severity, text, fix, standing };
}

/** What the supplier reads of the history: what it was told, and why where that is for its eyes. */
export function toToldActs(acts: readonly ToldAct[]): ToldAct[] {
  return acts
    .filter(({ act }) => isTold(act))
    .map(({ number, act, by, authorName, reason, standing, at }) => ({
      number,
      act,
      by,
      authorName,
      reason: tellsReason(act) ? reason : '',
      standing,
      at,
    }));
}

/** A letter tells the other side of an act; the product's own acts and the buyer's inner ones tell nobody. */
export function letterGoesTo(act: FindingAct, by: Mover): FindingSide | undefined {
  if (by === 'product' || !isTold(act) || act === 'close' || act === 'accept') return undefined;
  return by === 'buyer' ? 'supplier' : 'buyer';
}
