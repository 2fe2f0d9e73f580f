import type { AccountId, AssessmentId, EvidenceId } from '../ids.js';

/** Events of reviewing together: who reviews what, and what a second person confirmed. */
export type ReviewEvent =
  | {
      readonly kind: 'reviewer-assigned';
      readonly assessmentId: AssessmentId;
      readonly accountId: AccountId;
      readonly name: string;
    }
  | { readonly kind: 'reviewer-released'; readonly assessmentId: AssessmentId; readonly name: string }
  | {
      readonly kind: 'acceptance-confirmed';
      readonly assessmentId: AssessmentId;
      readonly questionId: string;
      /** Of a piece; a claim of not applicable has none. */
      readonly evidenceId?: EvidenceId;
      readonly name?: string;
      readonly acceptedBy: string;
    }
  /** An empty code: of every questionnaire. */
  | { readonly kind: 'four-eyes-changed'; readonly questionnaireCode: string; readonly on: boolean };
