import type { AnswerReview } from '../assessments/score-inputs.js';
import type { FindingStatus } from '../findings/finding.js';
import type {
  AssessmentId,
  ClarificationId,
  DelegationId,
  EvidenceId,
  FindingId,
  MoveId,
  SnapshotId,
  SubmissionId,
} from '../ids.js';
import type { ReassessmentReason } from '../reassessments/due-reassessment.js';
import type { AnswerValue, EvidenceLevel, Grade, Severity } from '../questionnaires/document.js';

export const outcomes = ['sign', 'sign-with-conditions', 'refuse'] as const;
export type Outcome = (typeof outcomes)[number];

/** What raised a finding: an answer, which also closes it again, or a contract that does not hold what an answer says. */
export const findingOrigins = ['answer', 'contract'] as const;
export type FindingOrigin = (typeof findingOrigins)[number];

/** When a score is kept. */
export const snapshotMoments = [
  'submitted',
  'returned',
  'reviewed',
  'decided',
  'profile-changed',
  'verified',
  'reopened',
] as const;
export type SnapshotMoment = (typeof snapshotMoments)[number];

type OfAssessment<K extends string, More = unknown> = {
  readonly kind: K;
  readonly assessmentId: AssessmentId;
} & More;
type OfQuestion<K extends string, More = unknown> = OfAssessment<K, { readonly questionId: string } & More>;

/** A save keeps the whole answer in the supplier's own chain: that is the answer's history. */
interface SavedAnswer {
  readonly revision: number;
  readonly answer: {
    readonly state: 'answered' | 'refused' | 'na' | 'cleared';
    readonly value?: AnswerValue;
    readonly comment: string;
    readonly justification: string;
  };
  /** The entry of the answer library that was looked at again and is said once more. */
  readonly reconfirms?: string;
}

/** A part of a request in the hands of a colleague, by the address of their mail. */
interface HandedOver {
  readonly delegationId: DelegationId;
  readonly recipient: string;
  readonly themes: readonly string[];
  readonly questions: readonly string[];
}

export interface Piece {
  readonly evidenceId: EvidenceId;
  readonly name: string;
}

