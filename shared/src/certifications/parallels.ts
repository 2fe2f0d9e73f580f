import { buyerNode, contractsOf, linksOf, type CertificationChain, type Links } from './chain.js';

/** Somebody who works for the buyer by more than one way. */
export interface Parallel {
  readonly actorId: string;
  /** `direct`: one of the ways is a contract with the buyer itself. */
  readonly kind: 'direct' | 'two-paths';
  /** From the buyer, or from the first whose own contract is not known. */
  readonly paths: readonly (readonly string[])[];
}

/**
 * Contracts beside each other: somebody in the chain whom the buyer has also signed with, and somebody reached by two ways.
 * `direct` are companies of the chain with whom the buyer has another engagement.
 */
export function findParallels(chain: CertificationChain, direct: readonly string[] = []): Parallel[] {
  const others = direct
    .filter((id) => id !== chain.holderId && chain.actors.some((actor) => actor.id === id))
    .map((to) => ({ from: buyerNode, to, reference: '' }));
  const links = linksOf([...contractsOf(chain), ...others]);
  const wayTo = waysFromBuyer(links);
  return chain.actors.flatMap(({ id }): Parallel[] => {
    const sources = links.from.get(id) ?? [];
    if (sources.length < 2) return [];
    return [
      {
        actorId: id,
        kind: sources.includes(buyerNode) ? 'direct' : 'two-paths',
        paths: sources.map((source) => [...(wayTo(source) ?? [source]), id]),
      },
    ];
  });
}

/** Companies that take part though nobody has told under which contract. */
export function findUnlinked(chain: CertificationChain): string[] {
  const reached = reachedFromBuyer(linksOf(contractsOf(chain)));
  return chain.actors.map(({ id }) => id).filter((id) => !reached.has(id));
}

/** For everybody reached from the buyer, whom they were reached from: the shortest way. */
export function reachedFromBuyer({ to }: Links): ReadonlyMap<string, string | null> {
  const before = new Map<string, string | null>([[buyerNode, null]]);
  for (const id of before.keys()) {
    for (const next of to.get(id) ?? []) if (!before.has(next)) before.set(next, id);
  }
  return before;
}

function waysFromBuyer(links: Links): (id: string) => string[] | undefined {
  const before = reachedFromBuyer(links);
  return (id) => {
    if (!before.has(id)) return undefined;
    const way: string[] = [];
    for (let at: string | null = id; at !== null; at = before.get(at) ?? null) way.unshift(at);
    return way;
  };
}
