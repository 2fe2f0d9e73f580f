import { Inject, Injectable } from '@nestjs/common';
import type { OrganisationId } from '@probant/shared/ids';
import type { ChainHead } from '@probant/shared/proof/chain';
import type { Anchor } from '@probant/shared/proof/chain-file';
import type { EventAnchor } from '@probant/shared/proof/excerpt-file';
import { growTree, type MerkleStep } from '@probant/shared/proof/merkle';
import { rootText, type SignedRoot } from '@probant/shared/proof/signed-root';
import type { Logger } from 'pino';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { LOG } from '../../platform/log/log.js';
import { SigningKey } from '../../platform/signing/signing-key.js';
import { askTimestamp } from '../../platform/signing/timestamp-authority.js';

interface HeadRow {
  readonly organisation_id: string;
  readonly id: string;
  readonly sequence: number;
  readonly hash: string;
}

/** An event of an organisation's own chain. */
interface EventRow {
  readonly organisation_id: string;
  readonly sequence: number;
  readonly hash: string;
}

interface MadeRoot {
  readonly number: number;
  readonly statement: string;
  /** There were more events than one tree takes. */
  readonly more: boolean;
}

const lockKey = 7_207_620_944;
/** Leaves of one tree that are no heads: what an installation of before brings along is rooted in several. */
const eventsAtOnce = 20_000;

/**
 * Signs, once an hour and before a proof file is sealed, one hash over the heads of all chains that have moved since, and over each
 * event that organisations' own chains have taken.
 */
@Injectable()
export class Roots {
  constructor(
    private readonly work: Work,
    private readonly key: SigningKey,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<ServeConfig, 'tsaUrl'>,
    @Inject(LOG) private readonly log: Pick<Logger, 'warn'>,
  ) {}

  /** The number of the last new root; null when no chain has moved. */
  async make(): Promise<number | null> {
    let last: number | null = null;
    for (let more = true; more;) {
      const made = await this.makeOne();
      if (made !== null) {
        last = made.number;
        await this.stamp(made.number, made.statement);
      }
      more = made?.more ?? false;
    }
    return last;
  }

  private makeOne(): Promise<MadeRoot | null> {
    return this.work.serve('roots', async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
      const heads = await movedHeads(tx);
      const events = await newEvents(tx);
      return heads.length + events.length === 0 ? null : this.sign(tx, heads, events);
    });
  }

  private async sign(tx: Tx, heads: readonly HeadRow[], events: readonly EventRow[]): Promise<MadeRoot> {
    const [last] = await tx.query<{ number: number; sha256: string }>(
      'SELECT number, sha256 FROM merkle_roots ORDER BY number DESC LIMIT 1',
    );
    const { root, paths } = growTree([...heads.map(toHead), ...events.map(toOwnHead)], sha256);
    const number = (last?.number ?? 0) + 1;
    const at = this.clock.now().toISOString();
    const facts = { number, at, previousSha256: last?.sha256 ?? null, heads: heads.length, root };
    const statement = rootText(facts);
    await tx.query(
      `INSERT INTO merkle_roots (number, statement, sha256, at, public_key, signature) VALUES ($1, $2, $3, $4, $5, $6)`,
      [number, statement, sha256(statement), at, this.key.publicKey, this.key.sign(statement)],
    );
    await tx.query(
      `INSERT INTO merkle_leaves (organisation_id, chain_id, sequence, hash, root_number, path)
       SELECT (l->>0)::uuid, (l->>1)::uuid, (l->>2)::bigint, l->>3, $1, l->4 FROM jsonb_array_elements($2::jsonb) l`,
      [number, JSON.stringify(heads.map(toLeaf(paths)))],
    );
    await tx.query(
      `INSERT INTO event_leaves (organisation_id, sequence, root_number, path)
       SELECT (l->>0)::uuid, (l->>1)::bigint, $1, l->2 FROM jsonb_array_elements($2::jsonb) l`,
      [number, JSON.stringify(events.map(toEventLeaf(paths.slice(heads.length))))],
    );
    return { number, statement, more: events.length === eventsAtOnce };
  }

  /** An authority that does not answer leaves the root as it is, signed. */
  private async stamp(number: number, statement: string): Promise<void> {
    if (this.config.tsaUrl === null) return;
    try {
      const { token } = await askTimestamp(this.config.tsaUrl, statement);
      await this.work.serve('roots', (tx) =>
        tx.query('INSERT INTO root_timestamps (number, token) VALUES ($1, $2)', [
          number,
          token.toString('hex'),
        ]),
      );
    } catch (error) {
      this.log.warn({ err: error, root: number }, 'timestamp of a root');
    }
  }
}

