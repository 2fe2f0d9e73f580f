import type { Scope } from '../../platform/access/scope.js';
import type { Statement } from '../../platform/database/work.js';
import { cursorColumns, orderOf, pageClause, type CursorRow } from '../../platform/http/page.js';
import type { PortfolioQuery } from './portfolio.dto.js';
import {
  awaitedCondition,
  portfolioConditions,
  portfolioOrders,
  progressColumn,
  standingColumns,
  type StandingRow,
} from './portfolio-list.js';

/** Beyond this many the number is not counted on: the list itself tells. */
const maxOverdue = 1_000;
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
  const conditions = portfolioConditions(scope, query, today);
  const order = orderOf(query.sort, '-score', portfolioOrders);
  const clause = pageClause(conditions, order, query);
  return {
    text: `SELECT ${standingColumns}, ${progressColumn}, ${cursorColumns(order)} FROM engagement_standings s ${clause}`,
    parameters: conditions.parameters,
  };
}

/** The counts that are kept, how many answers are late, and what is due next. */
export function summaryStatements(
  { organisationId }: Reader,
  today: string,
): [Statement<CountRow>, Statement<{ count: string }>, Statement<DeadlineRow>] {
  return [
    {
      text: 'SELECT dimension, key, count FROM portfolio_counts WHERE organisation_id = $1 AND count > 0 ORDER BY dimension, key',
      parameters: [organisationId],
    },
    {
      text: `SELECT count(*) FROM (SELECT 1 FROM engagement_standings s WHERE s.organisation_id = $1 AND NOT s.archived
  AND ${awaitedCondition} AND s.due_order < $2 LIMIT $3) late`,
      parameters: [organisationId, today, maxOverdue],
    },
    {
      text: `SELECT ${standingColumns} FROM engagement_standings s WHERE s.organisation_id = $1 AND NOT s.archived
  AND ${awaitedCondition} AND s.due_order >= $2
ORDER BY s.due_order, s.engagement_id LIMIT $3`,
      parameters: [organisationId, today, deadlinesShown],
    },
  ];
}
