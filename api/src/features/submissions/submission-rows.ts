import type { AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { AnswerAuthor, FrozenSubmission, PieceToSubmit } from '@probant/shared/assessments/submit';
import type { SubmissionId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import type { SubmissionResponse } from './submissions.dto.js';

export interface AssessmentRow {
  readonly buyer_id: string;
  readonly buyer_name: string;
  readonly buyer_contact: string;
  readonly title: string;
  readonly status: AssessmentStatus;
  readonly submissions: number;
  readonly version_sha256: string;
  readonly document_sha256: string;
  readonly document_text: string;
}

export interface AnswerRow {
  readonly question_key: string;
  readonly state: 'answered' | 'refused' | 'na' | 'cleared';
  readonly value: unknown;
  readonly comment: string;
  readonly justification: string;
  readonly updated_by: string;
  readonly updated_by_name: string;
  readonly updated_at: Date;
  /** The question changed since, and nobody has said that the answer still holds. */
  readonly reconfirm: boolean;
}

export interface PieceRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly sha256: string;
  readonly media_type: string;
  readonly bytes: string;
  readonly scan_engine: string;
  readonly scan_partial: boolean;
  readonly dated_on: string | null;
  readonly expires_on: string | null;
  readonly uploaded_at: Date;
  readonly questions: string[];
}

export interface SubmissionRow {
  readonly id: SubmissionId;
  readonly number: number;
  readonly submitted_at: Date;
  readonly attested_by_name: string;
  readonly sha256: string;
  readonly sheet_revision: string;
}

export function toAuthor({ updated_by, updated_by_name, updated_at }: AnswerRow): AnswerAuthor {
  return { by: { id: updated_by, name: updated_by_name }, at: updated_at.toISOString() };
}

export function toPiece(row: PieceRow): PieceToSubmit {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    sha256: row.sha256,
    mediaType: row.media_type,
    bytes: Number(row.bytes),
    questions: row.questions,
    ...(row.dated_on === null ? {} : { datedOn: row.dated_on }),
    ...(row.expires_on === null ? {} : { expiresOn: row.expires_on }),
  };
}

export function toResponse(row: SubmissionRow): SubmissionResponse {
  return {
    id: row.id,
    number: row.number,
    submittedAt: row.submitted_at.toISOString(),
    attestedBy: row.attested_by_name,
    sha256: row.sha256,
    sheetRevision: Number(row.sheet_revision),
  };
}

export async function insertSubmission(
  tx: Tx,
  scope: Scope,
  {
    buyerId,
    id,
    sha256,
    frozen,
  }: { buyerId: string; id: SubmissionId; sha256: string; frozen: FrozenSubmission },
): Promise<void> {
  const { submission, text } = frozen;
  await tx.query(
    `INSERT INTO submissions (buyer_id, supplier_organisation_id, id, assessment_id, number, sheet_revision,
       submission_text, sha256, attested_by, attested_by_name, submitted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      buyerId,
      scope.organisationId,
      id,
      submission.assessmentId,
      submission.number,
      submission.sheetRevision,
      text,
      sha256,
      scope.accountId,
      scope.accountName,
      submission.submittedAt,
    ],
  );
}
