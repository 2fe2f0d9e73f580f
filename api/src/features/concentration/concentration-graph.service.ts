import { Injectable } from '@nestjs/common';
import type { OrganisationId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import {
  nodeKinds,
  type ConcentrationGraphQuery,
  type ConcentrationGraphResponse,
  type NodeKind,
} from './concentration.dto.js';
import { nodeColumns, resolveNode, toNode, type NodeRow } from './kept-nodes.js';

/** As many as one screen draws with their names; the table has the others. */
const drawn: Readonly<Record<NodeKind, number>> = { actor: 16, place: 10, country: 6 };
const drawnSuppliers = 20;

type Edge = ConcentrationGraphResponse['edges'][number];

/** What suppliers share, drawn: suppliers, the companies of their chains, the places where these work. */
@Injectable()
export class ConcentrationGraph {
  constructor(private readonly work: Work) {}

  read(scope: Scope, { node }: ConcentrationGraphQuery): Promise<ConcentrationGraphResponse> {
    const { organisationId, language } = scope;
    return this.work.run(scope, async (tx) => {
      const asked = node === undefined ? null : await resolveNode(tx, organisationId, node);
      const rows = await readDrawn(tx, organisationId, asked);
      const nodes = rows.map(({ node_id }) => node_id);
      const suppliers = await readSuppliers(tx, organisationId, nodes);
      const there = [...new Set([...suppliers.map(({ id }) => id), ...nodes])];
      const totals = await readTotals(tx, organisationId);
      const count = (key: string) => totals.get(key) ?? 0;
      const rest = (kind: NodeKind) => count(kind) - rows.filter((row) => row.kind === kind).length;
      return {
        suppliers,
        nodes: rows.map((row) => toNode(row, language)),
        edges: await readEdges(tx, organisationId, nodes, there),
        rest: {
          suppliers: count('holder') - suppliers.length,
          actors: rest('actor'),
          places: rest('place'),
          countries: rest('country'),
        },
        stated: count('stated'),
        unstated: count('engagements') - count('stated'),
      };
    });
  }
}

/** The most shared of each kind, from the ends of an index, and the one that is asked for. */
function readDrawn(tx: Tx, organisationId: OrganisationId, node: string | null): Promise<NodeRow[]> {
  const ends = nodeKinds.map(
    (kind) =>
      `(SELECT ${nodeColumns} FROM concentration_nodes n WHERE n.organisation_id = $1 AND n.listed AND n.kind = '${kind}'
        ORDER BY n.suppliers DESC, n.engagements DESC, n.node_id DESC LIMIT ${drawn[kind]})`,
  );
  return tx.query<NodeRow>(
    `SELECT n.* FROM (${ends.join(' UNION ALL ')} UNION (
       SELECT ${nodeColumns} FROM concentration_nodes n WHERE n.organisation_id = $1 AND n.listed AND n.node_id = $2::uuid)) n
     ORDER BY n.kind, n.suppliers DESC, n.engagements DESC, n.node_id DESC`,
    [organisationId, node],
  );
}

/** Those with the most behind them first, of those from whom a line leads to what is drawn: asked of one after the other until there are enough. */
function readSuppliers(
  tx: Tx,
  organisationId: OrganisationId,
  nodes: readonly string[],
): Promise<ConcentrationGraphResponse['suppliers']> {
  return tx.query(
    `WITH first AS MATERIALIZED (
       SELECT h.* FROM concentration_holders h WHERE h.organisation_id = $1 AND coalesce(
         (SELECT true FROM concentration_records k JOIN concentration_suppliers s
            ON s.organisation_id = k.organisation_id AND s.supplier_id = k.record_id
          WHERE k.organisation_id = h.organisation_id AND k.record_id = h.supplier_id AND s.node_id = ANY ($2::uuid[])
            AND s.kind = 'actor' AND s.node_id <> k.node_id LIMIT 1),
         (SELECT true FROM concentration_records k JOIN concentration_edges e
            ON e.organisation_id = k.organisation_id AND e.from_node = k.node_id
          WHERE k.organisation_id = h.organisation_id AND k.record_id = h.supplier_id AND e.to_node = ANY ($2::uuid[]) LIMIT 1), false)
       ORDER BY h.companies DESC, h.engagements DESC, h.supplier_id DESC LIMIT ${drawnSuppliers})
     SELECT k.node_id AS id, h.supplier_id AS "supplierId", coalesce(n.name, k.name) AS name, h.engagements
     FROM first h JOIN concentration_records k ON k.organisation_id = $1 AND k.record_id = h.supplier_id
       LEFT JOIN concentration_nodes n ON n.organisation_id = $1 AND n.node_id = k.node_id
     ORDER BY h.companies DESC, h.engagements DESC, h.supplier_id DESC`,
    [organisationId, nodes],
  );
}

function readEdges(
  tx: Tx,
  organisationId: OrganisationId,
  nodes: readonly string[],
  there: readonly string[],
): Promise<Edge[]> {
  return tx.query<Edge>(
    `SELECT k.node_id AS "from", s.node_id AS "to", sum(s.engagements)::integer AS engagements
     FROM concentration_records k JOIN concentration_suppliers s
       ON s.organisation_id = k.organisation_id AND s.supplier_id = k.record_id
     WHERE k.organisation_id = $1 AND k.node_id = ANY ($3::uuid[]) AND k.is_supplier
       AND s.node_id = ANY ($2::uuid[]) AND s.kind = 'actor' AND s.node_id <> k.node_id GROUP BY k.node_id, s.node_id
     UNION ALL
     SELECT e.from_node, e.to_node, e.engagements FROM concentration_edges e
     WHERE e.organisation_id = $1 AND e.from_node = ANY ($3::uuid[]) AND e.to_node = ANY ($2::uuid[])`,
    [organisationId, nodes, there],
  );
}

async function readTotals(tx: Tx, organisationId: OrganisationId): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ key: string; count: number }>(
    'SELECT key, count FROM concentration_totals WHERE organisation_id = $1',
    [organisationId],
  );
  return new Map(rows.map(({ key, count }) => [key, count]));
}
