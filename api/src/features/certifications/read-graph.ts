import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import { parisDay, type Day } from '@probant/shared/calendar';
import type { KeptCertificate } from '@probant/shared/certifications/certificate';
import { emptyChain, type CertificationChain } from '@probant/shared/certifications/chain';
import { coverageOf } from '@probant/shared/certifications/coverage';
import { findParallels } from '@probant/shared/certifications/parallels';
import type { Graph } from '@probant/shared/certifications/proposals';
import type { AssessmentId, EngagementId, OrganisationId } from '@probant/shared/ids';
import type { Tx } from '../../platform/database/work.js';
import { found } from '../../platform/http/problem.js';
import { EngagementEntity } from '../engagements/engagements.public.js';
import { currentFacts } from '../scoring/scoring.public.js';
import { SupplierEntity } from '../suppliers/suppliers.public.js';
import { CertificateEntity, CertificationChainEntity } from './certifications.entity.js';
import { readHolders, type Holder } from './holders.js';

/** What stands on record of an engagement's chain, and what it comes to on a day. */
export interface KeptGraph extends Graph {
  readonly engagement: EngagementEntity;
  readonly supplierName: string;
  /** null: nobody has stated the chain. */
  readonly stated: CertificationChainEntity | null;
  readonly holders: ReadonlyMap<string, Holder>;
  readonly rows: readonly CertificateEntity[];
  /** By company, its other engagements with the buyer. */
  readonly otherEngagements: ReadonlyMap<string, readonly string[]>;
  readonly submission: SubmittedAnswers | null;
}

export interface SubmittedAnswers {
  readonly assessmentId: AssessmentId;
  readonly answers: GivenAnswers;
  readonly submittedOn: Day;
}

export async function readGraph(
  tx: Tx,
  organisationId: OrganisationId,
  engagementId: EngagementId,
  asOf: Day,
): Promise<KeptGraph> {
  const engagement = found(await tx.find(EngagementEntity, { organisationId, id: engagementId }));
  const supplier = found(await tx.find(SupplierEntity, { organisationId, id: engagement.supplierId }));
  const stated = await lastChain(tx, organisationId, engagementId);
  const own = { id: supplier.id, name: supplier.name, siren: supplier.siren };
  const kept: CertificationChain = stated?.chain ?? emptyChain(own);
  const ids = kept.actors.map(({ id }) => id);
  const holders = new Map((await readHolders(tx, { organisationId }, ids)).map((one) => [one.id, one]));
  const chain = { ...kept, actors: kept.actors.map((actor) => named(actor, holders.get(actor.id))) };
  const rows = await readCertificatesOf(tx, organisationId, ids);
  const certificates = rows.map(toKept);
  const otherEngagements = await readOtherEngagements(tx, organisationId, engagement, ids);
  return {
    chain,
    certificates,
    coverage: coverageOf(chain, certificates, asOf),
    parallels: findParallels(chain, [...otherEngagements.keys()]),
    asOf,
    engagement,
    supplierName: supplier.name,
    stated,
    holders,
    rows,
    otherEngagements,
    submission: await readSubmission(tx, organisationId, engagementId),
  };
}

/** Names and numbers are those that the records have today. */
function named(actor: CertificationChain['actors'][number], holder: Holder | undefined): typeof actor {
  if (holder === undefined) return actor;
  return { id: actor.id, name: holder.name, siren: holder.siren, country: holder.country ?? null };
}

export function lastChain(
  tx: Tx,
  organisationId: OrganisationId,
  engagementId: EngagementId,
): Promise<CertificationChainEntity | null> {
  return tx.manager.findOne(CertificationChainEntity, {
    where: { organisationId, engagementId },
    order: { revision: 'DESC' },
  });
}

export function readCertificatesOf(
  tx: Tx,
  organisationId: OrganisationId,
  holderIds: readonly string[],
): Promise<CertificateEntity[]> {
  return tx.manager
    .createQueryBuilder(CertificateEntity, 'c')
    .where('c.organisation_id = :organisationId', { organisationId })
    .andWhere('(c.supplier_id = ANY (:ids::uuid[]) OR c.subcontractor_id = ANY (:ids::uuid[]))', {
      ids: holderIds,
    })
    .orderBy('c.valid_until')
    .addOrderBy('c.id')
    .getMany();
}

export function toKept(row: CertificateEntity): KeptCertificate {
  const { id, kind, number, body, activities, sites, validFrom, validUntil, lostOn, lossCause } = row;
  return {
    ...{ id, kind, number, body, activities, sites, validFrom, validUntil, lostOn, lossCause },
    holderId: holderIdOf(row),
  };
}

export function holderIdOf({ supplierId, subcontractorId }: CertificateEntity): string {
  return supplierId ?? subcontractorId ?? '';
}

async function readOtherEngagements(
  tx: Tx,
  organisationId: OrganisationId,
  { id, supplierId }: EngagementEntity,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.query<{ supplier_id: string; names: string[] }>(
    `SELECT supplier_id, array_agg(name ORDER BY name) AS names FROM engagements
     WHERE organisation_id = $1 AND supplier_id = ANY ($2::uuid[]) AND supplier_id <> $3 AND id <> $4
       AND archived_at IS NULL GROUP BY supplier_id`,
    [organisationId, ids, supplierId, id],
  );
  return new Map(rows.map(({ supplier_id, names }) => [supplier_id, names]));
}

async function readSubmission(
  tx: Tx,
  organisationId: OrganisationId,
  engagementId: EngagementId,
): Promise<SubmittedAnswers | null> {
  const [facts] = await currentFacts(tx, organisationId, [engagementId]);
  if (facts === undefined) return null;
  const { assessmentId, submission } = facts;
  return { assessmentId, answers: submission.answers, submittedOn: parisDay(submission.submittedAt) };
}
