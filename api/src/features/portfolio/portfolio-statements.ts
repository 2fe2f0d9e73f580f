import { awaitedCondition, standingColumns } from './portfolio-list.js';

/** Beyond this many the number is not counted on: the list itself tells. */
export const maxOverdue = 1_000;
export const deadlinesShown = 8;

/** $1 organisation. */
export const countsStatement =
  'SELECT dimension, key, count FROM portfolio_counts WHERE organisation_id = $1 AND count > 0 ORDER BY dimension, key';

/** $1 organisation, $2 today, $3 limit. */
export const overdueStatement = `
SELECT count(*) FROM (SELECT 1 FROM engagement_standings s WHERE s.organisation_id = $1 AND NOT s.archived
  AND ${awaitedCondition} AND s.due_order < $2 LIMIT $3) late`;

/** $1 organisation, $2 today, $3 limit. */
export const deadlinesStatement = `
SELECT ${standingColumns} FROM engagement_standings s WHERE s.organisation_id = $1 AND NOT s.archived
  AND ${awaitedCondition} AND s.due_order >= $2
ORDER BY s.due_order, s.engagement_id LIMIT $3`;
