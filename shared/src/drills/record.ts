import { accept, refuse, refuseField, type Decision } from '../decision.js';
import { maxLengths } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import type { AskedAuthorisation } from './authorisation.js';
import type { Drill } from './drill.js';

/** A drill once carried out, frozen and numbered: both sides read the same text. */
export interface DrillRecord {
  readonly number: number;
  readonly engagement: string;
  readonly authorisation: AskedAuthorisation & { readonly fileSha256: string };
  readonly drill: Drill;
}

export const replyStances = ['countersigned', 'contested'] as const;
export type ReplyStance = (typeof replyStances)[number];

export interface DrillReply {
  readonly stance: ReplyStance;
  /** Why it is contested; empty for a counter-signature. */
  readonly reason: string;
}

/** A counter-signature is final; what was contested may be counter-signed later, and contested again for another reason. */
export function decideReply(
  stances: readonly ReplyStance[],
  { stance, reason }: DrillReply,
): Decision<DrillReply> {
  if (stances.includes('countersigned')) return refuse('drill-countersigned');
  const contested = stance === 'contested';
  const [error] = checkText('/reason', reason, {
    max: maxLengths.longText,
    multiline: true,
    optional: !contested,
  });
  if (error !== undefined) {
    return error.code === 'required'
      ? refuseField('/reason', 'reason-required')
      : refuseField('/reason', error.code, error.params);
  }
  return accept({ stance, reason: contested ? tidyText(reason) : '' });
}

/** What a record proves: as much as the buyer's own dated document, until the supplier counter-signs it. */
export function levelOfRecord(stances: readonly ReplyStance[]): 'E2' | 'E4' {
  return stances.includes('countersigned') ? 'E4' : 'E2';
}
