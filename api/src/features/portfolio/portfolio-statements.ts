import type { Day } from '@probant/shared/calendar';
import { firstOfTrend, quarterOf } from '@probant/shared/portfolio/figures';
import type { Scope } from '../../platform/access/scope.js';
import type { Statement } from '../../platform/database/work.js';
import { cursorColumns, pageClause, type CursorRow } from '../../platform/http/page.js';
import type { PortfolioQuery } from './portfolio.dto.js';
import {
  awaitedCondition,
  portfolioSource,
  progressColumn,
  standingColumns,
  type StandingRow,
} from './portfolio-list.js';

/** What a screen shows of the counts as they are; days and quarters are added up or chosen from. */
const shownDimensions = [
  'all',
  'grade',
  'status',
  'tier',
  'unlawful',
  'undemonstrated',
  'proved',
  'knockout',
  'tier-grade',
  'proof-grade',
  'move',
];
const deadlinesShown = 8;

type Reader = Pick<Scope, 'organisationId'>;
export type PageRow = StandingRow & CursorRow & { readonly progress: number | null };
export type DeadlineRow = StandingRow & { readonly assessment_id: string; readonly due_on: string };
export interface CountRow {
  readonly dimension: string;
  readonly key: string;
  readonly count: string;
}

/** One page of engagements, and a row more where another follows. */
export function pageStatement(scope: Reader, query: PortfolioQuery, today: string): Statement<PageRow> {
  const { from, conditions, order } = portfolioSource(scope, query, today);
  const clause = pageClause(conditions, order, query);
  return {
    text: `SELECT ${standingColumns}, ${progressColumn}, ${cursorColumns(order)} FROM ${from} ${clause}`,
    parameters: conditions.parameters,
  };
}

/** The counts that are kept, how many answers are late, and what is due next. */
export function summaryStatements(
  { organisationId }: Reader,
  today: Day,
): [Statement<CountRow>, Statement<{ count: string }>, Statement<DeadlineRow>] {
  return [
    {
      text: `SELECT dimension, key, count FROM portfolio_counts WHERE organisation_id = $1 AND count > 0
  AND (dimension = ANY($2) OR dimension = 'quarter' AND key >= $3 AND key < $4) ORDER BY dimension, key`,
      parameters: [organisationId, shownDimensions, firstOfTrend(today), quarterOf(today)],
    },
    {
      text: `SELECT coalesce(sum(count), 0) AS count FROM portfolio_counts
  WHERE organisation_id = $1 AND dimension = 'due' AND key < $2`,
      parameters: [organisationId, today],
    },
    {
      text: `SELECT ${standingColumns} FROM engagement_standings s WHERE s.organisation_id = $1 AND NOT s.archived
  AND ${awaitedCondition} AND s.due_order >= $2
ORDER BY s.due_order, s.engagement_id LIMIT $3`,
      parameters: [organisationId, today, deadlinesShown],
    },
  ];
}
