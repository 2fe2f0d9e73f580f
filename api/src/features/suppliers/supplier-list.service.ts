import { Injectable } from '@nestjs/common';
import type { Scope } from '../../platform/access/scope.js';
import { Work } from '../../platform/database/work.js';
import {
  Conditions,
  containing,
  cursorColumns,
  orderOf,
  pageClause,
  toPage,
  type CursorRow,
} from '../../platform/http/page.js';
import type {
  MissingPart,
  SuppliersQuery,
  SuppliersResponse,
  SupplierSummaryResponse,
} from './suppliers.dto.js';

export const supplierOrders = {
  name: { by: 'lower(s.name)', type: 'text', id: 's.id' },
  updatedAt: { by: 's.updated_at', type: 'timestamptz', id: 's.id' },
} as const;

const without: Readonly<Record<MissingPart, string>> = {
  siren: 's.siren IS NULL',
  contact:
    'NOT EXISTS (SELECT 1 FROM contacts c WHERE c.organisation_id = s.organisation_id AND c.supplier_id = s.id)',
  engagement: `NOT EXISTS (SELECT 1 FROM engagements e
     WHERE e.organisation_id = s.organisation_id AND e.supplier_id = s.id AND e.archived_at IS NULL)`,
};

/** What a page of suppliers says of each; counted for the rows shown, not for the whole list. */
export const supplierCounts = `
(SELECT count(*)::int FROM contacts c WHERE c.organisation_id = s.organisation_id AND c.supplier_id = s.id) AS contact_count,
(SELECT count(*)::int FROM engagements e
  WHERE e.organisation_id = s.organisation_id AND e.supplier_id = s.id AND e.archived_at IS NULL) AS engagement_count,
(SELECT max(t.grade) FROM engagements e JOIN engagement_standings t
   ON t.organisation_id = e.organisation_id AND t.engagement_id = e.id
  WHERE e.organisation_id = s.organisation_id AND e.supplier_id = s.id AND NOT t.archived) AS worst_grade`;

interface SummaryRow extends CursorRow {
  readonly id: string;
  readonly name: string;
  readonly siren: string | null;
  readonly country: string;
  readonly domains: string[];
  readonly archived_at: Date | null;
  readonly updated_at: Date;
  readonly contact_count: number;
  readonly engagement_count: number;
  readonly worst_grade: string | null;
}

@Injectable()
export class SupplierList {
  constructor(private readonly work: Work) {}

  read(scope: Scope, query: SuppliersQuery): Promise<SuppliersResponse> {
    const order = orderOf(query.sort, 'name', supplierOrders);
    return this.work.run(scope, async (tx) => {
      const matching = conditionsOf(scope, query);
      const { total } = await tx.get<{ total: number }>(
        `SELECT count(*)::int AS total FROM suppliers s WHERE ${matching.toString()}`,
        matching.parameters,
      );
      const conditions = conditionsOf(scope, query);
      const clause = pageClause(conditions, order, query);
      const rows = await tx.query<SummaryRow>(
        `SELECT s.id, s.name, s.siren, s.country, s.domains, s.archived_at, s.updated_at, ${supplierCounts}, ${cursorColumns(order)}
         FROM suppliers s ${clause}`,
        conditions.parameters,
      );
      return { ...toPage(rows, query, toSummary), total };
    });
  }
}

export function conditionsOf(scope: Scope, query: SuppliersQuery): Conditions {
  const conditions = new Conditions().add('s.organisation_id = ?', scope.organisationId);
  const state = query.state ?? 'active';
  if (state !== 'all') conditions.add(`s.archived_at IS ${state === 'archived' ? 'NOT NULL' : 'NULL'}`);
  if (query.missing) conditions.add(without[query.missing]);
  if (query.search) {
    const pattern = containing(query.search.toLowerCase());
    const digits = query.search.replace(/\s/g, '');
    conditions.add(
      `lower(s.name) LIKE ? OR s.siren LIKE ? OR array_to_string(s.domains, ' ') LIKE ?`,
      pattern,
      containing(/^\d+$/.test(digits) ? digits : query.search),
      pattern,
    );
  }
  return conditions;
}

function toSummary(row: SummaryRow): SupplierSummaryResponse {
  const { id, name, siren, country, domains } = row;
  return {
    ...{ id, name, siren, country, domains },
    contactCount: row.contact_count,
    engagementCount: row.engagement_count,
    worstGrade: row.worst_grade,
    archived: row.archived_at !== null,
    updatedAt: row.updated_at.toISOString(),
  };
}
