import type { Scope } from '../../platform/access/scope.js';
import { Conditions, containing, type Order } from '../../platform/http/page.js';
import type { PortfolioQuery, StandingResponse } from './portfolio.dto.js';

/** Statuses in which the supplier owes an answer; past its day, the answer is overdue. */
export const awaited = ['sent', 'opened', 'in-progress', 'returned'] as const;

/** Each is served by an index of its own; what has no value stands at the far end. */
export const portfolioOrders = {
  score: { by: 'coalesce(s.score, -1)', type: 'double precision', id: 's.engagement_id' },
  supplier: { by: 'lower(s.supplier_name)', type: 'text', id: 's.engagement_id' },
  due: { by: `coalesce(s.due_on, '9999-12-31'::date)`, type: 'date', id: 's.engagement_id' },
} as const satisfies Readonly<Record<string, Order>>;

export const standingColumns = `s.engagement_id, s.supplier_id, s.supplier_name, s.engagement_name, s.tier, s.assessment_id, s.status,
  s.due_on::text, s.score, s.base, s.floor, s.grade, s.confidence, s.before_review, s.knockouts, s.themes, s.answered, s.questions,
  s.scored_at`;

export interface StandingRow {
  readonly engagement_id: string;
  readonly supplier_id: string;
  readonly supplier_name: string;
  readonly engagement_name: string;
  readonly tier: StandingResponse['tier'];
  readonly assessment_id: string | null;
  readonly status: StandingResponse['status'];
  readonly due_on: string | null;
  readonly score: number | null;
  readonly base: number | null;
  readonly floor: number | null;
  readonly grade: StandingResponse['grade'];
  readonly confidence: number | null;
  readonly before_review: boolean | null;
  readonly knockouts: StandingResponse['knockouts'];
  readonly themes: Record<string, number>;
  readonly answered: number;
  readonly questions: number;
  readonly scored_at: Date | null;
}

export function portfolioConditions(scope: Scope, query: PortfolioQuery, today: string): Conditions {
  const conditions = new Conditions()
    .add('s.organisation_id = ?', scope.organisationId)
    .add('NOT s.archived');
  if (query.search) conditions.add('s.search LIKE ?', containing(query.search.toLowerCase()));
  if (query.grade) conditions.add('s.grade = ?', query.grade);
  if (query.tier) conditions.add('s.tier = ?', query.tier);
  if (query.status) conditions.add('s.status = ?', query.status);
  if (query.knockout) {
    const wanted = query.state ? { id: query.knockout, state: query.state } : { id: query.knockout };
    conditions.add('s.knockouts @> ?::jsonb', JSON.stringify([wanted]));
  } else if (query.state) {
    conditions.add('s.knockouts @> ?::jsonb', JSON.stringify([{ state: query.state }]));
  }
  switch (query.kind) {
    case 'unlawful':
      return conditions.add('s.unlawful');
    case 'undemonstrated':
      return conditions.add('s.undemonstrated');
    case 'overdue':
      return conditions.add('s.status = ANY(?)', awaited).add('s.due_on < ?', today);
    case 'to-review':
      return conditions.add('s.status = ANY(?)', ['submitted', 'in-review']);
    case 'unscored':
      return conditions.add('s.score IS NULL');
    default:
      return conditions;
  }
}

export function toStanding(row: StandingRow, today: string): StandingResponse {
  return {
    engagementId: row.engagement_id,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    engagementName: row.engagement_name,
    tier: row.tier,
    assessmentId: row.assessment_id,
    status: row.status,
    dueOn: row.due_on,
    overdue: row.due_on !== null && row.due_on < today && awaited.some((status) => status === row.status),
    score: row.score,
    base: row.base,
    floor: row.floor,
    grade: row.grade,
    confidence: row.confidence,
    beforeReview: row.before_review ?? false,
    knockouts: row.knockouts,
    themes: row.themes,
    answered: row.answered,
    questions: row.questions,
    scoredAt: row.scored_at?.toISOString() ?? null,
  };
}
