import type { EventKind } from '@probant/shared/audit/events';
import type pg from 'pg';

/**
 * An act that both sides of an assessment saw stands in one chain as it was made and in the other as a copy that names its
 * hash. What one side cut off, head and all, is still told by the other.
 */
export type CounterpartFault =
  /** The chain ends at `after`, or has a gap, where the other side's event tells of one more. */
  | ({ readonly fault: 'act-missing'; readonly after: number } & Witness)
  /** The other side tells the same act otherwise. */
  | ({ readonly fault: 'act-differs'; readonly sequence: number } & Witness);

/** The event of the other side that tells of the act. */
interface Witness {
  readonly kind: string;
  readonly witnessOrganisationId: string;
  readonly witnessSequence: number;
}

interface Located {
  readonly organisationId: string;
  readonly chainId: string;
}

/** Acts of the supplier that always stand in the buyer's chain as well, and the other way round once a workspace accepted. */
const toldByBoth = {
  supplier: ['request-accepted', 'answering-started', 'submitted'],
  buyer: [
    'due-date-changed',
    'assessment-cancelled',
    'assessment-reopened',
    'version-moved',
    'version-move-returned',
    'returned',
    'decision-told',
  ],
} as const satisfies Readonly<Record<string, readonly EventKind[]>>;

/** `,"~with":"<64 hexadecimal digits>"}`, the end of the text of a copy. */
const tail = 76;
export const isCopy = (text: string) => `right(${text}, ${tail}) ~ '^,"~with":"[0-9a-f]{64}"}$'`;
const tailWith = (hash: string) => `',"~with":"' || ${hash} || '"}'`;

/** Who has a chain of the assessment, but for one of them: looked up for each act, never for all assessments at once. */
const others = (chain: string, own: string) => `(
    SELECT a.buyer_id AS id FROM assessments a WHERE a.id = ${chain} AND a.buyer_id <> ${own}
    UNION SELECT x.supplier_organisation_id FROM acceptances x
      WHERE x.assessment_id = ${chain} AND x.supplier_organisation_id <> ${own})`;

/** Copies whose original is not in the other chain, or tells something else. */
const orphans = `
WITH copies AS MATERIALIZED (
  SELECT e.organisation_id, e.chain_id, e.sequence, e.kind, e.actor, left(e.text, -${tail}) || '}' AS text,
    left(right(e.text, 66), 64) AS hash FROM events e WHERE ${isCopy('e.text')}
)
SELECT other.id AS "organisationId", c.chain_id AS "chainId", c.kind, c.organisation_id AS "witnessOrganisationId",
  c.sequence::float8 AS "witnessSequence", o.sequence::float8 AS sequence, other.head::float8 AS after
FROM copies c
LEFT JOIN LATERAL (
  SELECT e.* FROM ${others('c.chain_id', 'c.organisation_id')} p
  JOIN events e ON e.organisation_id = p.id AND e.chain_id = c.chain_id AND e.hash = c.hash LIMIT 1) o ON true
JOIN LATERAL (
  SELECT p.id, coalesce(h.sequence, 0) AS head FROM ${others('c.chain_id', 'c.organisation_id')} p
  LEFT JOIN chains h ON h.organisation_id = p.id AND h.id = c.chain_id
  WHERE p.id = coalesce(o.organisation_id, p.id) ORDER BY p.id LIMIT 1) other ON true
WHERE o.hash IS NULL OR (o.kind, o.actor, o.text) IS DISTINCT FROM (c.kind, c.actor, c.text)
ORDER BY 1, 2, c.sequence LIMIT $1`;

/** Originals of acts that both sides saw, without a copy in the other chain. */
const uncopied = `
WITH acts AS MATERIALIZED (
  SELECT e.organisation_id, e.chain_id, e.sequence, e.kind, e.hash, a.buyer_id FROM events e
  JOIN assessments a ON a.id = e.chain_id
  WHERE NOT ${isCopy('e.text')}
    AND ((e.organisation_id <> a.buyer_id AND e.kind = ANY ($2))
      OR (e.organisation_id = a.buyer_id AND e.kind = ANY ($3) AND (
        SELECT b.kind FROM events b WHERE b.organisation_id = e.organisation_id AND b.chain_id = e.chain_id
          AND b.sequence < e.sequence AND b.kind IN ('request-accepted', 'recipient-replaced')
        ORDER BY b.sequence DESC LIMIT 1) = 'request-accepted'))
)
SELECT other.id AS "organisationId", o.chain_id AS "chainId", o.kind, o.organisation_id AS "witnessOrganisationId",
  o.sequence::float8 AS "witnessSequence", NULL AS sequence, other.head::float8 AS after
FROM acts o
JOIN LATERAL (
  SELECT p.id, coalesce(h.sequence, 0) AS head FROM ${others('o.chain_id', 'o.organisation_id')} p
  LEFT JOIN chains h ON h.organisation_id = p.id AND h.id = o.chain_id
  ORDER BY p.id <> o.buyer_id, p.id LIMIT 1) other ON true
WHERE NOT EXISTS (
  SELECT 1 FROM ${others('o.chain_id', 'o.organisation_id')} p
  JOIN events c ON c.organisation_id = p.id AND c.chain_id = o.chain_id
  WHERE right(c.text, ${tail}) = ${tailWith('o.hash')})
ORDER BY 1, 2, o.sequence LIMIT $1`;

interface CounterpartRow extends Located, Witness {
  readonly sequence: number | null;
  readonly after: number;
}

export async function findCounterpartFaults(
  client: pg.Client,
  limit: number,
): Promise<(Located & CounterpartFault)[]> {
  const { supplier, buyer } = toldByBoth;
  const named = await client.query<CounterpartRow>(orphans, [limit]);
  const untold = await client.query<CounterpartRow>(uncopied, [limit, supplier, buyer]);
  return [...named.rows, ...untold.rows].map(({ sequence, after, ...row }) =>
    sequence === null ? { ...row, fault: 'act-missing', after } : { ...row, fault: 'act-differs', sequence },
  );
}

/** Every organisation has a chain of its own, and every request that was sent one for each side that took part. */
export async function findMissingChains(
  client: pg.Client,
  limit: number,
): Promise<(Located & { readonly fault: 'no-chain' })[]> {
  const { rows } = await client.query<Located>(
    `SELECT owner AS "organisationId", id AS "chainId" FROM (
       SELECT o.id AS owner, o.id FROM organisations o
       UNION ALL SELECT a.buyer_id, a.id FROM assessments a WHERE a.sent_at IS NOT NULL
       UNION SELECT x.supplier_organisation_id, x.assessment_id FROM acceptances x
     ) expected
     WHERE NOT EXISTS (SELECT 1 FROM chains c WHERE c.organisation_id = expected.owner AND c.id = expected.id)
     ORDER BY 1, 2 LIMIT $1`,
    [limit],
  );
  return rows.map((row) => ({ ...row, fault: 'no-chain' }));
}
