import type { Submission } from '@probant/shared/assessments/submit';
import type {
  AssessmentId,
  EngagementId,
  OrganisationId,
  SubmissionId,
  VersionId,
} from '@probant/shared/ids';
import type { Tx } from '../../platform/database/work.js';

/** The last submission of an engagement, which the next assessment asks again. */
export interface LastAnswers {
  readonly assessmentId: AssessmentId;
  readonly submissionId: SubmissionId;
  readonly submission: Submission;
  readonly supplierOrganisationId: OrganisationId;
  /** The version that was sent, which names the questionnaire. */
  readonly versionId: VersionId;
  readonly contactId: string | null;
  readonly recipientName: string;
}

interface Row {
  readonly assessment_id: AssessmentId;
  readonly submission_id: SubmissionId;
  readonly submission_text: string;
  readonly supplier_organisation_id: OrganisationId;
  readonly version_id: VersionId;
  readonly contact_id: string | null;
  readonly recipient_name: string;
}

/** Whoever was asked then is asked again, as long as the supplier has a contact of that address. */
export async function findLastAnswers(
  tx: Tx,
  organisationId: OrganisationId,
  engagementId: EngagementId,
): Promise<LastAnswers | undefined> {
  const [row] = await tx.query<Row>(
    `SELECT s.assessment_id, s.id AS submission_id, s.submission_text, s.supplier_organisation_id, f.version_id,
       r.name AS recipient_name, (SELECT k.id FROM contacts k WHERE k.organisation_id = s.buyer_id AND k.supplier_id = f.supplier_id
         AND k.email = r.email ORDER BY k.created_at, k.id LIMIT 1) AS contact_id
     FROM submissions s
     JOIN assessments a ON a.buyer_id = s.buyer_id AND a.id = s.assessment_id
     JOIN assessment_frames f ON f.organisation_id = s.buyer_id AND f.assessment_id = s.assessment_id
     JOIN LATERAL (SELECT n.name, n.email FROM recipients n WHERE n.buyer_id = s.buyer_id AND n.assessment_id = s.assessment_id
       ORDER BY n.revoked_at DESC NULLS FIRST, n.created_at DESC LIMIT 1) r ON true
     WHERE s.buyer_id = $1 AND a.engagement_id = $2 ORDER BY s.submitted_at DESC, s.number DESC LIMIT 1`,
    [organisationId, engagementId],
  );
  if (row === undefined) return undefined;
  return {
    assessmentId: row.assessment_id,
    submissionId: row.submission_id,
    // Frozen by the rule that wrote it.
    submission: JSON.parse(row.submission_text) as Submission,
    supplierOrganisationId: row.supplier_organisation_id,
    versionId: row.version_id,
    contactId: row.contact_id,
    recipientName: row.recipient_name,
  };
}
