import type { ScoreAct } from '@probant/shared/ageing/score-act';
import type { AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { Submission } from '@probant/shared/assessments/submit';
import type { SnapshotMoment } from '@probant/shared/audit/assessment-events';
import type {
  AssessmentId,
  EngagementId,
  OrganisationId,
  ProfileId,
  SnapshotId,
  SubmissionId,
  VersionId,
  WarningId,
} from '@probant/shared/ids';
import type { EngagementContext, Grade } from '@probant/shared/questionnaires/document';
import type { Weights } from '@probant/shared/scoring/answer';
import type { WarningContent } from '@probant/shared/warnings/warning';
import type { Tx } from '../../platform/database/work.js';
import type { ProfileInForce } from '../profiles/profiles.public.js';

export interface AssessmentRow {
  readonly id: AssessmentId;
  readonly status: AssessmentStatus;
  readonly accepted: boolean;
  /** The version that was sent. */
  readonly version_id: VersionId;
  readonly context: EngagementContext;
}

export function readAssessments(
  tx: Tx,
  organisationId: OrganisationId,
  engagementId: EngagementId,
): Promise<AssessmentRow[]> {
  return tx.query<AssessmentRow>(
    `SELECT a.id, a.status, a.supplier_organisation_id IS NOT NULL AS accepted, f.version_id, f.context FROM assessments a
       JOIN assessment_frames f ON f.organisation_id = a.buyer_id AND f.assessment_id = a.id
     WHERE a.buyer_id = $1 AND a.engagement_id = $2 ORDER BY a.created_at, a.id`,
    [organisationId, engagementId],
  );
}

export interface KnownSubmission {
  readonly id: SubmissionId;
  readonly assessmentId: AssessmentId;
  readonly submission: Submission;
}

export async function readSubmissions(
  tx: Tx,
  organisationId: OrganisationId,
  assessmentIds: readonly AssessmentId[],
): Promise<KnownSubmission[]> {
  const rows = await tx.query<{ id: SubmissionId; assessment_id: AssessmentId; submission_text: string }>(
    `SELECT id, assessment_id, submission_text FROM submissions WHERE buyer_id = $1 AND assessment_id = ANY ($2)
     ORDER BY submitted_at, id`,
    [organisationId, assessmentIds],
  );
  return rows.map(({ id, assessment_id, submission_text }) => ({
    id,
    assessmentId: assessment_id,
    submission: JSON.parse(submission_text) as Submission,
  }));
}

export interface SnapshotRow {
  readonly id: SnapshotId;
  readonly assessment_id: AssessmentId;
  readonly submission_id: SubmissionId;
  readonly cause: SnapshotMoment;
  readonly at: Date;
  readonly score: number | null;
  readonly grade: Grade | null;
  readonly engine_version: string;
  readonly profile_id: ProfileId;
}

/** Of the whole engagement: they tell which profile was in force when. */
export function readSnapshots(
  tx: Tx,
  organisationId: OrganisationId,
  engagementId: EngagementId,
): Promise<SnapshotRow[]> {
  return tx.query<SnapshotRow>(
    `SELECT id, assessment_id, submission_id, cause, at, score, grade, engine_version, profile_id FROM score_snapshots
     WHERE organisation_id = $1 AND assessment_id IN (SELECT a.id FROM assessments a WHERE a.buyer_id = $1 AND a.engagement_id = $2)
       AND submission_id IS NOT NULL ORDER BY at, id`,
    [organisationId, engagementId],
  );
}

export async function readProfiles(
  tx: Tx,
  organisationId: OrganisationId,
  ids: readonly ProfileId[],
): Promise<ReadonlyMap<ProfileId, ProfileInForce>> {
  const rows = await tx.query<{ id: ProfileId; name: string; number: number } & Required<Weights>>(
    'SELECT id, name, number, themes, questions FROM weight_profiles WHERE organisation_id = $1 AND id = ANY ($2)',
    [organisationId, ids],
  );
  return new Map(
    rows.map(({ id, name, number, themes, questions }) => [
      id,
      { profileId: id, name, number, weights: { themes, questions } },
    ]),
  );
}

/** The entries of the register that any of the acts takes as proof; they never change. */
export async function readWarningContents(
  tx: Tx,
  organisationId: OrganisationId,
  acts: readonly ScoreAct[],
): Promise<ReadonlyMap<WarningId, WarningContent>> {
  const ids = [...new Set(acts.flatMap((act) => (act.kind === 'warning-graded' ? [act.warningId] : [])))];
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: WarningId; content_text: string }>(
    'SELECT id, content_text FROM warnings WHERE buyer_id = $1 AND id = ANY ($2)',
    [organisationId, ids],
  );
  // Written by the rule that signed it.
  return new Map(rows.map(({ id, content_text }) => [id, JSON.parse(content_text) as WarningContent]));
}
