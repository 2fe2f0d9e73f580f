import type { CertificationChain } from '@probant/shared/certifications/chain';
import type { ContractTerms } from '@probant/shared/contracts/terms';
import type { EngagementContext } from '@probant/shared/questionnaires/document';
import type { Tx } from '../../../platform/database/work.js';
import { rowsAtOnce, firstId } from './pages.js';

/** One engagement with what the register says of it. */
export interface RegisterRow {
  readonly id: string;
  readonly engagement: string;
  readonly context: EngagementContext;
  readonly tier: string;
  readonly supplierId: string;
  readonly supplier: string;
  readonly siren: string | null;
  readonly country: string;
  readonly terms: ContractTerms | null;
  readonly chain: CertificationChain | null;
  readonly scoredOn: string | null;
}

export interface ProviderRow {
  readonly id: string;
  readonly name: string;
  readonly siren: string | null;
  readonly country: string | null;
  readonly annualCents: number | null;
}

/** The page is cut before anything is joined to it: a plan that joins whole tables costs every page what all of them hold. */
export function readRegisterPage(
  tx: Tx,
  organisationId: string,
  last: RegisterRow | undefined,
): Promise<RegisterRow[]> {
  return tx.query(
    `WITH page AS MATERIALIZED (SELECT engagement_id, scored_at FROM engagement_standings
       WHERE organisation_id = $1 AND NOT archived AND engagement_id > $2 ORDER BY engagement_id LIMIT ${rowsAtOnce})
     SELECT e.id, e.name AS engagement, e.context, e.tier, p.id AS "supplierId", p.name AS supplier, p.siren, p.country,
       t.terms, c.chain, (st.scored_at AT TIME ZONE 'Europe/Paris')::date::text AS "scoredOn"
     FROM page st
     JOIN engagements e ON e.organisation_id = $1 AND e.id = st.engagement_id
     JOIN suppliers p ON p.organisation_id = e.organisation_id AND p.id = e.supplier_id
     LEFT JOIN LATERAL (SELECT terms FROM contract_terms t WHERE t.organisation_id = e.organisation_id AND t.engagement_id = e.id
       ORDER BY t.number DESC LIMIT 1) t ON true
     LEFT JOIN LATERAL (SELECT chain FROM certification_chains c WHERE c.organisation_id = e.organisation_id
       AND c.engagement_id = e.id ORDER BY c.revision DESC LIMIT 1) c ON true
     ORDER BY e.id`,
    [organisationId, last?.id ?? firstId],
  );
}

/** Whom the organisation buys from, with what its contracts cost in a year. */
export function readSupplierPage(
  tx: Tx,
  organisationId: string,
  last: ProviderRow | undefined,
): Promise<ProviderRow[]> {
  return tx.query(
    `SELECT p.id, p.name, p.siren, p.country, f.cents AS "annualCents" FROM suppliers p
     LEFT JOIN LATERAL (SELECT sum((t.terms ->> 'annualFeesCents')::float8) AS cents FROM engagements e
       JOIN LATERAL (SELECT terms FROM contract_terms t WHERE t.organisation_id = e.organisation_id AND t.engagement_id = e.id
         ORDER BY t.number DESC LIMIT 1) t ON true
       WHERE e.organisation_id = p.organisation_id AND e.supplier_id = p.id AND e.archived_at IS NULL) f ON true
     WHERE p.organisation_id = $1 AND p.archived_at IS NULL AND p.id > $2 ORDER BY p.id LIMIT ${rowsAtOnce}`,
    [organisationId, last?.id ?? firstId],
  );
}

/** Those who work behind them, as far as the chains on record say. */
export function readSubcontractorPage(
  tx: Tx,
  organisationId: string,
  last: ProviderRow | undefined,
): Promise<ProviderRow[]> {
  return tx.query(
    `SELECT id, name, siren, country, NULL::float8 AS "annualCents" FROM subcontractors
     WHERE organisation_id = $1 AND id > $2 ORDER BY id LIMIT ${rowsAtOnce}`,
    [organisationId, last?.id ?? firstId],
  );
}
