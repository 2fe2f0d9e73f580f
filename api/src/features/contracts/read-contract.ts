import type { ClauseStatus } from '@probant/shared/contracts/clause-status';
import type { ContractTerms } from '@probant/shared/contracts/terms';
import type { EngagementId, OrganisationId } from '@probant/shared/ids';
import type { Tx } from '../../platform/database/work.js';
import { ClauseAssessmentEntity, ContractTermsEntity } from './contracts.entity.js';
import type { TermsVersionResponse } from './terms.dto.js';

/** A contract as the other features of the buyer read it. */
export interface ReadContract {
  readonly engagementId: EngagementId;
  /** Version of the terms. */
  readonly number: number;
  readonly terms: ContractTerms;
  /** Clauses that somebody has read, with what was found. */
  readonly clauses: ReadonlyMap<string, ReadClause>;
}

export interface ReadClause {
  readonly status: ClauseStatus;
  readonly article: string | null;
  readonly quote: string;
}

/** The contract of an engagement as it stands; null before any terms were recorded. */
export async function findContract(
  tx: Tx,
  organisationId: OrganisationId,
  engagementId: EngagementId,
): Promise<ReadContract | null> {
  const version = await findTerms(tx, organisationId, engagementId);
  if (version === null) return null;
  const assessed = await currentAssessments(tx, organisationId, engagementId);
  return {
    engagementId,
    number: version.number,
    terms: version.terms,
    clauses: new Map(
      assessed.map(({ clauseId, status, article, quote }) => [clauseId, { status, article, quote }]),
    ),
  };
}

/** The terms of every contract of an organisation, without its clauses. */
export async function listTerms(
  tx: Tx,
  organisationId: OrganisationId,
): Promise<Pick<ReadContract, 'engagementId' | 'number' | 'terms'>[]> {
  const rows = await tx.query<{ engagement_id: EngagementId; number: number; terms: ContractTerms }>(
    `SELECT DISTINCT ON (t.engagement_id) t.engagement_id, t.number, t.terms
     FROM contract_terms t JOIN engagements e ON e.organisation_id = t.organisation_id AND e.id = t.engagement_id
     WHERE t.organisation_id = $1 AND e.archived_at IS NULL ORDER BY t.engagement_id, t.number DESC`,
    [organisationId],
  );
  return rows.map(({ engagement_id: engagementId, ...row }) => ({ engagementId, ...row }));
}

export function findTerms(
  tx: Tx,
  organisationId: OrganisationId,
  engagementId: EngagementId,
): Promise<ContractTermsEntity | null> {
  return tx.manager.findOne(ContractTermsEntity, {
    where: { organisationId, engagementId },
    order: { number: 'DESC' },
  });
}

/** What was found last of each clause that was read. */
export function currentAssessments(
  tx: Tx,
  organisationId: OrganisationId,
  engagementId: EngagementId,
): Promise<ClauseAssessmentEntity[]> {
  return tx.manager
    .createQueryBuilder(ClauseAssessmentEntity, 'c')
    .distinctOn(['c.clauseId'])
    .where('c.organisationId = :organisationId AND c.engagementId = :engagementId', {
      organisationId,
      engagementId,
    })
    .orderBy('c.clauseId', 'ASC')
    .addOrderBy('c.revision', 'DESC')
    .getMany();
}

export function toVersion(version: ContractTermsEntity): TermsVersionResponse {
  return {
    number: version.number,
    terms: copyTerms(version.terms),
    reason: version.reason,
    byName: version.recordedByName,
    at: version.recordedAt.toISOString(),
  };
}

function copyTerms({ services, exclusions, ...terms }: ContractTerms): TermsVersionResponse['terms'] {
  return {
    ...terms,
    services: services.map((service) => ({ ...service })),
    exclusions: exclusions === null ? null : [...exclusions],
  };
}
