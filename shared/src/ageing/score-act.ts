import type { AnswerReview } from '../assessments/score-inputs.js';
import type { SnapshotMoment } from '../audit/assessment-events.js';
import type { Day, Instant } from '../calendar.js';
import type { Verification } from '../findings/verification.js';
import type {
  AssessmentId,
  CheckId,
  DrillRecordId,
  FindingId,
  ProfileId,
  SnapshotId,
  SubmissionId,
  WarningId,
} from '../ids.js';
import type { EvidenceLevel } from '../questionnaires/document.js';

type Of<K extends string, More = unknown> = {
  readonly kind: K;
  readonly at: Instant;
  readonly assessmentId: AssessmentId;
} & More;
type OfQuestion<K extends string, More = unknown> = Of<K, { readonly questionId: string } & More>;

/** What somebody did that a score depends on, as the chain tells it. */
export type ScoreAct =
  | Of<'submitted', { readonly submissionId: SubmissionId }>
  | OfQuestion<'evidence-graded', { readonly evidenceId: string; readonly level: EvidenceLevel }>
  | OfQuestion<'evidence-rejected' | 'evidence-verdict-withdrawn', { readonly evidenceId: string }>
  | OfQuestion<'warning-graded', { readonly warningId: WarningId; readonly level: EvidenceLevel }>
  | OfQuestion<'warning-grade-withdrawn', { readonly warningId: WarningId }>
  | OfQuestion<
      'measure-confirmed',
      { readonly sourceId: DrillRecordId; readonly level: EvidenceLevel; readonly measuredOn: Day }
    >
  | OfQuestion<'measure-withdrawn', { readonly sourceId: DrillRecordId }>
  | OfQuestion<
      'check-graded',
      {
        readonly checkId: CheckId;
        readonly name: string;
        readonly level: EvidenceLevel;
        readonly checkedOn: Day;
      }
    >
  | OfQuestion<'check-grade-withdrawn', { readonly checkId: CheckId }>
  | OfQuestion<'na-decided', { readonly accepted: boolean }>
  | OfQuestion<'verification-kept', { readonly findingId: FindingId; readonly verification: Verification }>
  | OfQuestion<'verification-ended', { readonly findingId: FindingId }>
  | OfQuestion<'na-decision-withdrawn' | 'override-withdrawn'>
  /** Without an override the chain does not say what was put in the answer's place, only its hash. */
  | OfQuestion<'answer-overridden', { readonly override?: AnswerReview['override'] }>
  | Of<
      'review-started' | 'returned' | 'reviewed' | 'decided' | 'assessment-cancelled' | 'assessment-reopened'
    >
  /** A change of profile that was kept with a score of another assessment of the engagement. */
  | Of<'profile-chosen', { readonly profileId: ProfileId }>
  | Of<
      'score-kept',
      {
        readonly snapshotId: SnapshotId;
        readonly moment: SnapshotMoment;
        readonly submissionId: SubmissionId;
        readonly profileId: ProfileId;
      }
    >;

/** Events that tell of them. */
export const scoreActKinds = [
  'submitted',
  'evidence-graded',
  'evidence-rejected',
  'evidence-verdict-withdrawn',
  'warning-graded',
  'warning-grade-withdrawn',
  'measure-confirmed',
  'measure-withdrawn',
  'check-graded',
  'check-grade-withdrawn',
  'na-decided',
  'na-decision-withdrawn',
  'answer-overridden',
  'override-withdrawn',
  'verification-kept',
  'verification-ended',
  'review-started',
  'returned',
  'reviewed',
  'decided',
  'assessment-cancelled',
  'assessment-reopened',
  'score-kept',
] as const satisfies readonly Exclude<ScoreAct['kind'], 'profile-chosen'>[];
