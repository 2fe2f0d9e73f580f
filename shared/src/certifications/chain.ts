import type { Day } from '../calendar.js';
import type { HdsActivity } from './activities.js';

/** The buyer stands in its own chain under this id; it has no record. */
export const buyerNode = 'buyer';

/** A company of the chain: the id of its supplier record, else of the buyer's record of a subcontractor. */
export interface ChainActor {
  readonly id: string;
  readonly name: string;
  readonly siren: string | null;
  /** Where it is established, ISO 3166-1 alpha-2; it stands in its record, and is left as it is where it is not told. */
  readonly country?: string | null;
}

/** Somebody has somebody do something. */
export interface ChainContract {
  readonly from: string;
  readonly to: string;
  /** Its date or number, as the buyer knows it. */
  readonly reference: string;
}

/** What is said of how an activity is covered; a certificate on record is read beside it. */
export const claims = ['own-certificate', 'other-scope', 'none', 'unknown'] as const;
export type Claim = (typeof claims)[number];

/** Where what is said comes from: without one of these, nothing is established. */
export const factSources = [
  'answer',
  'guarantees-table',
  'public-list',
  'letter',
  'contract',
  'audit',
] as const;
export type FactSource = (typeof factSources)[number];

/** Who performs an activity, and what is said of its cover. */
export interface Performance {
  readonly activity: HdsActivity;
  readonly actorId: string;
  /** The places where it is performed; empty when that is not told. */
  readonly sites: readonly string[];
  readonly claim: Claim;
  /** Whose audited scope covers it, for `other-scope`. */
  readonly hostId: string | null;
  readonly source: FactSource | null;
  /** The day of the answer or of the finding. */
  readonly statedOn: Day | null;
}

export interface CertificationChain {
  /** Whom the buyer signed this engagement with. */
  readonly holderId: string;
  readonly actors: readonly ChainActor[];
  readonly contracts: readonly ChainContract[];
  readonly performances: readonly Performance[];
  /** Activities that this engagement does not need. */
  readonly notPerformed: readonly HdsActivity[];
}

export function emptyChain(holder: ChainActor): CertificationChain {
  return { holderId: holder.id, actors: [holder], contracts: [], performances: [], notPerformed: [] };
}

/** Every contract of the chain, that of the engagement itself first. */
export function contractsOf({ holderId, contracts }: CertificationChain): readonly ChainContract[] {
  return [{ from: buyerNode, to: holderId, reference: '' }, ...contracts];
}

/** To whom each has contracts, and from whom. */
export interface Links {
  readonly to: ReadonlyMap<string, readonly string[]>;
  readonly from: ReadonlyMap<string, readonly string[]>;
}

export function linksOf(contracts: readonly Pick<ChainContract, 'from' | 'to'>[]): Links {
  const to = new Map<string, string[]>();
  const from = new Map<string, string[]>();
  for (const contract of contracts) {
    push(to, contract.from, contract.to);
    push(from, contract.to, contract.from);
  }
  return { to, from };
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** The companies of a loop, the first one again at its end; nothing when work never comes back to whom it came from. */
export function findCycle(contracts: readonly Pick<ChainContract, 'from' | 'to'>[]): string[] | undefined {
  const { to } = linksOf(contracts);
  const done = new Set<string>();
  for (const start of to.keys()) {
    const path: { readonly id: string; next: number }[] = [{ id: start, next: 0 }];
    const onPath = new Set([start]);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = done.has(top.id) ? undefined : to.get(top.id)?.[top.next];
      top.next += 1;
      if (next === undefined) {
        done.add(top.id);
        onPath.delete(top.id);
        path.pop();
      } else if (onPath.has(next)) {
        const ids = path.map(({ id }) => id);
        return [...ids.slice(ids.indexOf(next)), next];
      } else if (!done.has(next)) {
        path.push({ id: next, next: 0 });
        onPath.add(next);
      }
    }
  }
  return undefined;
}
