import { tellEvent } from '@probant/shared/audit/tell-event';
import type { OrganisationId } from '@probant/shared/ids';
import type { ChainedEvent } from '@probant/shared/proof/chain';
import { chainFileHead, eventLine, type Anchor } from '@probant/shared/proof/chain-file';
import { excerptHead, excerptLine, type EventAnchor } from '@probant/shared/proof/excerpt-file';
import type { Parameter } from '../../platform/database/work.js';
import { actorKindOf } from '../audit/audit.public.js';

/** A line of the chronology. */
export interface Act {
  readonly at: string;
  readonly sentence: string;
}

export type Read = <T>(statement: string, parameters: readonly Parameter[]) => Promise<T[]>;

interface Chain {
  readonly organisationId: OrganisationId;
  readonly id: string;
  readonly sequence: number;
  readonly hash: string;
  readonly anchor: Anchor | null;
}

const eventsAtOnce = 500;
/** Saved answers stand in the submissions; a chronology of them would hide the acts. */
const untold = new Set(['answer-saved', 'answers-saved']);
export const maxActs = 3_000;

interface EventRow extends Omit<ChainedEvent, 'chainId'> {
  readonly text: string;
  /** Of the account that acted. */
  readonly name: string | null;
}

const columns = `e.previous_hash AS "previousHash", e.sequence::int, instant_text(e.at) AS at, e.actor, e.kind,
  e.text_sha256 AS "textSha256", e.hash, e.text, c.name`;
const named = `events e LEFT JOIN accounts c ON e.actor = 'account:' || c.id`;

/** The file of a chain up to its head, a page at a time; acts are told to the chronology on the way. */
export async function* readChain(chain: Chain, read: Read, acts: Act[]): AsyncIterable<Uint8Array> {
  const { organisationId, id, sequence: last, hash, anchor } = chain;
  const chainId = `${organisationId}/${id}`;
  yield Buffer.from(chainFileHead({ chainId, sequence: last, hash }, anchor), 'utf8');
  for (let from = 0; from < last; from += eventsAtOnce) {
    const rows = await read<EventRow>(
      `SELECT ${columns} FROM ${named}
       WHERE e.organisation_id = $1 AND e.chain_id = $2 AND e.sequence > $3 AND e.sequence <= $4 ORDER BY e.sequence`,
      [organisationId, id, from, Math.min(last, from + eventsAtOnce)],
    );
    yield Buffer.from(rows.map(eventLine).join(''), 'utf8');
    tellActs(rows, acts);
  }
}

/** Of the organisation's own chain. */
export interface Excerpt {
  readonly organisationId: OrganisationId;
  readonly sequences: readonly number[];
  readonly anchorsOf: (sequences: readonly number[]) => Promise<ReadonlyMap<number, EventAnchor>>;
  /** Takes the number of each root that an event leads to. */
  readonly roots: Set<number>;
}

/** Single events of a chain that holds others too, each with its own way to a root. */
export async function* readExcerpt(excerpt: Excerpt, read: Read, acts: Act[]): AsyncIterable<Uint8Array> {
  const { organisationId, sequences, anchorsOf, roots } = excerpt;
  yield Buffer.from(excerptHead(`${organisationId}/${organisationId}`), 'utf8');
  for (let from = 0; from < sequences.length; from += eventsAtOnce) {
    const page = sequences.slice(from, from + eventsAtOnce);
    const rows = await read<EventRow>(
      `SELECT ${columns} FROM ${named} WHERE e.organisation_id = $1 AND e.chain_id = $1 AND e.sequence = ANY ($2::bigint[])
       ORDER BY e.sequence`,
      [organisationId, page.map(String)],
    );
    const anchors = await anchorsOf(page);
    for (const { root } of anchors.values()) roots.add(root);
    const lines = rows.map((row) => excerptLine({ ...row, anchor: anchors.get(row.sequence) ?? null }));
    yield Buffer.from(lines.join(''), 'utf8');
    tellActs(rows, acts);
  }
}

function tellActs(rows: readonly EventRow[], acts: Act[]): void {
  for (const { name, ...event } of rows) {
    if (acts.length >= maxActs || untold.has(event.kind)) continue;
    const kind = actorKindOf(event, name ?? undefined);
    acts.push({ at: event.at, sentence: tellEvent({ ...event, actor: { kind, name } }, 'fr') });
  }
}
