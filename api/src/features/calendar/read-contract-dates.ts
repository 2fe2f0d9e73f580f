import type { ClauseStatus } from '@probant/shared/contracts/clause-status';
import type { ContractTerms } from '@probant/shared/contracts/terms';
import type { EngagementId } from '@probant/shared/ids';
import {
  contractObligations,
  contractReviews,
  together,
} from '@probant/shared/obligations/contract-obligations';
import { changeClause, regulationObligations } from '@probant/shared/obligations/regulations';
import type { ObligationSource } from './obligation-source.js';

interface ContractRow {
  readonly engagementId: EngagementId;
  readonly terms: ContractTerms;
  readonly clause: ClauseStatus | null;
  readonly assessedOn: string | null;
}

/** What the terms of contracts set: leaving, the return of data, reassessment, and texts that found them without a clause. */
export const readContractDates: ObligationSource = async (tx, { organisationId, engagements, today }) => {
  const rows = await tx.query<ContractRow>(
    `SELECT DISTINCT ON (t.engagement_id) t.engagement_id AS "engagementId", t.terms,
       (SELECT c.status FROM clause_assessments c WHERE c.organisation_id = t.organisation_id
          AND c.engagement_id = t.engagement_id AND c.clause_id = $3 ORDER BY c.revision DESC LIMIT 1) AS clause,
       (SELECT max(timezone('Europe/Paris', a.status_at)::date)::text FROM assessments a WHERE a.buyer_id = t.organisation_id
          AND a.engagement_id = t.engagement_id AND a.status IN ('reviewed', 'decided')) AS "assessedOn"
     FROM contract_terms t WHERE t.organisation_id = $1 AND t.engagement_id = ANY($2)
     ORDER BY t.engagement_id, t.number DESC`,
    [organisationId, engagements.map(({ id }) => id), changeClause],
  );
  const healthData = new Map(engagements.map((one) => [one.id, one.healthData]));
  return new Map(
    rows.map(({ engagementId, terms, clause, assessedOn }) => {
      const watched = { terms, clause, healthData: healthData.get(engagementId) ?? false };
      return [
        engagementId,
        together(contractObligations(terms, today), contractReviews(terms, { today, assessedOn }), {
          obligations: regulationObligations(watched, today),
          againOn: null,
        }),
      ];
    }),
  );
};
