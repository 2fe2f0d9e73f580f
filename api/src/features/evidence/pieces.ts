import type { EvidenceId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { found } from '../../platform/http/problem.js';
import type { EvidenceResponse } from './evidence.dto.js';

interface PieceRow {
  readonly id: EvidenceId;
  readonly name: string;
  readonly kind: string;
  readonly dated_on: string | null;
  readonly expires_on: string | null;
  readonly sha256: string;
  readonly bytes: string;
  readonly media_type: string;
  readonly scan_engine: string;
  readonly scan_partial: boolean;
  readonly uploaded_by_name: string;
  readonly uploaded_at: Date;
  readonly submitted_at: Date | null;
  readonly superseded_at: Date | null;
  readonly revision: number;
  readonly questions: string[];
}

const select = `
  SELECT e.id, e.name, e.kind, e.dated_on::text, e.expires_on::text, e.sha256, f.bytes, f.media_type, f.scan_engine,
    f.scan_partial, e.uploaded_by_name, e.uploaded_at, e.submitted_at, e.superseded_at, e.revision,
    ARRAY(SELECT l.question_key FROM evidence_links l WHERE l.organisation_id = e.organisation_id
      AND l.evidence_id = e.id AND l.assessment_id = $2 ORDER BY l.question_key) AS questions
  FROM evidence e JOIN evidence_files f ON f.organisation_id = e.organisation_id AND f.sha256 = e.sha256
  WHERE e.organisation_id = $1`;

const maxPieces = 500;

/** The workspace's pieces, newest first, with the questions of one request that they stand beside. */
export async function listPieces(tx: Tx, scope: Scope, assessmentId: string): Promise<EvidenceResponse[]> {
  const rows = await tx.query<PieceRow>(`${select} ORDER BY e.uploaded_at DESC, e.id LIMIT $3`, [
    scope.organisationId,
    assessmentId,
    maxPieces,
  ]);
  return rows.map(toResponse);
}

export async function getPiece(
  tx: Tx,
  scope: Scope,
  assessmentId: string,
  evidenceId: EvidenceId,
): Promise<EvidenceResponse> {
  const [row] = await tx.query<PieceRow>(`${select} AND e.id = $3`, [
    scope.organisationId,
    assessmentId,
    evidenceId,
  ]);
  return toResponse(found(row));
}

/**
 * The piece that holds these very bytes beside one of the questions already: a file is not attached to an answer twice. Beside
 * other questions it may be a piece of its own, with a kind and dates of its own.
 */
export async function findSameFile(
  tx: Tx,
  scope: Scope,
  {
    assessmentId,
    questionIds,
    sha256,
    butNot = null,
  }: {
    assessmentId: string;
    questionIds: readonly string[];
    sha256: string;
    butNot?: EvidenceId | null;
  },
): Promise<EvidenceId | undefined> {
  const [row] = await tx.query<{ id: EvidenceId }>(
    `SELECT e.id FROM evidence_links l JOIN evidence e ON e.organisation_id = l.organisation_id AND e.id = l.evidence_id
     WHERE l.organisation_id = $1 AND l.assessment_id = $2 AND l.question_key = ANY ($3) AND e.sha256 = $4
       AND e.superseded_at IS NULL AND e.id IS DISTINCT FROM $5 ORDER BY e.uploaded_at, e.id LIMIT 1`,
    [scope.organisationId, assessmentId, questionIds, sha256, butNot],
  );
  return row?.id;
}

function toResponse(row: PieceRow): EvidenceResponse {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    datedOn: row.dated_on,
    expiresOn: row.expires_on,
    sha256: row.sha256,
    bytes: Number(row.bytes),
    mediaType: row.media_type,
    scanEngine: row.scan_engine,
    scanPartial: row.scan_partial,
    uploadedBy: row.uploaded_by_name,
    uploadedAt: row.uploaded_at.toISOString(),
    submitted: row.submitted_at !== null,
    superseded: row.superseded_at !== null,
    revision: row.revision,
    questionIds: row.questions,
  };
}
