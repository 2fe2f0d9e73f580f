import { eventHash, isHashable, type ChainedEvent } from '@probant/shared/proof/chain';
import { followChain, type ChainFollower } from '@probant/shared/proof/follow-chain';
import type { ChainFault } from '@probant/shared/proof/verify-chain';
import type pg from 'pg';
import { sha256 } from '../../platform/hash/sha256.js';
import { readRows } from './read-rows.js';
import { findCounterpartFaults, findMissingChains, type CounterpartFault } from './verify-counterparts.js';
import { findDocumentFaults, type DocumentFault } from './verify-documents.js';

/** What is wrong, and where: a chain belongs to one organisation, and its events are numbered from 1. */
export type LocatedFault = {
  readonly organisationId: string;
  readonly chainId: string;
} & (
  | ChainFault
  | CounterpartFault
  | DocumentFault
  /** Events stand where no chain is counted any more. */
  | { readonly fault: 'uncounted'; readonly sequence: number }
  /** The whole chain is gone: the organisation or the assessment that it tells of is there. */
  | { readonly fault: 'no-chain' }
);

export interface ChainsReport {
  readonly chains: number;
  readonly events: number;
  readonly faults: readonly LocatedFault[];
  /** More was found than is listed. */
  readonly more: boolean;
}

interface Head {
  readonly organisationId: string;
  readonly chainId: string;
  readonly sequence: number;
  readonly hash: string;
}

interface EventRow extends Head {
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly text: string;
  readonly textSha256: string;
  readonly previousHash: string;
}

const mostListed = 10_000;

/**
 * Reads every chain of every organisation, and the rows that the events tell of, as they stand at one instant; holds no more
 * than a few thousand rows.
 */
export async function verifyChains(
  client: pg.Client,
  progress: (events: number) => void = () => undefined,
): Promise<ChainsReport> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const read = await followAll(client, progress);
    const others: LocatedFault[] = [
      ...(await findMissingChains(client, mostListed)),
      ...(await findCounterpartFaults(client, mostListed)),
      ...(await findDocumentFaults(client, mostListed)),
    ];
    const faults = [...read.faults, ...others];
    return {
      ...read,
      faults: faults.slice(0, mostListed),
      more: read.more || faults.length > mostListed,
    };
  } finally {
    await client.query('ROLLBACK');
  }
}

/** Heads and events come in the order of the same key: each event finds its head, each head its events. */
async function followAll(client: pg.Client, progress: (events: number) => void): Promise<ChainsReport> {
  const found: { faults: LocatedFault[]; more: boolean } = { faults: [], more: false };
  const heads = readRows<Head>(client, 'heads', headsStatement);
  let head = await nextOf(heads);
  let follower = start(head);
  let chains = 0;
  let events = 0;
  const finish = async (): Promise<void> => {
    if (head === null || follower === null) return;
    addFaults(found, head, follower.finish());
    chains += 1;
    head = await nextOf(heads);
    follower = start(head);
  };
  for await (const row of readRows<EventRow>(client, 'chained', eventsStatement)) {
    while (head !== null && compare(head, row) < 0) await finish();
    if (head !== null && compare(head, row) === 0) follower?.follow(toEvent(row));
    else add(found, { ...placeOf(row), fault: faultOutside(row), sequence: row.sequence });
    events += 1;
    if (events % 100_000 === 0) progress(events);
  }
  while (head !== null) await finish();
  return { chains, events, ...found };
}

const headsStatement = `
SELECT organisation_id AS "organisationId", id AS "chainId", sequence::float8 AS sequence, hash
FROM chains ORDER BY organisation_id, id`;

/** An instant is kept to the millisecond; one that has more was moved by less than the hash covers, and is shown in full. */
const eventsStatement = `
SELECT organisation_id AS "organisationId", chain_id AS "chainId", sequence::float8 AS sequence,
  CASE WHEN at = date_trunc('milliseconds', at) THEN instant_text(at)
    ELSE to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') END AS at,
  actor, kind, text, text_sha256 AS "textSha256", previous_hash AS "previousHash", hash
FROM events ORDER BY organisation_id, chain_id, sequence`;

async function nextOf(heads: AsyncGenerator<Head>): Promise<Head | null> {
  const next = await heads.next();
  return next.done === true ? null : next.value;
}

function start(head: Head | null): ChainFollower | null {
  if (head === null) return null;
  return followChain({ chainId: chainOf(head), sequence: head.sequence, hash: head.hash }, sha256);
}

function toEvent(row: EventRow): ChainedEvent {
  const { sequence, at, actor, kind, text, textSha256, previousHash, hash } = row;
  return { chainId: chainOf(row), sequence, at, actor, kind, text, textSha256, previousHash, hash };
}

/** An event that is genuine where it stands has lost its head; one that is not was brought from elsewhere. */
function faultOutside(row: EventRow): 'uncounted' | 'added' {
  const event = toEvent(row);
  return isHashable(event) && eventHash(event, sha256) === event.hash ? 'uncounted' : 'added';
}

function chainOf({ organisationId, chainId }: Pick<Head, 'organisationId' | 'chainId'>): string {
  return `${organisationId}/${chainId}`;
}

function placeOf({ organisationId, chainId }: Head): Pick<LocatedFault, 'organisationId' | 'chainId'> {
  return { organisationId, chainId };
}

/** PostgreSQL orders uuids as their text does. */
function compare(head: Head, row: Head): number {
  const [a, b] = [chainOf(head), chainOf(row)];
  return a === b ? 0 : a < b ? -1 : 1;
}

function addFaults(
  found: { faults: LocatedFault[]; more: boolean },
  head: Head,
  { faults, more }: { readonly faults: readonly ChainFault[]; readonly more: boolean },
): void {
  if (more) found.more = true;
  for (const fault of faults) add(found, { ...placeOf(head), ...fault });
}

function add(found: { faults: LocatedFault[]; more: boolean }, fault: LocatedFault): void {
  if (found.faults.length < mostListed) found.faults.push(fault);
  else found.more = true;
}
