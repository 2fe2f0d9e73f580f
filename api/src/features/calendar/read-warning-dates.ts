import type { EngagementId } from '@probant/shared/ids';
import { warningObligations, type DatedWarning } from '@probant/shared/obligations/warning-obligations';
import { byEngagement, type ObligationSource } from './obligation-source.js';

type WarningRow = DatedWarning & { readonly engagementId: EngagementId };

/** The days by which the buyer decides on the warnings of its supplier. */
export const readWarningDates: ObligationSource = async (tx, { organisationId, engagements }) => {
  const rows = await tx.query<WarningRow>(
    `SELECT w.engagement_id AS "engagementId", w.id, w.subject, w.decide_by::text AS "decideBy", d.decision,
       timezone('Europe/Paris', d.decided_at)::date::text AS "decidedOn",
       (SELECT timezone('Europe/Paris', n.written_at)::date::text FROM warnings n
         WHERE n.buyer_id = w.buyer_id AND n.supersedes_id = w.id) AS "supersededOn"
     FROM warnings w LEFT JOIN LATERAL (SELECT decision, decided_at FROM warning_decisions
       WHERE buyer_id = w.buyer_id AND warning_id = w.id ORDER BY place DESC LIMIT 1) d ON true
     WHERE w.buyer_id = $1 AND w.engagement_id = ANY($2)`,
    [organisationId, engagements.map(({ id }) => id)],
  );
  return new Map(
    [...byEngagement(rows)].map(([id, warnings]) => [
      id,
      { obligations: warningObligations(warnings), againOn: null },
    ]),
  );
};
