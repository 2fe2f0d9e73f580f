import { createHash } from 'node:crypto';
import type { ChainedEvent, ChainHead } from '@probant/shared/proof/chain';
import type { World } from './world.js';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A chain as it is kept, for `verifyChain`. */
export async function readChain(
  all: Pick<World, 'sql'>,
  organisationId: string,
  id: string,
): Promise<{ events: ChainedEvent[]; head: ChainHead }> {
  const chainId = `${organisationId}/${id}`;
  const rows = await all.sql<Omit<ChainedEvent, 'chainId'>>(
    `SELECT previous_hash AS "previousHash", sequence::int, instant_text(at) AS at, actor, kind, text,
       text_sha256 AS "textSha256", hash FROM events WHERE organisation_id = $1 AND chain_id = $2 ORDER BY sequence`,
    [organisationId, id],
  );
  const [head] = await all.sql<{ sequence: number; hash: string }>(
    'SELECT sequence::int, hash FROM chains WHERE organisation_id = $1 AND id = $2',
    [organisationId, id],
  );
  if (!head) throw new Error(`no chain ${chainId}`);
  return { events: rows.map((row) => ({ ...row, chainId })), head: { ...head, chainId } };
}
