import type { EngagementId } from '@probant/shared/ids';
import {
  certificateObligations,
  type DatedCertificate,
} from '@probant/shared/obligations/certificate-obligations';
import type { Tx } from '../../platform/database/work.js';
import { byEngagement, type ObligationSource, type SourceBatch } from './obligation-source.js';

type CertificateRow = DatedCertificate & { readonly engagementId: EngagementId };

/** Every certificate of the companies of a chain as it was stated last; of the supplier alone while nobody has stated one. */
export async function listDatedCertificates(
  tx: Tx,
  { organisationId, engagements }: SourceBatch,
): Promise<Map<EngagementId, CertificateRow[]>> {
  const rows = await tx.query<CertificateRow>(
    `WITH last AS (
       SELECT DISTINCT ON (engagement_id) engagement_id, chain FROM certification_chains
       WHERE organisation_id = $1 AND engagement_id = ANY($2) ORDER BY engagement_id, revision DESC
     ), holders AS (
       SELECT l.engagement_id, (actor ->> 'id')::uuid AS id FROM last l, jsonb_array_elements(l.chain -> 'actors') actor
       UNION SELECT e.id, e.supplier_id FROM engagements e WHERE e.organisation_id = $1 AND e.id = ANY($2)
         AND NOT EXISTS (SELECT 1 FROM last l WHERE l.engagement_id = e.id)
     )
     SELECT h.engagement_id AS "engagementId", c.id, c.kind, h.id AS "holderId", coalesce(s.name, o.name) AS holder,
       c.activities, c.valid_until::text AS "validUntil", c.lost_on::text AS "lostOn",
       timezone('Europe/Paris', c.created_at)::date::text AS "recordedOn"
     FROM holders h
     JOIN certificates c ON c.organisation_id = $1 AND (c.supplier_id = h.id OR c.subcontractor_id = h.id)
     LEFT JOIN suppliers s ON s.organisation_id = $1 AND s.id = c.supplier_id
     LEFT JOIN subcontractors o ON o.organisation_id = $1 AND o.id = c.subcontractor_id
     ORDER BY h.engagement_id, c.valid_until, c.id`,
    [organisationId, engagements.map(({ id }) => id)],
  );
  return byEngagement(rows);
}

/** The last days of the certificates of whoever performs for an engagement. */
export const readCertificateDates: ObligationSource = async (tx, batch) => {
  const listed = await listDatedCertificates(tx, batch);
  return new Map(
    [...listed].map(([id, certificates]) => [
      id,
      { obligations: certificateObligations(certificates), againOn: null },
    ]),
  );
};
