import type { AssessmentId, EngagementId, WarningId } from '../ids.js';
import type { EvidenceLevel } from '../questionnaires/document.js';
import type { SilenceStep } from '../warnings/silence.js';
import type { WarningDecision } from '../warnings/warning.js';

interface OfWarning<K extends string> {
  readonly kind: K;
  readonly warningId: WarningId;
  readonly warningSha256: string;
  readonly subject: string;
}

/** Named where the entry stands in the chains of both sides. */
interface Followed {
  readonly assessmentId?: AssessmentId;
}

/** Events of the register of warnings. */
export type WarningEvent =
  | (OfWarning<'warning-given'> & { readonly assessmentId: AssessmentId; readonly supersedes?: WarningId })
  | (OfWarning<'warning-entered'> &
      Followed & { readonly engagementId: EngagementId; readonly supersedes?: WarningId })
  | (OfWarning<'warning-answered'> &
      Followed & {
        readonly decisionId: string;
        readonly decision: WarningDecision;
        readonly decisionSha256: string;
      })
  | (OfWarning<'warning-confirmed'> & {
      readonly assessmentId: AssessmentId;
      readonly confirmationSha256: string;
    })
  | {
      readonly kind: 'warning-silence-told';
      readonly warningId: WarningId;
      readonly subject: string;
      readonly step: SilenceStep;
      /** Names of those to whom the letter went. */
      readonly to: readonly string[];
    }
  | {
      readonly kind: 'warning-graded';
      readonly assessmentId: AssessmentId;
      readonly questionId: string;
      readonly warningId: WarningId;
      readonly level: EvidenceLevel;
    }
  | {
      readonly kind: 'warning-grade-withdrawn';
      readonly assessmentId: AssessmentId;
      readonly questionId: string;
      readonly warningId: WarningId;
    }
  | {
      readonly kind: 'warning-piece-stored';
      readonly pieceId: string;
      readonly name: string;
      readonly pieceSha256: string;
    };
