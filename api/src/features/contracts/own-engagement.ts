import type { EngagementId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';

export interface OwnEngagement {
  readonly engagementId: EngagementId;
  readonly engagementName: string;
  readonly supplierName: string;
}

interface Row {
  readonly name: string;
  readonly supplier_name: string;
  readonly archived: boolean;
}

const select = `
SELECT e.name, s.name AS supplier_name, (e.archived_at IS NOT NULL OR s.archived_at IS NOT NULL) AS archived
FROM engagements e JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id
WHERE e.organisation_id = $1 AND e.id = $2`;

export async function getEngagement(tx: Tx, scope: Scope, id: EngagementId): Promise<OwnEngagement> {
  const row = await tx.get<Row>(select, [scope.organisationId, id]);
  return { engagementId: id, engagementName: row.name, supplierName: row.supplier_name };
}

/** Held until the transaction ends, so that two people write to the same contract one after the other. */
export async function lockEngagement(tx: Tx, scope: Scope, id: EngagementId): Promise<OwnEngagement> {
  const row = await tx.get<Row>(`${select} FOR UPDATE OF e`, [scope.organisationId, id]);
  if (row.archived) fail('archived');
  return { engagementId: id, engagementName: row.name, supplierName: row.supplier_name };
}
