import type { Day } from '../calendar.js';
import type { Verification } from '../findings/verification.js';
import type { AssessmentId, EvidenceId, FindingId } from '../ids.js';

type OfFinding<K extends string, More = unknown> = {
  readonly kind: K;
  readonly assessmentId: AssessmentId;
  readonly questionId: string;
  readonly findingId: FindingId;
} & More;

/** Its words stand in its row: the supplier may read the event and not every reason. */
interface Act {
  readonly number: number;
  readonly actSha256: string;
}

/** What becomes of a finding once it is there: its plan, its proof, the risk that is accepted. */
export type FindingEvent =
  | OfFinding<'plan-proposed' | 'plan-agreed', Act & { readonly dueOn: Day }>
  | OfFinding<
      | 'plan-declined'
      | 'finding-commented'
      | 'correction-announced'
      | 'proof-refused'
      | 'finding-verified'
      | 'acceptance-ended'
      | 'finding-closed'
      | 'finding-reopened',
      Act
    >
  | OfFinding<'risk-accepted', Act & { readonly until: Day }>
  | OfFinding<'acceptance-asked', Act & { readonly reason: string }>
  | OfFinding<'acceptance-refused', Act & { readonly reason: string }>
  | OfFinding<
      'proof-attached',
      { readonly evidenceId: EvidenceId; readonly name: string; readonly pieceSha256: string }
    >
  | OfFinding<
      'verification-kept',
      {
        readonly number: number;
        /** Whole, in the buyer's chain alone: the score of a past day is worked out from it. */
        readonly verification: Verification;
        readonly verificationSha256: string;
      }
    >
  | OfFinding<'verification-ended', { readonly number: number }>;
