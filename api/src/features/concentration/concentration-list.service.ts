import { Injectable } from '@nestjs/common';
import { isInEea } from '@probant/shared/suppliers/countries';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Statement } from '../../platform/database/work.js';
import {
  Conditions,
  containing,
  cursorColumns,
  listClause,
  orderOf,
  pageClause,
  toPage,
  type CursorRow,
} from '../../platform/http/page.js';
import { chainRelation, readKnown, type Known, type NodeRow } from './chain-relation.js';
import type {
  ConcentrationNodeResponse,
  ConcentrationQuery,
  ConcentrationResponse,
} from './concentration.dto.js';

const orders = {
  suppliers: { by: 'n.suppliers', type: 'integer', id: 'n.node_id' },
  engagements: { by: 'n.engagements', type: 'integer', id: 'n.node_id' },
  critical: { by: 'n.critical', type: 'integer', id: 'n.node_id' },
  depth: { by: 'coalesce(n.most_depth, 0)', type: 'integer', id: 'n.node_id' },
  name: { by: 'lower(n.name)', type: 'text', id: 'n.node_id' },
} as const;

/** Companies and places that chains name, by how many suppliers depend on them. */
@Injectable()
export class ConcentrationList {
  constructor(private readonly work: Work) {}

  list(scope: Scope, query: ConcentrationQuery): Promise<ConcentrationResponse> {
    return this.work.run(scope, async (tx) => {
      const known = await readKnown(tx, scope, scope.language);
      const conditions = new Conditions();
      const relation = chainRelation(scope, known, conditions);
      const order = orderOf(query.sort, '-suppliers', orders);
      const clause = pageClause(narrowed(conditions, query), order, query);
      const rows = await tx.query<NodeRow & CursorRow>(
        `${relation} SELECT n.*, ${cursorColumns(order)} FROM nodes n ${clause}`,
        conditions.parameters,
      );
      return toPage(rows, query, (row) => toNode(row, known));
    });
  }
}

/** The whole list from its beginning. */
export function wholeStatement(
  scope: Scope,
  known: Known,
  query: ConcentrationQuery,
  maxRows: number,
): Statement<NodeRow> {
  const conditions = new Conditions();
  const relation = chainRelation(scope, known, conditions);
  const clause = listClause(narrowed(conditions, query), orderOf(query.sort, '-suppliers', orders), maxRows);
  return { text: `${relation} SELECT n.* FROM nodes n ${clause}`, parameters: conditions.parameters };
}

function narrowed(conditions: Conditions, { kind, share, search }: ConcentrationQuery): Conditions {
  if (kind) conditions.add('n.kind = ?', kind);
  if (share) conditions.add('n.suppliers >= 2');
  if (search) conditions.add('lower(n.name) LIKE ?', containing(search.toLowerCase()));
  return conditions;
}

export function toNode(row: NodeRow, { identities }: Known): ConcentrationNodeResponse {
  const identity = row.kind === 'actor' ? identities.get(row.node_id) : undefined;
  return {
    id: row.node_id,
    kind: row.kind,
    name: identity?.name ?? row.name,
    siren: identity?.siren ?? null,
    ground: identity?.ground ?? null,
    outsideEea: row.code === null ? null : !isInEea(row.code),
    suppliers: row.suppliers,
    engagements: row.engagements,
    critical: row.critical,
    leastDepth: row.least_depth,
    mostDepth: row.most_depth,
  };
}
