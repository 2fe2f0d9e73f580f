import { knownActors, newActorPrefix, type KnownActors } from '@probant/shared/certifications/known-actors';
import type { CertificationChain, ChainActor } from '@probant/shared/certifications/chain';
import { fieldChanges } from '@probant/shared/audit/field-changes';
import type { SubcontractorId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { SubcontractorEntity } from './certifications.entity.js';

export interface Holder extends ChainActor {
  readonly record: 'supplier' | 'subcontractor';
}

const columns = `SELECT id, name, siren, country, 'supplier' AS record FROM suppliers`;
const others = `SELECT id, name, siren, country, 'subcontractor' AS record FROM subcontractors`;

/** The companies of these ids, as their records have them now. */
export function readHolders(
  tx: Tx,
  { organisationId }: Pick<Scope, 'organisationId'>,
  ids: readonly string[],
): Promise<Holder[]> {
  return tx.query<Holder>(
    `${columns} WHERE organisation_id = $1 AND id = ANY ($2::uuid[])
     UNION ALL ${others} WHERE organisation_id = $1 AND id = ANY ($2::uuid[])`,
    [organisationId, ids.filter((id) => id.length === 36)],
  );
}

/** Every company that a name or a number may mean: suppliers before subcontractors, archived ones left out. */
export async function readKnownActors(
  tx: Tx,
  { organisationId }: Pick<Scope, 'organisationId'>,
  first: readonly ChainActor[] = [],
): Promise<KnownActors> {
  const rows = await tx.query<Holder>(
    `(${columns} WHERE organisation_id = $1 AND archived_at IS NULL ORDER BY id)
     UNION ALL (${others} WHERE organisation_id = $1 ORDER BY id)`,
    [organisationId],
  );
  return knownActors([...first, ...rows.map(({ id, name, siren }) => ({ id, name, siren }))]);
}

/**
 * The chain with the ids of records in the place of those that stood for records to come. A company that is known by its number
 * or its name is taken as that one; any other becomes a subcontractor. What the chain says of a subcontractor is kept in its record.
 */
export async function keepHolders(
  tx: Tx,
  scope: Scope,
  chain: CertificationChain,
  now: Date,
): Promise<CertificationChain> {
  const known = new Map(
    (
      await readHolders(
        tx,
        scope,
        chain.actors.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  );
  const isNew = ({ id }: ChainActor): boolean => id.startsWith(newActorPrefix);
  const all = chain.actors.some(isNew)
    ? await readKnownActors(
        tx,
        scope,
        chain.actors.filter((one) => !isNew(one)),
      )
    : null;
  const ids = new Map<string, string>();
  const actors: ChainActor[] = [];
  for (const [place, asked] of chain.actors.entries()) {
    const record = known.get(asked.id);
    if (record === undefined && !isNew(asked)) {
      fail('invalid-input', { errors: [{ pointer: `/actors/${place}/id`, code: 'unknown-reference' }] });
    }
    const there =
      record === undefined ? all?.find(asked.name, asked.siren) : await keepChanges(tx, scope, record, asked);
    const actor = there ?? (await addSubcontractor(tx, scope, asked, now));
    if (actors.some(({ id }) => id === actor.id)) {
      fail('invalid-input', { errors: [{ pointer: `/actors/${place}/name`, code: 'duplicate' }] });
    }
    ids.set(asked.id, actor.id);
    actors.push({ id: actor.id, name: actor.name, siren: actor.siren });
  }
  const idOf = (id: string): string => ids.get(id) ?? id;
  return {
    ...chain,
    actors,
    contracts: chain.contracts.map((one) => ({ ...one, from: idOf(one.from), to: idOf(one.to) })),
    performances: chain.performances.map((one) => ({
      ...one,
      actorId: idOf(one.actorId),
      hostId: one.hostId === null ? null : idOf(one.hostId),
    })),
  };
}

/** A supplier is changed on its own screen. */
async function keepChanges(tx: Tx, scope: Scope, record: Holder, asked: ChainActor): Promise<ChainActor> {
  const { id, name, siren, country = record.country ?? null } = asked;
  const before = { name: record.name, siren: record.siren, country: record.country ?? null };
  const changes = fieldChanges(before, { name, siren, country });
  if (record.record === 'supplier' || changes.length === 0) return record;
  await tx.query(
    'UPDATE subcontractors SET name = $3, siren = $4, country = $5 WHERE organisation_id = $1 AND id = $2',
    [scope.organisationId, ...[id, name, siren, country]],
  );
  await tx.record({ kind: 'subcontractor-changed', subcontractorId: id as SubcontractorId, name, changes });
  return { id, name, siren };
}

async function addSubcontractor(
  tx: Tx,
  scope: Scope,
  { name, siren, country = null }: ChainActor,
  now: Date,
): Promise<ChainActor> {
  const subcontractor = Object.assign(new SubcontractorEntity(), {
    organisationId: scope.organisationId,
    id: newId<SubcontractorId>(),
    name,
    siren,
    country,
    createdAt: now,
  });
  await tx.insert(subcontractor, {
    kind: 'subcontractor-added',
    subcontractorId: subcontractor.id,
    name,
    ...(siren === null ? {} : { siren }),
  });
  return { id: subcontractor.id, name, siren };
}
