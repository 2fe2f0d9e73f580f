import type { Day } from '../calendar.js';
import type { CheckKind, CheckVerdict } from '../checks/check.js';
import type { AssessmentId, CheckId, EngagementId } from '../ids.js';
import type { EvidenceLevel } from '../questionnaires/document.js';

/** Events of what registers were asked and answered. */
export type CheckEvent =
  | {
      readonly kind: 'check-made';
      readonly engagementId: EngagementId;
      readonly checkId: CheckId;
      readonly check: CheckKind;
      readonly target: string;
      readonly verdict: CheckVerdict;
      readonly readingSha256: string;
      readonly repliesSha256: readonly string[];
    }
  | {
      readonly kind: 'check-graded';
      readonly assessmentId: AssessmentId;
      readonly questionId: string;
      readonly checkId: CheckId;
      readonly name: string;
      readonly level: EvidenceLevel;
      readonly checkedOn: Day;
    }
  | {
      readonly kind: 'check-grade-withdrawn';
      readonly assessmentId: AssessmentId;
      readonly questionId: string;
      readonly checkId: CheckId;
    }
  | { readonly kind: 'zone-token-made'; readonly domain: string };