/** Events of one assessment: the request, the answers, the review and the decision. */
export type AssessmentEvent =
  | OfAssessment<
      'assessment-sent',
      {
        readonly supplierName: string;
        readonly engagementName: string;
        readonly recipient: string;
        readonly dueOn: string;
        readonly questionnaireSha256: string;
        readonly contextSha256: string;
      }
    >
  | OfAssessment<'link-resent' | 'link-revoked', { readonly recipient: string }>
  | OfAssessment<
      'reminder-sent',
      {
        readonly recipient: string;
        /** Of one that left by itself; negative before the due date. */
        readonly daysFromDue?: number;
        /** Of one by hand: what was added in one's own words. */
        readonly words?: string;
      }
    >
  | OfAssessment<'recipient-replaced', { readonly before: string; readonly recipient: string }>
  | OfAssessment<'recipient-admitted', { readonly recipient: string }>
  | OfAssessment<'due-date-changed', { readonly before: string; readonly dueOn: string }>
  | OfAssessment<'assessment-cancelled' | 'assessment-reopened', { readonly reason: string }>
  | OfAssessment<'link-opened' | 'code-sent' | 'code-accepted', { readonly recipient: string }>
  | OfAssessment<'code-refused', { readonly recipient: string; readonly triesLeft: number }>
  | OfAssessment<'request-accepted', { readonly recipient: string }>
  | OfAssessment<
      'request-declined',
      { readonly recipient: string; readonly reason: string; readonly suggested?: string }
    >
  | OfAssessment<'workspace-chosen', { readonly created: boolean; readonly organisationName: string }>
  | OfAssessment<'answering-started'>
  | OfAssessment<'part-handed-over' | 'part-changed' | 'part-taken-back', HandedOver>
  | OfQuestion<'answer-saved' | 'answer-refused' | 'not-applicable-claimed' | 'answer-cleared', SavedAnswer>
  | OfQuestion<'evidence-linked' | 'evidence-unlinked', Piece>
  | OfAssessment<
      'submitted',
      {
        readonly submissionId: SubmissionId;
        readonly number: number;
        readonly submissionSha256: string;
        readonly answers: number;
        readonly pieces: number;
      }
    >
  | OfAssessment<
      'version-moved',
      {
        readonly moveId: MoveId;
        readonly fromNumber: number;
        readonly toNumber: number;
        readonly versionSha256: string;
        readonly documentSha256: string;
        readonly formerDocumentSha256: string;
        readonly changesSha256: string;
      }
    >
  | OfAssessment<
      'version-move-returned',
      { readonly moveId: MoveId; readonly fromNumber: number; readonly toNumber: number }
    >
  /** In the supplier's own chain: what the move meant for its answers, each of which stands there already. */
  | OfAssessment<
      'answers-moved',
      {
        readonly moveId: MoveId;
        /** Questions whose answers were written anew, and those among them that wait to be reconfirmed. */
        readonly questionIds: readonly string[];
        readonly reconfirm: readonly string[];
      }
    >
  | OfAssessment<'answers-moved-back', { readonly moveId: MoveId }>
  /** In the buyer's chain: an assessment that asks again what an earlier one asked. */
  | OfAssessment<
      'reassessment-sent',
      {
        readonly fromAssessmentId: AssessmentId;
        readonly reason: ReassessmentReason;
        /** Nobody asked for it at that moment: the rule did. */
        readonly byRule: boolean;
        /** Of the answers that open it. */
        readonly carriedSha256: string;
      }
    >
  /** In the supplier's chain: earlier answers that open its sheet, each waiting to be reconfirmed. */
  | OfAssessment<
      'answers-carried',
      {
        readonly fromAssessmentId: AssessmentId;
        readonly questionIds: readonly string[];
        readonly pieces: number;
        /** Pieces that have expired since stay where they are. */
        readonly expired: number;
        readonly carriedSha256: string;
      }
    >
  | OfAssessment<'review-started', { readonly number: number }>
  | OfAssessment<'returned', { readonly reason: string; readonly questions: number }>
  | OfQuestion<
      'clarification-asked' | 'clarification-answered' | 'clarification-closed',
      {
        readonly clarificationId: ClarificationId;
        readonly messageSha256: string;
        /** A file that came with the message; never deleted. */
        readonly file?: { readonly name: string; readonly sha256: string };
      }
    >
  | OfQuestion<'clarification-resolved' | 'clarification-reopened'>
  | OfQuestion<'evidence-graded', Piece & { readonly level: EvidenceLevel }>
  | OfQuestion<'evidence-rejected', Piece & { readonly reason: string }>
  | OfQuestion<'evidence-verdict-withdrawn', Piece>
  | OfAssessment<'answers-seen', { readonly number: number; readonly questionIds: readonly string[] }>
  | OfQuestion<'na-decided', { readonly accepted: boolean; readonly reason: string }>
  | OfQuestion<'na-decision-withdrawn'>
  | OfQuestion<
      'answer-overridden',
      {
        readonly reason: string;
        readonly answerSha256: string;
        /** What was put in the answer's place; events from before this was told hold its hash alone. */
        readonly override?: NonNullable<AnswerReview['override']>;
      }
    >
  | OfQuestion<'override-withdrawn', { readonly reason: string }>
  | OfQuestion<'note-written', { readonly noteSha256: string }>
  | OfQuestion<'finding-raised', { readonly findingId: FindingId; readonly severity: Severity }>
  | OfQuestion<
      'finding-changed',
      {
        readonly findingId: FindingId;
        readonly before: FindingStatus;
        readonly status: FindingStatus;
        readonly reason: string;
      }
    >
  | OfAssessment<'reviewed', { readonly number: number }>
  | OfAssessment<
      'decided',
      {
        readonly outcome: Outcome;
        readonly reason: string;
        readonly gradeShared: boolean;
        readonly snapshotId: SnapshotId;
        /** The rule set beforehand, when there is one, and what the score made of it. */
        readonly ruleId?: string;
        readonly ruleMet?: boolean;
        /** Why the decision departs from the rule. */
        readonly departure?: string;
      }
    >
  | OfAssessment<
      'decision-told',
      { readonly outcome: Outcome; readonly gradeShared: boolean; readonly noticeSha256: string }
    >
  | OfAssessment<
      'score-kept',
      {
        readonly snapshotId: SnapshotId;
        readonly moment: SnapshotMoment;
        readonly grade?: Grade;
        readonly score?: number;
        readonly snapshotSha256: string;
      }
    >;
