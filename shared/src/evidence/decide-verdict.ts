import { accept, refuseField, type Decision } from '../decision.js';
import type { EvidenceLevel } from '../questionnaires/document.js';
import { assignableLevels, type DatedPiece } from './freshness.js';

export const verdicts = ['accepted', 'rejected', 'unexamined'] as const;

/** What a reviewer says of a piece for a question; unexamined takes an earlier verdict back. */
export type Verdict =
  | { readonly verdict: 'accepted'; readonly level: EvidenceLevel }
  | { readonly verdict: 'rejected' }
  | { readonly verdict: 'unexamined' };

export interface VerdictWish {
  readonly verdict: (typeof verdicts)[number];
  readonly level?: EvidenceLevel | undefined;
  readonly note: string;
}

/** An accepted piece has a level that its date allows; a rejected one has a reason, which the supplier reads. */
export function decideVerdict(piece: DatedPiece, wish: VerdictWish): Decision<Verdict> {
  switch (wish.verdict) {
    case 'accepted':
      if (wish.level === undefined) return refuseField('/level', 'level-required');
      return assignableLevels(piece).includes(wish.level)
        ? accept({ verdict: 'accepted', level: wish.level })
        : refuseField('/level', 'level-needs-date');
    case 'rejected':
      return wish.note.trim() === ''
        ? refuseField('/note', 'reason-required')
        : accept({ verdict: 'rejected' });
    case 'unexamined':
      return accept({ verdict: 'unexamined' });
  }
}
