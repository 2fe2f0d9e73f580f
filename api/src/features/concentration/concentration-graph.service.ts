import { Injectable } from '@nestjs/common';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Conditions } from '../../platform/http/page.js';
import { chainRelation, readKnown, type Known, type NodeRow } from './chain-relation.js';
import { toNode } from './concentration-list.service.js';
import type { ConcentrationGraphQuery, ConcentrationGraphResponse } from './concentration.dto.js';

/** As many as one screen draws with their names; the table has the others. */
const drawn = { actors: 16, places: 10, countries: 6, suppliers: 20 } as const;

type DrawnRow = NodeRow & { readonly of_kind: number; readonly place: number };
type Edge = ConcentrationGraphResponse['edges'][number];

/** What suppliers share, drawn: suppliers, the companies of their chains, the places where these work. */
@Injectable()
export class ConcentrationGraph {
  constructor(private readonly work: Work) {}

  read(scope: Scope, { node }: ConcentrationGraphQuery): Promise<ConcentrationGraphResponse> {
    return this.work.run(scope, async (tx) => {
      const known = await readKnown(tx, scope, scope.language);
      const rows = await readDrawn(tx, scope, known, node ?? null);
      const edges = await readEdges(
        tx,
        scope,
        known,
        rows.map(({ node_id }) => node_id),
      );
      const suppliers = await readSuppliers(tx, scope, known);
      const linked = new Set(edges.map(({ from }) => from));
      const shown = suppliers.filter(({ id }) => linked.has(id)).slice(0, drawn.suppliers);
      const there = new Set([...shown.map(({ id }) => id), ...rows.map(({ node_id }) => node_id)]);
      const ofKind = (kind: NodeRow['kind']) => rows.filter((row) => row.kind === kind);
      const rest = (kind: NodeRow['kind']) => (ofKind(kind)[0]?.of_kind ?? 0) - ofKind(kind).length;
      return {
        suppliers: shown,
        nodes: rows.map((row) => toNode(row, known)),
        edges: edges.filter(({ from, to }) => there.has(from) && there.has(to)),
        rest: {
          suppliers: suppliers.length - shown.length,
          actors: rest('actor'),
          places: rest('place'),
          countries: rest('country'),
        },
        ...(await countStated(tx, scope)),
      };
    });
  }
}

async function readDrawn(tx: Tx, scope: Scope, known: Known, node: string | null): Promise<DrawnRow[]> {
  const conditions = new Conditions();
  const relation = chainRelation(scope, known, conditions);
  const [actors, places, countries, asked] = [drawn.actors, drawn.places, drawn.countries, node].map((one) =>
    conditions.take(one),
  );
  return tx.query<DrawnRow>(
    `${relation}, ordered AS (
       SELECT n.*, count(*) OVER (PARTITION BY kind)::integer AS of_kind,
         row_number() OVER (PARTITION BY kind ORDER BY suppliers DESC, engagements DESC, lower(name), node_id)::integer AS place
       FROM nodes n)
     SELECT * FROM ordered
     WHERE place <= CASE kind WHEN 'actor' THEN ${actors}::integer WHEN 'place' THEN ${places}::integer ELSE ${countries}::integer END OR node_id = ${asked}::uuid
     ORDER BY kind, place`,
    conditions.parameters,
  );
}

async function readEdges(tx: Tx, scope: Scope, known: Known, nodes: readonly string[]): Promise<Edge[]> {
  const conditions = new Conditions();
  const relation = chainRelation(scope, known, conditions);
  const shown = conditions.take(nodes);
  return tx.query<Edge>(
    `${relation}, holders AS (
       SELECT l.engagement_id, k.node_id FROM last l JOIN companies k ON k.record_id = l.chain->>'holderId')
     SELECT h.node_id AS "from", a.node_id AS "to", count(DISTINCT a.engagement_id)::integer AS engagements
     FROM actors a JOIN holders h ON h.engagement_id = a.engagement_id
     WHERE a.node_id = ANY (${shown}::uuid[]) AND a.node_id <> h.node_id GROUP BY h.node_id, a.node_id
     UNION ALL
     SELECT s.actor_node, s.node_id, count(DISTINCT s.engagement_id)::integer
     FROM stays s WHERE s.node_id = ANY (${shown}::uuid[]) GROUP BY s.actor_node, s.node_id
     UNION ALL
     SELECT h.actor_node, c.node_id, count(DISTINCT h.engagement_id)::integer
     FROM homes h JOIN countries c ON c.code = h.country
     WHERE c.node_id = ANY (${shown}::uuid[]) AND h.actor_node IS NOT NULL GROUP BY h.actor_node, c.node_id`,
    conditions.parameters,
  );
}

/** Those with the most behind them first. */
async function readSuppliers(
  tx: Tx,
  scope: Scope,
  known: Known,
): Promise<ConcentrationGraphResponse['suppliers']> {
  const conditions = new Conditions();
  const relation = chainRelation(scope, known, conditions);
  return tx.query(
    `${relation} SELECT k.node_id AS id, l.supplier_id AS "supplierId", min(k.name) AS name,
       count(DISTINCT l.engagement_id)::integer AS engagements
     FROM last l JOIN companies k ON k.record_id = l.chain->>'holderId'
       LEFT JOIN actors a ON a.engagement_id = l.engagement_id AND a.node_id <> k.node_id
     GROUP BY k.node_id, l.supplier_id ORDER BY count(DISTINCT a.node_id) DESC, lower(min(k.name)), k.node_id`,
    conditions.parameters,
  );
}

async function countStated(
  tx: Tx,
  { organisationId }: Scope,
): Promise<Pick<ConcentrationGraphResponse, 'stated' | 'unstated'>> {
  return tx.get(
    `SELECT count(*) FILTER (WHERE c.there)::integer AS stated, count(*) FILTER (WHERE c.there IS NULL)::integer AS unstated
     FROM engagement_standings s LEFT JOIN (
       SELECT DISTINCT engagement_id, true AS there FROM certification_chains WHERE organisation_id = $1) c
       ON c.engagement_id = s.engagement_id
     WHERE s.organisation_id = $1 AND NOT s.archived`,
    [organisationId],
  );
}
