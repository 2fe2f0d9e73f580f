import type { EngagementId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { fail, found } from '../../platform/http/problem.js';
import { EngagementEntity } from '../engagements/engagements.public.js';
import { SupplierEntity } from '../suppliers/suppliers.public.js';

/** The engagement, locked; an archived one keeps its drills and takes no more. */
export async function holdEngagement(tx: Tx, scope: Scope, id: EngagementId): Promise<EngagementEntity> {
  const { organisationId } = scope;
  const engagement = await tx.lock(EngagementEntity, { organisationId, id });
  const supplier = found(await tx.find(SupplierEntity, { organisationId, id: engagement.supplierId }));
  if (engagement.archivedAt !== null || supplier.archivedAt !== null) fail('archived');
  return engagement;
}
