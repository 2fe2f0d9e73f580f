import { Injectable } from '@nestjs/common';
import type { Language } from '@probant/shared/questionnaires/document';
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
import type { ConcentrationQuery, ConcentrationResponse } from './concentration.dto.js';
import { joinCountryNames, nodeColumns, toNode, type NodeRow } from './kept-nodes.js';

const orders = {
  suppliers: { by: 'n.suppliers', type: 'integer', id: 'n.node_id' },
  engagements: { by: 'n.engagements', type: 'integer', id: 'n.node_id' },
  critical: { by: 'n.critical', type: 'integer', id: 'n.node_id' },
  depth: { by: 'n.farthest', type: 'integer', id: 'n.node_id' },
  name: { by: 'lower(coalesce(c.name, n.name))', type: 'text', id: 'n.node_id' },
} as const;

/** Companies and places that chains name, by how many suppliers depend on them. */
@Injectable()
export class ConcentrationList {
  constructor(private readonly work: Work) {}

  list(scope: Scope, query: ConcentrationQuery): Promise<ConcentrationResponse> {
    return this.work.run(scope, async (tx) => {
      const { from, conditions } = narrowed(scope, query, scope.language);
      const order = orderOf(query.sort, '-suppliers', orders);
      const clause = pageClause(conditions, order, query);
      const rows = await tx.query<NodeRow & CursorRow>(
        `SELECT ${nodeColumns}, ${cursorColumns(order)} ${from} ${clause}`,
        conditions.parameters,
      );
      return toPage(rows, query, (row) => toNode(row, scope.language));
    });
  }
}

/** The whole list from its beginning. */
export function wholeStatement(
  scope: Pick<Scope, 'organisationId'>,
  query: ConcentrationQuery,
  language: Language,
  maxRows: number,
): Statement<NodeRow> {
  const { from, conditions } = narrowed(scope, query, language);
  const clause = listClause(conditions, orderOf(query.sort, '-suppliers', orders), maxRows);
  return { text: `SELECT ${nodeColumns} ${from} ${clause}`, parameters: conditions.parameters };
}

/** Names of countries are joined where a list goes by names: any other is read from the end of an index. */
function narrowed(
  { organisationId }: Pick<Scope, 'organisationId'>,
  { kind, share, search, sort }: ConcentrationQuery,
  language: Language,
): { readonly from: string; readonly conditions: Conditions } {
  const conditions = new Conditions().add('n.organisation_id = ?', organisationId).add('n.listed');
  const isNamed = search !== undefined || sort === 'name' || sort === '-name';
  const from = `FROM concentration_nodes n ${isNamed ? joinCountryNames(conditions, language) : ''}`;
  if (kind) conditions.add('n.kind = ?', kind);
  if (share) conditions.add('n.suppliers >= 2');
  if (search) conditions.add('lower(coalesce(c.name, n.name)) LIKE ?', containing(search.toLowerCase()));
  return { from, conditions };
}
