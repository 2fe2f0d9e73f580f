import { comparable } from '../suppliers/import-columns.js';

/** A company as one of the buyer's records has it. */
export interface RecordedActor {
  readonly id: string;
  readonly name: string;
  readonly siren: string | null;
  /** The buyer keeps it as a supplier of its own. */
  readonly isSupplier: boolean;
}

/** Why records count as one company; a shared name is no proof that it is the same. */
export const identityGrounds = ['one-record', 'same-siren', 'same-name'] as const;
export type IdentityGround = (typeof identityGrounds)[number];

export interface ActorIdentity {
  /** The least of the ids of its records. */
  readonly id: string;
  readonly name: string;
  readonly siren: string | null;
  readonly ground: IdentityGround;
  readonly recordIds: readonly string[];
}

/**
 * The companies that the records are of: one per SIREN. A supplier is one that the buyer told apart; a subcontractor without SIREN
 * is taken by its name, and joins the company of that name where only one bears it. Two numbers are never one company.
 */
export function identifyActors(records: readonly RecordedActor[]): ActorIdentity[] {
  const sorted = records.toSorted((one, other) => compare(one.id, other.id));
  const groups = new Map<string, RecordedActor[]>();
  const bearers = new Map<string, Set<string>>();
  for (const record of sorted) {
    const key = ownKey(record);
    if (key === null) continue;
    push(groups, key, record);
    const name = comparable(record.name);
    bearers.set(name, (bearers.get(name) ?? new Set()).add(key));
  }
  for (const record of sorted) {
    if (ownKey(record) !== null) continue;
    const name = comparable(record.name);
    const [bearer, ...others] = bearers.get(name) ?? [];
    push(groups, bearer !== undefined && others.length === 0 ? bearer : `name ${name}`, record);
  }
  return [...groups.values()].map(toIdentity);
}

/** What tells a record from any other of its name; null where its name is all there is. */
function ownKey({ id, siren, isSupplier }: RecordedActor): string | null {
  if (siren !== null) return `siren ${siren}`;
  return isSupplier ? `supplier ${id}` : null;
}

function toIdentity(records: readonly RecordedActor[]): ActorIdentity {
  const [first] = records.toSorted((one, other) => compare(one.id, other.id));
  if (first === undefined) throw new RangeError('a company has a record');
  const named = records.find(({ siren }) => siren !== null) ?? first;
  const byName = records.some((record) => record.siren === null);
  return {
    id: first.id,
    name: named.name,
    siren: named.siren,
    ground: records.length === 1 ? 'one-record' : byName ? 'same-name' : 'same-siren',
    recordIds: records.map(({ id }) => id),
  };
}

function push(groups: Map<string, RecordedActor[]>, key: string, record: RecordedActor): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [record]);
  else group.push(record);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
