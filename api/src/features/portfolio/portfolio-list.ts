import type { Language } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Conditions, containing, orderOf, type ChosenOrder, type Order } from '../../platform/http/page.js';
import type { PortfolioQuery, PortfolioItemResponse } from './portfolio.dto.js';

/** Statuses in which the supplier owes an answer; past its day, the answer is overdue. */
export const awaited = ['sent', 'opened', 'in-progress', 'returned'] as const;
/** Statuses in which the buyer owes a review. */
export const toReview = ['submitted', 'in-review'] as const;

/** As the index of what is awaited says it. */
export const awaitedCondition = `s.status IN (${awaited.map((status) => `'${status}'`).join(', ')})`;

/** What it may cost was estimated. */
const estimatedCondition = `EXISTS (SELECT 1 FROM exposure_ranges r WHERE r.organisation_id = s.organisation_id
  AND r.engagement_id = s.engagement_id AND r.low_cents IS NOT NULL)`;

/** Each is served by an index of its own; what has no value stands at the far end. */
const portfolioOrders = {
  score: { by: 's.score_order', type: 'double precision', id: 's.engagement_id' },
  supplier: { by: 's.name_order', type: 'text', id: 's.engagement_id' },
  due: { by: 's.due_order', type: 'date', id: 's.engagement_id' },
  change: { by: 's.change_order', type: 'double precision', id: 's.engagement_id' },
} as const satisfies Readonly<Record<string, Order>>;

export const standingColumns = `s.engagement_id, s.supplier_id, s.supplier_name, s.engagement_name, s.tier, s.assessment_id, s.status,
  s.due_on::text, s.score, s.score - s.earlier_score AS change, s.base, s.floor, s.grade, s.confidence, s.before_review, s.unexamined, s.knockouts, s.themes, s.answered,
  s.questions,
  s.scored_at, s.scored_assessment_id`;

/** How far the supplier of the running assessment has come; read for the rows of one page only. */
export const progressColumn = `(SELECT sheet.answered FROM assessments a
  JOIN answer_sheets sheet ON sheet.buyer_id = a.buyer_id AND sheet.assessment_id = a.id
    AND sheet.supplier_organisation_id = a.supplier_organisation_id
  WHERE a.buyer_id = s.organisation_id AND a.id = s.assessment_id) AS progress`;

export interface StandingRow {
  readonly engagement_id: string;
  readonly supplier_id: string;
  readonly supplier_name: string;
  readonly engagement_name: string;
  readonly tier: PortfolioItemResponse['tier'];
  readonly assessment_id: string | null;
  readonly status: PortfolioItemResponse['status'];
  readonly due_on: string | null;
  readonly score: number | null;
  readonly change: number | null;
  readonly base: number | null;
  readonly floor: number | null;
  readonly grade: PortfolioItemResponse['grade'];
  readonly confidence: number | null;
  readonly before_review: boolean | null;
  readonly unexamined: number;
  readonly knockouts: PortfolioItemResponse['knockouts'];
  readonly themes: Record<string, number>;
  readonly answered: number;
  readonly questions: number;
  readonly scored_at: Date | null;
  readonly scored_assessment_id: string | null;
}

export interface PortfolioSource {
  readonly from: string;
  readonly conditions: Conditions;
  readonly order: ChosenOrder;
}

/** The engagements that a list is of, and its order. */
export function portfolioSource(
  scope: Pick<Scope, 'organisationId'>,
  query: PortfolioQuery,
  today: string,
): PortfolioSource {
  const conditions = portfolioConditions(scope, query, today);
  const order = orderOf(query.sort, '-score', portfolioOrders);
  const from = 'engagement_standings s';
  if (!query.quarter) return { from, conditions, order };
  // What had a score at the end of the quarter, or one grade of it.
  const [quarter = '', grade] = query.quarter.split('/');
  conditions.add('q.organisation_id = ?', scope.organisationId).add('q.quarter = ?', quarter);
  if (grade !== undefined) conditions.add('q.grade = ?', grade);
  const isByScore = order.by === portfolioOrders.score.by;
  return {
    from: `${from} JOIN standing_quarters q ON q.organisation_id = s.organisation_id AND q.engagement_id = s.engagement_id`,
    conditions,
    // The same score, beside the quarter: the index of its rows is in this order.
    order: isByScore ? { ...order, by: 'q.score_order', id: 'q.engagement_id' } : order,
  };
}

function portfolioConditions(
  scope: Pick<Scope, 'organisationId'>,
  query: PortfolioQuery,
  today: string,
): Conditions {
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
  if (query.proof) conditions.add('s.proof = ?', query.proof).add('s.grade IS NOT NULL');
  if (query.move) conditions.add('s.move = ?', query.move);
  switch (query.kind) {
    case 'unlawful':
      return conditions.add('s.unlawful');
    case 'undemonstrated':
      return conditions.add('s.undemonstrated');
    case 'awaited':
      return conditions.add(awaitedCondition);
    case 'overdue':
      return conditions.add(awaitedCondition).add('s.due_order < ?', today);
    case 'to-review':
      return conditions.add('s.status = ANY(?)', toReview);
    case 'scored':
      return conditions.add('s.score IS NOT NULL');
    case 'd-or-e':
      return conditions.add('s.grade = ANY(?)', ['D', 'E']);
    case 'unscored':
      return conditions.add('s.score IS NULL');
    case 'estimated':
      return conditions.add(estimatedCondition);
    case 'estimated-unscored':
      return conditions.add(estimatedCondition).add('s.grade IS NULL');
    default:
      return conditions;
  }
}

/** The engagement was asked anew since: the score is of the assessment before. */
export function isEarlierScore(row: Pick<StandingRow, 'assessment_id' | 'scored_assessment_id'>): boolean {
  return row.scored_assessment_id !== null && row.scored_assessment_id !== row.assessment_id;
}

const scoredWords = {
  earlier: { fr: 'précédente', en: 'earlier' },
  latest: { fr: 'dernière', en: 'latest' },
} as const;

/** For a file: which assessment the score is of; empty without a score. */
export function scoredAssessment(
  row: Pick<StandingRow, 'assessment_id' | 'scored_assessment_id'>,
  language: Language,
): string {
  if (row.scored_assessment_id === null) return '';
  return scoredWords[isEarlierScore(row) ? 'earlier' : 'latest'][language];
}

export function toStanding(
  row: StandingRow & { readonly progress: number | null },
  today: string,
): PortfolioItemResponse {
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
    change: row.change,
    base: row.base,
    floor: row.floor,
    grade: row.grade,
    confidence: row.confidence,
    beforeReview: row.before_review ?? false,
    unexamined: row.unexamined,
    knockouts: row.knockouts,
    themes: row.themes,
    answered: row.progress ?? row.answered,
    questions: row.questions,
    scoredAt: row.scored_at?.toISOString() ?? null,
    scoredAssessmentId: row.scored_assessment_id,
    earlierScore: isEarlierScore(row),
  };
}
