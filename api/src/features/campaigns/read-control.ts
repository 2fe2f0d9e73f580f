import type { AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { RequestFacts } from '@probant/shared/assessments/stuck';
import { zonedHour, type Day, type TimeZone } from '@probant/shared/calendar';
import type { AssessmentId, CampaignId } from '@probant/shared/ids';
import type { Language } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';

export interface FollowedRequest extends RequestFacts {
  readonly assessmentId: AssessmentId;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly engagementName: string;
  readonly recipientName: string | null;
  readonly email: string | null;
  readonly language: Language | null;
  /** Where the buyer is, or was when a reminder by hand left. */
  readonly lastLetterOn: string | null;
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
  readonly bounced: boolean;
  readonly openedAt: Date | null;
  readonly askedAt: Date | null;
  readonly lastLetterAt: Date | null;
  readonly nudgedOn: Day | null;
  readonly lastSavedAt: Date | null;
  readonly parts: number;
  readonly askedUsAt: Date | null;
  readonly askedThemAt: Date | null;
  readonly timeZone: TimeZone;
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

/** What is known of each request of a campaign, or of those named. */
export async function readFollowed(
  tx: Tx,
  { organisationId }: Scope,
  campaignId: CampaignId,
  assessmentIds: readonly string[] | null = null,
): Promise<FollowedRequest[]> {
  const rows = await tx.query<Row>(
    `SELECT a.id AS "assessmentId", f.supplier_id AS "supplierId", f.supplier_name AS "supplierName",
       f.engagement_name AS "engagementName", r.name AS "recipientName", r.email, r.language, a.status,
       a.status_at AS "statusAt", r.created_at AS "askedAt", r.opened_at AS "openedAt", greatest(r.created_at, r.renewed_at) AS "lastLetterAt",
       (SELECT max(n.day)::text FROM assessment_nudges n WHERE n.buyer_id = a.buyer_id AND n.assessment_id = a.id
         AND n.to_address = r.email) AS "nudgedOn",
       s.last_saved_at AS "lastSavedAt", coalesce(s.parts, 0) AS parts, c.us AS "askedUsAt", c.them AS "askedThemAt",
       o.time_zone AS "timeZone", coalesce(m.state = 'failed', false) OR EXISTS (SELECT 1 FROM paused_addresses p
         WHERE p.organisation_id = a.buyer_id AND p.address = r.email AND p.resumed_at IS NULL) AS bounced
     FROM assessments a
     JOIN organisations o ON o.id = a.buyer_id
     JOIN assessment_frames f ON f.organisation_id = a.buyer_id AND f.assessment_id = a.id
     LEFT JOIN recipients r ON r.buyer_id = a.buyer_id AND r.assessment_id = a.id AND r.revoked_at IS NULL
     LEFT JOIN answer_sheets s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id
       AND s.supplier_organisation_id = a.supplier_organisation_id
     LEFT JOIN LATERAL (SELECT mm.state FROM mail_messages mm WHERE mm.organisation_id = a.buyer_id
       AND mm.assessment_id = a.id AND mm.to_address = r.email ORDER BY mm.created_at DESC, mm.id DESC LIMIT 1) m ON true
     ${asked}
     WHERE a.buyer_id = $1 AND a.campaign_id = $2 AND ($3::uuid[] IS NULL OR a.id = ANY ($3)) ORDER BY a.id`,
    [organisationId, campaignId, assessmentIds],
  );
  return rows.map(({ timeZone, lastLetterAt, nudgedOn, ...row }) => ({
    ...row,
    statusAt: row.statusAt.toISOString(),
    openedAt: row.openedAt?.toISOString() ?? null,
    askedAt: row.askedAt?.toISOString() ?? null,
    lastLetterOn:
      lastLetterAt === null ? null : latest(zonedHour(lastLetterAt.toISOString(), timeZone).day, nudgedOn),
    lastSavedAt: row.lastSavedAt?.toISOString() ?? null,
    askedUsAt: row.askedUsAt?.toISOString() ?? null,
    askedThemAt: row.askedThemAt?.toISOString() ?? null,
  }));
}

function latest(day: Day, other: Day | null): Day {
  return other !== null && other > day ? other : day;
}

/** The day where the buyer is. */
export async function readToday(tx: Tx, { organisationId }: Scope, now: Date): Promise<string> {
  const { timeZone } = await tx.get<{ timeZone: TimeZone }>(
    'SELECT time_zone AS "timeZone" FROM organisations WHERE id = $1',
    [organisationId],
  );
  return zonedHour(now.toISOString(), timeZone).day;
}
