import { Injectable } from '@nestjs/common';
import type { EngagementId, SupplierId } from '@probant/shared/ids';
import type { Tx } from '../../platform/database/work.js';

const describe = `
INSERT INTO engagement_standings (organisation_id, engagement_id, supplier_id, supplier_name, engagement_name, tier, archived)
SELECT e.organisation_id, e.id, s.id, s.name, e.name, e.tier, e.archived_at IS NOT NULL OR s.archived_at IS NOT NULL
FROM engagements e JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id
WHERE e.organisation_id = organisation()`;

const update = `
ORDER BY e.id
ON CONFLICT (organisation_id, engagement_id) DO UPDATE SET supplier_name = excluded.supplier_name,
  engagement_name = excluded.engagement_name, tier = excluded.tier, archived = excluded.archived`;

/** The one row per engagement that lists and counts read. */
@Injectable()
export class Standings {
  /** Takes over names, tier and whether they are archived, after an engagement was created or changed. */
  async describe(tx: Tx, engagementIds: readonly EngagementId[]): Promise<void> {
    await tx.query(`${describe} AND e.id = ANY($1) ${update}`, [engagementIds]);
  }

  /** The same for every engagement of suppliers that were renamed, archived or restored. */
  async describeSuppliers(tx: Tx, supplierIds: readonly SupplierId[]): Promise<void> {
    await tx.query(`${describe} AND e.supplier_id = ANY($1) ${update}`, [supplierIds]);
  }
}
