import type { EngagementId } from '@probant/shared/ids';
import { findingObligations, type DatedFinding } from '@probant/shared/obligations/finding-obligations';
import { byEngagement, type ObligationSource } from './obligation-source.js';

type FindingRow = DatedFinding & { readonly engagementId: EngagementId };

/** Plans that were agreed, and risks that were accepted for a time. */
export const readFindingDates: ObligationSource = async (tx, { organisationId, engagements }) => {
  const rows = await tx.query<FindingRow>(
    `SELECT a.engagement_id AS "engagementId", f.id, f.question_key AS "questionId", f.status, f.plan,
       f.accepted_until::text AS "acceptedUntil",
       coalesce((SELECT timezone('Europe/Paris', max(t.at))::date::text FROM finding_acts t
         WHERE t.buyer_id = f.buyer_id AND t.finding_id = f.id AND t.act <> 'comment'),
         timezone('Europe/Paris', f.raised_at)::date::text) AS "standsSince"
     FROM findings f JOIN assessments a ON a.buyer_id = f.buyer_id AND a.id = f.assessment_id
     WHERE f.buyer_id = $1 AND a.engagement_id = ANY($2) AND (f.due_on IS NOT NULL OR f.accepted_until IS NOT NULL)`,
    [organisationId, engagements.map(({ id }) => id)],
  );
  return new Map(
    [...byEngagement(rows)].map(([id, findings]) => [
      id,
      { obligations: findingObligations(findings), againOn: null },
    ]),
  );
};
