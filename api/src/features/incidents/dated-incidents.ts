import type { EngagementId, OrganisationId } from '@probant/shared/ids';
import { factsOf } from '@probant/shared/incidents/incident';
import type { DatedIncident } from '@probant/shared/obligations/incident-obligations';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/work.js';
import { findContract } from '../contracts/contracts.public.js';
import { firstFile, readFiles, readStatements } from './incident-book.js';
import { IncidentEntity } from './incidents.entity.js';

interface DatedIncidentRow extends DatedIncident {
  readonly engagementId: EngagementId;
  readonly openedAt: number;
}

/** For the calendar of obligations: every incident with what is known of it, and the rules that bind the buyer. */
export async function listDatedIncidents(
  tx: Tx,
  buyerId: OrganisationId,
  engagementIds: readonly EngagementId[],
): Promise<DatedIncidentRow[]> {
  const incidents = await tx.manager.find(IncidentEntity, {
    where: { buyerId, engagementId: In([...engagementIds]) },
    order: { openedAt: 'ASC', id: 'ASC' },
  });
  if (incidents.length === 0) return [];
  const ids = incidents.map(({ id }) => id);
  const statements = await readStatements(tx, ids);
  const files = await readFiles(tx, buyerId, ids);
  const rows: DatedIncidentRow[] = [];
  for (const { id, engagementId, openedAt } of incidents) {
    const facts = factsOf(statements.get(id) ?? []);
    if (facts === undefined) continue;
    const kept = files.get(id)?.file;
    const file = kept ?? firstFile(await findContract(tx, buyerId, engagementId), facts);
    rows.push({ id, engagementId, openedAt: openedAt.getTime(), facts, file });
  }
  return rows;
}
