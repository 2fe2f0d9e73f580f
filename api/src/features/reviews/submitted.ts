import type { Submission } from '@probant/shared/assessments/submit';
import type { AssessmentId, OrganisationId, SubmissionId } from '@probant/shared/ids';
import type { Tx } from '../../platform/database/work.js';

/** A frozen submission and what is kept beside its text. */
export interface KeptSubmission extends Submission {
  readonly id: SubmissionId;
  readonly sha256: string;
}

/** Every submission of an assessment, oldest first. */
export async function readSubmissions(
  tx: Tx,
  buyerId: OrganisationId,
  assessmentId: AssessmentId,
): Promise<KeptSubmission[]> {
  const rows = await tx.query<{ id: SubmissionId; sha256: string; submission_text: string }>(
    'SELECT id, sha256, submission_text FROM submissions WHERE buyer_id = $1 AND assessment_id = $2 ORDER BY number',
    [buyerId, assessmentId],
  );
  return rows.map(({ id, sha256, submission_text }) => ({
    ...(JSON.parse(submission_text) as Submission),
    id,
    sha256,
  }));
}

export interface ScannedPiece {
  readonly evidence_id: string;
  readonly scan_engine: string;
  readonly scan_partial: boolean;
  readonly uploaded_at: Date;
}

/** What was found out about the pieces of a submission when they arrived. */
export async function readScans(
  tx: Tx,
  buyerId: OrganisationId,
  submissionId: SubmissionId,
): Promise<ReadonlyMap<string, ScannedPiece>> {
  const rows = await tx.query<ScannedPiece>(
    `SELECT evidence_id, scan_engine, scan_partial, uploaded_at FROM submission_pieces
     WHERE buyer_id = $1 AND submission_id = $2`,
    [buyerId, submissionId],
  );
  return new Map(rows.map((row) => [row.evidence_id, row]));
}
