import type { PlannedDrop } from '@probant/shared/drills/plan';
import type { EngagementId } from '@probant/shared/ids';
import { drillObligations } from '@probant/shared/obligations/drill-obligations';
import type { ObligationSource } from './obligation-source.js';

interface PlanRow {
  readonly engagementId: EngagementId;
  readonly drops: readonly PlannedDrop[];
  readonly carriedOut: readonly string[];
}

/** The slots of the plan of drills as it stands. */
export const readDrillDates: ObligationSource = async (tx, { organisationId, engagements }) => {
  const rows = await tx.query<PlanRow>(
    `SELECT DISTINCT ON (p.engagement_id) p.engagement_id AS "engagementId", p.drops,
       ARRAY(SELECT d.dropped_on::text FROM drill_drops d
         JOIN drills one ON one.organisation_id = d.organisation_id AND one.id = d.drill_id
         WHERE d.organisation_id = p.organisation_id AND one.engagement_id = p.engagement_id) AS "carriedOut"
     FROM drill_plans p WHERE p.organisation_id = $1 AND p.engagement_id = ANY($2)
     ORDER BY p.engagement_id, p.revision DESC`,
    [organisationId, engagements.map(({ id }) => id)],
  );
  return new Map(
    rows.map(({ engagementId, drops, carriedOut }) => [
      engagementId,
      { obligations: drillObligations(drops, carriedOut), againOn: null },
    ]),
  );
};
