import { comparable } from '../suppliers/import-columns.js';
import { findSiren } from '../suppliers/siren.js';
import type { ChainActor } from './chain.js';

/** What the id of a company begins with while the buyer has no record of it. */
export const newActorPrefix = 'new:';

/** Companies by number and name. Those that nobody knows yet get an id that stands for a record to come. */
export interface KnownActors {
  /** The company of that number, else of that name; a new one when neither is known. */
  readonly resolve: (name: string, siren?: string | null, country?: string | null) => ChainActor;
  readonly byId: (id: string) => ChainActor | undefined;
  readonly find: (name: string, siren?: string | null) => ChainActor | undefined;
}

/** Of two with the same name, the first. */
export function knownActors(known: readonly ChainActor[]): KnownActors {
  const bySiren = new Map<string, ChainActor>();
  const byName = new Map<string, ChainActor>();
  const all = new Map<string, ChainActor>();
  const keep = (actor: ChainActor): ChainActor => {
    all.set(actor.id, actor);
    if (actor.siren !== null && !bySiren.has(actor.siren)) bySiren.set(actor.siren, actor);
    const name = comparable(actor.name);
    if (!byName.has(name)) byName.set(name, actor);
    return actor;
  };
  known.forEach(keep);
  let created = 0;
  const find = (name: string, siren: string | null = null): ChainActor | undefined => {
    const number = findSiren(siren ?? '');
    const numbered = number === undefined ? undefined : bySiren.get(number);
    if (numbered) return numbered;
    const named = byName.get(comparable(name));
    // Two companies may bear one name: their numbers tell them apart.
    const other = number !== undefined && typeof named?.siren === 'string' && named.siren !== number;
    return other ? undefined : named;
  };
  return {
    byId: (id) => all.get(id),
    find,
    resolve: (name, siren = null, country = null) => {
      const there = find(name, siren);
      if (there) return there;
      created += 1;
      const told = country === null ? {} : { country };
      return keep({
        id: `${newActorPrefix}${created}`,
        name,
        siren: findSiren(siren ?? '') ?? null,
        ...told,
      });
    },
  };
}
