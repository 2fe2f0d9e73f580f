import type { EngagementId } from '@probant/shared/ids';
import { pieceObligations, type DatedPiece } from '@probant/shared/obligations/assessment-obligations';
import { byEngagement, type ObligationSource } from './obligation-source.js';

type PieceRow = DatedPiece & { readonly engagementId: EngagementId };

/** Pieces of the last submission of each engagement that say until when they hold. */
export const readPieceDates: ObligationSource = async (tx, { organisationId, engagements }) => {
  const rows = await tx.query<PieceRow>(
    `SELECT last.engagement_id AS "engagementId", p.evidence_id AS id, p.name, p.kind, p.expires_on::text AS "expiresOn",
       p.assessment_id AS "assessmentId"
     FROM (SELECT DISTINCT ON (a.engagement_id) a.engagement_id, s.id AS submission_id
       FROM assessments a JOIN submissions s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id
       WHERE a.buyer_id = $1 AND a.engagement_id = ANY($2) AND a.status <> 'cancelled'
       ORDER BY a.engagement_id, s.submitted_at DESC, s.number DESC) last
     JOIN submission_pieces p ON p.buyer_id = $1 AND p.submission_id = last.submission_id
     WHERE p.expires_on IS NOT NULL`,
    [organisationId, engagements.map(({ id }) => id)],
  );
  return new Map(
    [...byEngagement(rows)].map(([id, pieces]) => [
      id,
      { obligations: pieceObligations(pieces), againOn: null },
    ]),
  );
};
