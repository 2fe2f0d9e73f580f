import { delaysOf, duesOf, asksReassessment, type Due } from '@probant/shared/incidents/dues';
import { dutyOf } from '@probant/shared/incidents/contract-duty';
import {
  disagreements,
  factsOf,
  type IncidentFacts,
  type IncidentFile,
} from '@probant/shared/incidents/incident';
import type { EngagementId, IncidentId, OrganisationId } from '@probant/shared/ids';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/work.js';
import { findCounterpart } from '../assessments/assessments.public.js';
import { findContract, type ReadContract } from '../contracts/contracts.public.js';
import { findDutyFinding, type DutyFinding } from './duty-finding.js';
import type {
  DueResponse,
  IncidentBookResponse,
  IncidentDelayResponse,
  IncidentFactsFields,
  IncidentResponse,
  IncidentStatementResponse,
} from './incidents.dto.js';
import { IncidentEntity, IncidentFileEntity, IncidentStatementEntity } from './incidents.entity.js';

/** Everything of the incidents of one engagement, with their clocks as they stand at that instant. */
export async function readIncidents(
  tx: Tx,
  buyerId: OrganisationId,
  engagementId: EngagementId,
  now: Date,
): Promise<IncidentBookResponse> {
  const incidents = await tx.manager.find(IncidentEntity, {
    where: { buyerId, engagementId },
    order: { openedAt: 'DESC', id: 'DESC' },
  });
  const ids = incidents.map(({ id }) => id);
  const statements = await readStatements(tx, ids);
  const files = await readFiles(tx, buyerId, ids);
  const contract = await findContract(tx, buyerId, engagementId);
  const finding = await findDutyFinding(tx, buyerId, engagementId);
  return {
    answered: (await findCounterpart(tx, engagementId)) !== undefined,
    asOf: now.toISOString(),
    items: incidents.flatMap((incident) => {
      const stated = statements.get(incident.id) ?? [];
      const facts = factsOf(stated);
      if (facts === undefined) return [];
      return [toIncident({ incident, stated, facts, kept: files.get(incident.id), contract, finding, now })];
    }),
  };
}

interface Read {
  readonly incident: IncidentEntity;
  readonly stated: readonly IncidentStatementEntity[];
  readonly facts: IncidentFacts;
  readonly kept: IncidentFileEntity | undefined;
  readonly contract: ReadContract | null;
  readonly finding: DutyFinding;
  readonly now: Date;
}

function toIncident({ incident, stated, facts, kept, contract, finding, now }: Read): IncidentResponse {
  const file = kept?.file ?? firstFile(contract, facts);
  return {
    id: incident.id,
    openedBy: incident.openedBySide,
    openedAt: incident.openedAt.toISOString(),
    shared: incident.supplierOrganisationId !== null,
    facts: toFacts(facts),
    disagreements: disagreements(stated),
    statements: stated.map(toStatement),
    fileRevision: kept?.revision ?? 0,
    fileByName: kept?.keptByName ?? null,
    file: { ...file, regimes: [...file.regimes], notices: [...file.notices] },
    delays: toDelays(facts),
    dues: duesOf(facts, file, now.getTime()).map(toDue),
    reassess: asksReassessment(facts, finding.lastSubmittedAt),
    finding: finding.stateOf(file, facts),
  };
}

/** Before anybody kept one: the duty that the contract holds, and nothing else. */
export function firstFile(contract: ReadContract | null, facts: IncidentFacts): IncidentFile {
  const duty = dutyOf(contract?.terms ?? null, contract?.clauses.get('CL-12')?.article ?? null, facts);
  return { regimes: [], duty, awareAt: null, majorAt: null, notices: [], note: '' };
}

/** Of each incident, oldest first. */
export async function readStatements(
  tx: Tx,
  incidentIds: readonly IncidentId[],
): Promise<ReadonlyMap<IncidentId, readonly IncidentStatementEntity[]>> {
  const rows = await tx.manager.find(IncidentStatementEntity, {
    where: { incidentId: In([...incidentIds]) },
    order: { statedAt: 'ASC', id: 'ASC' },
  });
  const byIncident = new Map<IncidentId, IncidentStatementEntity[]>();
  for (const row of rows) byIncident.set(row.incidentId, [...(byIncident.get(row.incidentId) ?? []), row]);
  return byIncident;
}

/** The last version of each. */
export async function readFiles(
  tx: Tx,
  organisationId: OrganisationId,
  incidentIds: readonly IncidentId[],
): Promise<ReadonlyMap<IncidentId, IncidentFileEntity>> {
  const rows = await tx.manager.find(IncidentFileEntity, {
    where: { organisationId, incidentId: In([...incidentIds]) },
    order: { revision: 'ASC' },
  });
  return new Map(rows.map((row) => [row.incidentId, row]));
}

export function toStatement(row: IncidentStatementEntity): IncidentStatementResponse {
  const { id, side, facts, statedByName, statedAt } = row;
  return { id, side, facts: toFacts(facts), byName: statedByName, at: statedAt.toISOString() };
}

export function toFacts(facts: IncidentFacts): IncidentFactsFields {
  return { ...facts };
}

export function toDelays(facts: IncidentFacts): IncidentDelayResponse[] {
  return delaysOf(facts).map(({ key, span }) => ({ key, span }));
}

function toDue({ due, ...rest }: Due): DueResponse {
  return {
    ...rest,
    dueFrom: due === null ? null : new Date(due.from).toISOString(),
    dueUntil: due === null ? null : new Date(due.to).toISOString(),
  };
}
