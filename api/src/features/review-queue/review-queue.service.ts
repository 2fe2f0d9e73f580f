import { Injectable } from '@nestjs/common';
import { acceptsReview, assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import { queueShares, type QueueShare } from '@probant/shared/assessments/queue-shares';
import { rolesThatMay } from '@probant/shared/permissions';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Statement, type Tx } from '../../platform/database/work.js';
import {
  Conditions,
  containing,
  cursorColumns,
  listClause,
  orderOf,
  pageClause,
  toPage,
} from '../../platform/http/page.js';
import { isConfirmable, toConfirm } from '../four-eyes/four-eyes.public.js';
import type {
  QueueCountsResponse,
  QueuedReviewResponse,
  ReviewerResponse,
  ReviewQueueQuery,
  ReviewQueueResponse,
} from './review-queue.dto.js';

/** Whoever may be given a review. */
export const reviewing = rolesThatMay('reviews:write');

export type QueueRow = Omit<QueuedReviewResponse, 'submittedAt' | 'reviewer'> & {
  readonly submittedAt: Date;
  readonly reviewerId: string | null;
  readonly reviewerName: string | null;
};

// One number, so that a page can begin where the one before ended: the worst grade first, then the nearest day.
const risk = `(CASE st.grade WHEN 'A' THEN 1 WHEN 'B' THEN 2 WHEN 'C' THEN 3 WHEN 'D' THEN 4 WHEN 'E' THEN 5 ELSE 6 END * 100000
  + (date '2200-01-01' - a.due_on))`;
const orders = {
  risk: { by: risk, type: 'integer', id: 'a.id' },
  dueOn: { by: 'a.due_on', type: 'date', id: 'a.id' },
  submittedAt: { by: 's.submitted_at', type: 'timestamptz', id: 'a.id' },
} as const;

const waiting = assessmentStatuses.filter(acceptsReview);

/** Reviewers who have left, or may no longer review, hold nothing. */
const source = (me: string): string => `FROM assessments a
  JOIN submissions s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id AND s.number = a.submissions
  JOIN assessment_frames f ON f.organisation_id = a.buyer_id AND f.assessment_id = a.id
  LEFT JOIN engagement_standings st ON st.organisation_id = a.buyer_id AND st.engagement_id = a.engagement_id
    AND st.scored_assessment_id = a.id
  LEFT JOIN LATERAL (SELECT g.account_id, k.name FROM review_assignments g
    JOIN memberships m ON m.organisation_id = g.organisation_id AND m.account_id = g.account_id AND m.roles && '{${reviewing.join(',')}}'
    JOIN accounts k ON k.id = g.account_id
    WHERE g.organisation_id = a.buyer_id AND g.assessment_id = a.id) w ON true
  CROSS JOIN LATERAL (${toConfirm(me)}) u`;

const columns = `a.id AS "assessmentId", a.engagement_id AS "engagementId", f.engagement_name AS "engagementName",
  f.supplier_name AS "supplierName", f.tier, a.status, a.due_on::text AS "dueOn", s.number,
  s.submitted_at AS "submittedAt", st.grade, st.score, coalesce(st.unlawful, false) AS unlawful,
  coalesce(st.unexamined, 0) AS unexamined, u.to_confirm AS "toConfirm", w.account_id AS "reviewerId",
  w.name AS "reviewerName"`;

const isWaiting = `a.status IN (${waiting.map((status) => `'${status}'`).join(', ')})`;
/** What each share holds of what is waiting or to be confirmed; the reader is a parameter. */
const shares: Readonly<Record<QueueShare, (me: string) => string>> = {
  mine: (me) => `${isWaiting} AND w.account_id = ${me}`,
  nobody: () => `${isWaiting} AND w.account_id IS NULL`,
  all: () => isWaiting,
  confirm: () => 'u.to_confirm > 0',
};

/** Everything that waits for the buyer, the riskiest first. */
@Injectable()
export class ReviewQueue {
  constructor(private readonly work: Work) {}

  read(scope: Scope, query: ReviewQueueQuery): Promise<ReviewQueueResponse> {
    return this.work.run(scope, async (tx) => {
      const order = orderOf(query.sort, '-risk', orders);
      const counted = queueConditions(scope, query);
      const { count } = await tx.get<{ count: number }>(
        `SELECT count(*)::int AS count ${counted.from} WHERE ${counted.conditions.toString()}`,
        counted.conditions.parameters,
      );
      const { conditions, from } = queueConditions(scope, query);
      const clause = pageClause(conditions, order, query);
      const rows = await tx.query<QueueRow & { cursor_value: string; cursor_id: string }>(
        `SELECT ${columns}, ${cursorColumns(order)} ${from} ${clause}`,
        conditions.parameters,
      );
      return {
        ...toPage(rows, query, toQueued),
        total: count,
        counts: await countShares(tx, scope),
        reviewers: await readReviewers(tx, scope),
      };
    });
  }
}

/** All of it, in its order. */
export function queueStatement(scope: Scope, query: ReviewQueueQuery, maxRows: number): Statement<QueueRow> {
  const { conditions, from } = queueConditions(scope, query);
  const clause = listClause(conditions, orderOf(query.sort, '-risk', orders), maxRows);
  return { text: `SELECT ${columns} ${from} ${clause}`, parameters: conditions.parameters };
}

function queueConditions(
  { organisationId, accountId }: Scope,
  { share = 'all', search = '' }: ReviewQueueQuery,
): { readonly conditions: Conditions; readonly from: string } {
  const conditions = new Conditions();
  const me = `${conditions.take(accountId)}::uuid`;
  conditions.add('a.buyer_id = ?', organisationId).add(isConfirmable).add(shares[share](me));
  if (search !== '') {
    const like = containing(search.toLowerCase());
    conditions.add('lower(f.supplier_name) LIKE ? OR lower(f.engagement_name) LIKE ?', like, like);
  }
  return { conditions, from: source(me) };
}

function countShares(tx: Tx, { organisationId, accountId }: Scope): Promise<QueueCountsResponse> {
  const me = '$1::uuid';
  const counts = queueShares.map(
    (share) => `count(*) FILTER (WHERE ${shares[share](me)})::int AS "${share}"`,
  );
  return tx.get<QueueCountsResponse>(
    `SELECT ${counts.join(', ')} ${source(me)} WHERE a.buyer_id = $2 AND ${isConfirmable}`,
    [accountId, organisationId],
  );
}

function readReviewers(tx: Tx, { organisationId }: Scope): Promise<ReviewerResponse[]> {
  return tx.query<ReviewerResponse>(
    `SELECT k.id AS "accountId", k.name FROM memberships m JOIN accounts k ON k.id = m.account_id
     WHERE m.organisation_id = $1 AND m.roles && $2::text[] ORDER BY lower(k.name), k.id`,
    [organisationId, reviewing],
  );
}

function toQueued(row: QueueRow): QueuedReviewResponse {
  return {
    assessmentId: row.assessmentId,
    engagementId: row.engagementId,
    engagementName: row.engagementName,
    supplierName: row.supplierName,
    tier: row.tier,
    status: row.status,
    dueOn: row.dueOn,
    number: row.number,
    submittedAt: row.submittedAt.toISOString(),
    grade: row.grade,
    score: row.score,
    unlawful: row.unlawful,
    unexamined: row.unexamined,
    toConfirm: row.toConfirm,
    reviewer:
      row.reviewerId === null || row.reviewerName === null
        ? null
        : { accountId: row.reviewerId, name: row.reviewerName },
  };
}
