import type { AssessmentId, EngagementId, OrganisationId } from '@probant/shared/ids';
import type { Tx } from '../../platform/database/work.js';

/** The workspace on the other side of an engagement, and the assessment whose two chains tell of what both see. */
export interface Counterpart {
  readonly assessmentId: AssessmentId;
  readonly supplierOrganisationId: OrganisationId;
  /** What the supplier knows the engagement as: the title frozen when the request was sent. */
  readonly title: string;
}

/** The workspace that accepted the newest request of an engagement; none until one has. The caller speaks for the buyer. */
export async function findCounterpart(tx: Tx, engagementId: EngagementId): Promise<Counterpart | undefined> {
  const [counterpart] = await tx.query<Counterpart>(
    `SELECT a.id AS "assessmentId", a.supplier_organisation_id AS "supplierOrganisationId", a.title
       FROM assessments a
      WHERE a.buyer_id = (SELECT organisation()) AND a.engagement_id = $1 AND a.supplier_organisation_id IS NOT NULL
      ORDER BY a.created_at DESC, a.id DESC LIMIT 1`,
    [engagementId],
  );
  return counterpart;
}
