import { Injectable } from '@nestjs/common';
import type { EngagementContext, Tier } from '@probant/shared/questionnaires/document';
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
import { isEarlierScore } from '../portfolio/portfolio.public.js';
import type { EngagementsQuery, EngagementsResponse, EngagementSummaryResponse } from './engagements.dto.js';

export const engagementOrders = {
  name: { by: 'lower(e.name)', type: 'text', id: 'e.id' },
  supplierName: { by: 'lower(s.name)', type: 'text', id: 'e.id' },
  updatedAt: { by: 'e.updated_at', type: 'timestamptz', id: 'e.id' },
  // An engagement without a score comes before the best one, so that the worst stand first when descending.
  score: { by: 'coalesce(t.score, -1)', type: 'double precision', id: 'e.id' },
} as const;

/** Every engagement with its supplier and standing, as all reads of this feature take it. */
export const engagementTables = `
FROM engagements e
JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id
JOIN engagement_standings t ON t.organisation_id = e.organisation_id AND t.engagement_id = e.id`;

export const engagementColumns = `
e.id, e.supplier_id, s.name AS supplier_name, e.name, e.tier, e.points, e.updated_at,
e.archived_at IS NOT NULL AS archived, t.assessment_id, t.status, t.due_on::text AS due_on, t.score, t.grade,
t.before_review, t.unlawful, t.undemonstrated, t.scored_at, t.scored_assessment_id`;

export interface EngagementRow {
  readonly id: string;
  readonly supplier_id: string;
  readonly supplier_name: string;
  readonly name: string;
  readonly tier: Tier;
  readonly points: number;
  readonly updated_at: Date;
  readonly archived: boolean;
  readonly assessment_id: string | null;
  readonly status: string;
  readonly due_on: string | null;
  readonly score: number | null;
  readonly grade: string | null;
  readonly before_review: boolean | null;
  readonly unlawful: boolean;
  readonly undemonstrated: boolean;
  readonly scored_at: Date | null;
  readonly scored_assessment_id: string | null;
}

export interface WholeEngagementRow extends EngagementRow {
  readonly description: string;
  readonly context: EngagementContext;
  readonly profile_id: string | null;
  readonly supplier_archived: boolean;
  readonly revision: number;
  readonly created_at: Date;
}

@Injectable()
export class EngagementList {
  constructor(private readonly work: Work) {}

  read(scope: Scope, query: EngagementsQuery): Promise<EngagementsResponse> {
    const order = orderOf(query.sort, 'name', engagementOrders);
    return this.work.run(scope, async (tx) => {
      const matching = engagementConditions(scope, query);
      const { total } = await tx.get<{ total: number }>(
        `SELECT count(*)::int AS total ${engagementTables} WHERE ${matching.toString()}`,
        matching.parameters,
      );
      const conditions = engagementConditions(scope, query);
      const clause = pageClause(conditions, order, query);
      const rows = await tx.query<EngagementRow & CursorRow>(
        `SELECT ${engagementColumns}, ${cursorColumns(order)} ${engagementTables} ${clause}`,
        conditions.parameters,
      );
      return { ...toPage(rows, query, toEngagementSummary), total };
    });
  }
}

export function engagementConditions(scope: Scope, query: EngagementsQuery): Conditions {
  const conditions = new Conditions().add('e.organisation_id = ?', scope.organisationId);
  const state = query.state ?? 'active';
  if (state !== 'all') conditions.add(state === 'archived' ? 't.archived' : 'NOT t.archived');
  if (query.supplierId) conditions.add('e.supplier_id = ?', query.supplierId);
  if (query.tier) conditions.add('e.tier = ?', query.tier);
  if (query.status) conditions.add('t.status = ?', query.status);
  if (query.grade === 'none') conditions.add('t.grade IS NULL');
  else if (query.grade) conditions.add('t.grade = ?', query.grade);
  if (query.search) conditions.add('t.search LIKE ?', containing(query.search.toLowerCase()));
  return conditions;
}

export function toEngagementSummary(row: EngagementRow) {
  const { id, name, tier, points, archived, status, score, grade, unlawful, undemonstrated } = row;
  return {
    ...{ id, name, tier, points, archived },
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    updatedAt: row.updated_at.toISOString(),
    standing: {
      ...{ status, score, grade, unlawful, undemonstrated },
      assessmentId: row.assessment_id,
      dueOn: row.due_on,
      beforeReview: row.before_review,
      scoredAt: row.scored_at?.toISOString() ?? null,
      earlierScore: isEarlierScore(row),
    },
  } satisfies EngagementSummaryResponse;
}
