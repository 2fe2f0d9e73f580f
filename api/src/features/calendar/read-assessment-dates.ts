import type { EngagementId } from '@probant/shared/ids';
import {
  assessmentObligations,
  type DatedAssessment,
} from '@probant/shared/obligations/assessment-obligations';
import { byEngagement, type ObligationSource } from './obligation-source.js';

type AssessmentRow = DatedAssessment & { readonly engagementId: EngagementId };

/** The days by which suppliers have to answer. */
export const readAssessmentDates: ObligationSource = async (tx, { organisationId, engagements }) => {
  const rows = await tx.query<AssessmentRow>(
    `SELECT engagement_id AS "engagementId", id, status, due_on::text AS "dueOn", title FROM assessments
     WHERE buyer_id = $1 AND engagement_id = ANY($2)`,
    [organisationId, engagements.map(({ id }) => id)],
  );
  return new Map(
    [...byEngagement(rows)].map(([id, assessments]) => [
      id,
      { obligations: assessmentObligations(assessments), againOn: null },
    ]),
  );
};
