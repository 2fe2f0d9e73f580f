import type { AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { RequestFacts } from '@probant/shared/assessments/stuck';
import type { AssessmentId, CampaignId } from '@probant/shared/ids';
import type { Language } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';

export interface FollowedRequest extends Omit<RequestFacts, 'bounced'> {
  readonly assessmentId: AssessmentId;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly engagementName: string;
  readonly recipientName: string | null;
  readonly email: string | null;
  readonly language: Language | null;
}

interface Row {
  readonly assessmentId: AssessmentId;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly engagementName: string;
  readonly recipientName: string | null;
  readonly email: string | null;
  readonly language: Language | null;
  readonly status: AssessmentStatus;
  readonly statusAt: Date;
  readonly openedAt: Date | null;
  readonly askedAt: Date | null;
  readonly lastSavedAt: Date | null;
  readonly parts: number;
  readonly askedUsAt: Date | null;
  readonly askedThemAt: Date | null;
}

/** Threads in which whoever began also wrote last, and which nobody has settled since; a return is no question. */
const asked = `LEFT JOIN LATERAL (
  SELECT min(t.at) FILTER (WHERE t.last <> a.buyer_id) AS us,
    min(t.at) FILTER (WHERE t.last = a.buyer_id AND t.question_key <> '') AS them
  FROM (SELECT k.question_key, max(k.at) AS at, (array_agg(k.author_organisation_id ORDER BY k.at, k.id))[1] AS first,
      (array_agg(k.author_organisation_id ORDER BY k.at DESC, k.id DESC))[1] AS last
    FROM clarifications k WHERE k.buyer_id = a.buyer_id AND k.assessment_id = a.id
      AND k.supplier_organisation_id = a.supplier_organisation_id GROUP BY k.question_key) t
  WHERE t.first = t.last AND NOT coalesce((SELECT z.resolved AND z.at >= t.at FROM clarification_settlements z
    WHERE z.buyer_id = a.buyer_id AND z.assessment_id = a.id AND z.question_key = t.question_key
      AND z.supplier_organisation_id = a.supplier_organisation_id ORDER BY z.at DESC, z.id DESC LIMIT 1), false)) c ON true`;

/** What is known of each request of a campaign. */
export async function readFollowed(
  tx: Tx,
  { organisationId }: Scope,
  campaignId: CampaignId,
): Promise<FollowedRequest[]> {
  const rows = await tx.query<Row>(
    `SELECT a.id AS "assessmentId", f.supplier_id AS "supplierId", f.supplier_name AS "supplierName",
       f.engagement_name AS "engagementName", r.name AS "recipientName", r.email, r.language, a.status,
       a.status_at AS "statusAt", r.created_at AS "askedAt", r.opened_at AS "openedAt",
       s.last_saved_at AS "lastSavedAt", coalesce(s.parts, 0) AS parts, c.us AS "askedUsAt", c.them AS "askedThemAt"
     FROM assessments a
     JOIN assessment_frames f ON f.organisation_id = a.buyer_id AND f.assessment_id = a.id
     LEFT JOIN recipients r ON r.buyer_id = a.buyer_id AND r.assessment_id = a.id AND r.revoked_at IS NULL
     LEFT JOIN answer_sheets s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id
       AND s.supplier_organisation_id = a.supplier_organisation_id
     ${asked}
     WHERE a.buyer_id = $1 AND a.campaign_id = $2 ORDER BY a.id`,
    [organisationId, campaignId],
  );
  return rows.map((row) => ({
    ...row,
    statusAt: row.statusAt.toISOString(),
    openedAt: row.openedAt?.toISOString() ?? null,
    askedAt: row.askedAt?.toISOString() ?? null,
    lastSavedAt: row.lastSavedAt?.toISOString() ?? null,
    askedUsAt: row.askedUsAt?.toISOString() ?? null,
    askedThemAt: row.askedThemAt?.toISOString() ?? null,
  }));
}
