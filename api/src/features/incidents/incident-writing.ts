import type { IncidentFacts, IncidentSide } from '@probant/shared/incidents/incident';
import type { IncidentStatementId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Scope } from '../../platform/access/scope.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { IncidentStatementEntity, type IncidentEntity } from './incidents.entity.js';

/** One more statement of a side, with its event in the chains of those who read it. */
export async function stateFacts(
  tx: Tx,
  scope: Scope,
  incident: IncidentEntity,
  statement: {
    readonly side: IncidentSide;
    readonly first: boolean;
    readonly facts: IncidentFacts;
    readonly at: Date;
  },
): Promise<void> {
  const { side, first, facts, at } = statement;
  const row = Object.assign(new IncidentStatementEntity(), {
    buyerId: incident.buyerId,
    id: newId<IncidentStatementId>(),
    incidentId: incident.id,
    side,
    authorOrganisationId: scope.organisationId,
    facts,
    statedBy: scope.accountId,
    statedByName: scope.accountName,
    statedAt: at,
  });
  await tx.manager.insert(IncidentStatementEntity, row);
  const event = {
    kind: 'incident-stated',
    incidentId: incident.id,
    title: facts.title,
    side,
    first,
    statementId: row.id,
    statementSha256: sha256(canonicalJson(facts)),
  } as const;
  if (incident.assessmentId === null) await tx.record(event);
  else await tx.recordForBoth({ ...event, assessmentId: incident.assessmentId });
}