/** The last root that a chain stands in. */
export async function findAnchor(
  tx: Tx,
  organisationId: OrganisationId,
  chainId: string,
): Promise<Anchor | null> {
  const [leaf] = await tx.query<{ root: number; sequence: number; hash: string; path: MerkleStep[] }>(
    `SELECT root_number AS root, sequence::int, hash, path FROM merkle_leaves
     WHERE organisation_id = $1 AND chain_id = $2 ORDER BY sequence DESC LIMIT 1`,
    [organisationId, chainId],
  );
  return leaf ?? null;
}

/** How each of these events of the organisation's own chain leads to its root; those of none are left out. */
export async function findEventAnchors(
  tx: Tx,
  organisationId: OrganisationId,
  sequences: readonly number[],
): Promise<ReadonlyMap<number, EventAnchor>> {
  const rows = await tx.query<EventAnchor & { readonly sequence: number }>(
    `SELECT sequence::int, root_number AS root, path FROM event_leaves
     WHERE organisation_id = $1 AND sequence = ANY ($2::bigint[])`,
    [organisationId, sequences.map(String)],
  );
  return new Map(rows.map(({ sequence, root, path }) => [sequence, { root, path }]));
}

export function readRoots(tx: Tx, numbers: readonly number[]): Promise<SignedRoot[]> {
  return tx.query<SignedRoot>(
    `SELECT r.statement, r.public_key AS "publicKey", r.signature, t.token AS timestamp
     FROM merkle_roots r LEFT JOIN root_timestamps t ON t.number = r.number
     WHERE r.number = ANY (string_to_array($1, ',')::int[]) ORDER BY r.number`,
    [numbers.join(',')],
  );
}

function movedHeads(tx: Tx): Promise<HeadRow[]> {
  return tx.query<HeadRow>(
    `SELECT c.organisation_id, c.id, c.sequence::int, c.hash FROM chains c
     WHERE c.sequence > 0 AND NOT EXISTS (SELECT 1 FROM merkle_leaves l
       WHERE l.organisation_id = c.organisation_id AND l.chain_id = c.id AND l.sequence = c.sequence)
     ORDER BY c.organisation_id, c.id`,
  );
}

/** Of organisations' own chains, those that stand in no root yet. */
function newEvents(tx: Tx): Promise<EventRow[]> {
  return tx.query<EventRow>(
    `SELECT e.organisation_id, e.sequence::int, e.hash FROM chains c CROSS JOIN LATERAL (
       SELECT organisation_id, sequence, hash FROM events WHERE organisation_id = c.organisation_id AND chain_id = c.id
         AND sequence > coalesce((SELECT max(l.sequence) FROM event_leaves l WHERE l.organisation_id = c.organisation_id), 0)
         AND sequence <= c.sequence ORDER BY sequence LIMIT ${eventsAtOnce}) e
     WHERE c.id = c.organisation_id ORDER BY e.organisation_id, e.sequence LIMIT ${eventsAtOnce}`,
  );
}

function toHead({ organisation_id: organisationId, id, sequence, hash }: HeadRow): ChainHead {
  return { chainId: `${organisationId}/${id}`, sequence, hash };
}

const toLeaf =
  (paths: readonly (readonly MerkleStep[])[]) =>
  ({ organisation_id: organisationId, id, sequence, hash }: HeadRow, place: number) => [
    organisationId,
    id,
    sequence,
    hash,
    paths[place],
  ];

function toOwnHead({ organisation_id: organisationId, sequence, hash }: EventRow): ChainHead {
  return { chainId: `${organisationId}/${organisationId}`, sequence, hash };
}

const toEventLeaf =
  (paths: readonly (readonly MerkleStep[])[]) =>
  ({ organisation_id: organisationId, sequence }: EventRow, place: number) => [
    organisationId,
    sequence,
    paths[place],
  ];
