import { Injectable } from '@nestjs/common';
import {
  acceptsAnswers,
  assessmentStatuses,
  type AssessmentStatus,
} from '@probant/shared/assessments/lifecycle';
import { isOverdue } from '@probant/shared/calendar';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import {
  Conditions,
  containing,
  cursorColumns,
  orderOf,
  pageClause,
  toPage,
} from '../../platform/http/page.js';
import { stageCondition } from './funnel-stages.js';
import { notGivenAway } from './given-reviews.js';
import type { AssessmentsQuery, AssessmentsResponse, AssessmentSummaryResponse } from './assessments.dto.js';

export interface AssessmentRow {
  readonly id: string;
  readonly campaign_id: string;
  readonly campaign_name: string;
  readonly engagement_id: string;
  readonly engagement_name: string;
  readonly supplier_id: string;
  readonly supplier_name: string;
  readonly status: AssessmentStatus;
  readonly status_at: Date;
  readonly due_on: string;
  readonly answered: number | null;
  readonly question_count: number;
  readonly submissions: number;
  readonly recipient_name: string | null;
  readonly recipient_email: string | null;
  readonly mail_state: string | null;
  readonly sent_at: Date | null;
}

/** What every reading of a buyer's assessments selects. */
export const assessmentColumns = `a.id, a.campaign_id, c.name AS campaign_name, a.engagement_id, f.engagement_name,
  f.supplier_id, f.supplier_name, a.status, a.status_at, a.due_on::text AS due_on, s.answered, a.question_count,
  a.submissions, r.name AS recipient_name, r.email AS recipient_email, m.state AS mail_state, a.sent_at`;

const framed = `FROM assessments a
  JOIN assessment_frames f ON f.organisation_id = a.buyer_id AND f.assessment_id = a.id`;

export const assessmentSource = `${framed}
  JOIN campaigns c ON c.organisation_id = a.buyer_id AND c.id = a.campaign_id
  LEFT JOIN recipients r ON r.buyer_id = a.buyer_id AND r.assessment_id = a.id AND r.revoked_at IS NULL
  LEFT JOIN answer_sheets s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id
    AND s.supplier_organisation_id = a.supplier_organisation_id
  LEFT JOIN LATERAL (SELECT mm.state FROM mail_messages mm
    WHERE mm.organisation_id = a.buyer_id AND mm.assessment_id = a.id AND mm.to_address = r.email
    ORDER BY mm.created_at DESC, mm.id DESC LIMIT 1) m ON true`;

export const assessmentOrders = {
  dueOn: { by: 'a.due_on', type: 'date', id: 'a.id' },
  supplier: { by: 'lower(f.supplier_name)', type: 'text', id: 'a.id' },
  sentAt: { by: 'a.created_at', type: 'timestamptz', id: 'a.id' },
  statusAt: { by: 'a.status_at', type: 'timestamptz', id: 'a.id' },
} as const;

const answering = assessmentStatuses.filter(acceptsAnswers);

const stuckAt: Readonly<Record<string, string>> = {
  undelivered: "m.state = 'failed'",
  unopened: "a.status = 'sent'",
  'not-started': "a.status = 'opened'",
};

/** The buyer's assessments, page by page. */
@Injectable()
export class AssessmentList {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  read(scope: Scope, query: AssessmentsQuery): Promise<AssessmentsResponse> {
    return this.work.run(scope, async (tx) => {
      const order = orderOf(query.sort, 'dueOn', assessmentOrders);
      const conditions = assessmentConditions(scope, query, this.clock.today());
      const counted = query.stuck === 'undelivered' ? assessmentSource : framed;
      const total = await countAll(tx, counted, assessmentConditions(scope, query, this.clock.today()));
      const clause = pageClause(conditions, order, query);
      const rows = await tx.query<AssessmentRow & { cursor_value: string; cursor_id: string }>(
        `SELECT ${assessmentColumns}, ${cursorColumns(order)} ${assessmentSource} ${clause}`,
        conditions.parameters,
      );
      const now = this.clock.now();
      return { ...toPage(rows, query, (row) => toSummary(row, now)), total };
    });
  }
}

export function assessmentConditions(scope: Scope, query: AssessmentsQuery, today: string): Conditions {
  const conditions = new Conditions().add('a.buyer_id = ?', scope.organisationId);
  if (query.search) {
    const like = containing(query.search.toLowerCase());
    conditions.add('lower(f.supplier_name) LIKE ? OR lower(f.engagement_name) LIKE ?', like, like);
  }
  if (query.status) conditions.add('a.status = ?', query.status);
  if (query.campaignId) conditions.add('a.campaign_id = ?', query.campaignId);
  if (query.supplierId) conditions.add('f.supplier_id = ?', query.supplierId);
  if (query.engagementId) conditions.add('a.engagement_id = ?', query.engagementId);
  if (query.overdue !== undefined) {
    const late = 'a.due_on < ?::date AND a.status = ANY (?)';
    conditions.add(query.overdue === 'true' ? late : `NOT (${late})`, today, answering);
  }
  if (query.stage) conditions.add(stageCondition(query.stage));
  addAwaited(conditions, query.awaits, scope);
  const stuck = query.stuck === undefined ? undefined : stuckAt[query.stuck];
  if (stuck !== undefined) conditions.add(stuck);
  return conditions;
}

/** A word in a thread, or a review that was not given to somebody else. */
function addAwaited(conditions: Conditions, awaits: AssessmentsQuery['awaits'], { accountId }: Scope): void {
  if (awaits === 'reply') {
    conditions.add(
      `EXISTS (SELECT 1 FROM thread_waits w WHERE w.organisation_id = a.buyer_id AND w.assessment_id = a.id AND w.open)`,
    );
  }
  if (awaits === 'review') {
    conditions.add(notGivenAway('?'), accountId);
  }
}

async function countAll(tx: Tx, source: string, conditions: Conditions): Promise<number> {
  const { count } = await tx.get<{ count: string }>(
    `SELECT count(*) AS count ${source} WHERE ${conditions.toString()}`,
    conditions.parameters,
  );
  return Number(count);
}

type Summary = Pick<AssessmentSummaryResponse, keyof AssessmentSummaryResponse>;

export function toSummary(row: AssessmentRow, now: Date): Summary {
  return {
    id: row.id,
    campaignId: row.campaign_id,
    campaignName: row.campaign_name,
    engagementId: row.engagement_id,
    engagementName: row.engagement_name,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    status: row.status,
    statusAt: row.status_at.toISOString(),
    dueOn: row.due_on,
    overdue: acceptsAnswers(row.status) && isOverdue(row.due_on, now.toISOString()),
    answered: row.answered ?? 0,
    questions: row.question_count,
    submissions: row.submissions,
    recipientName: row.recipient_name,
    recipientEmail: row.recipient_email,
    mailState: row.mail_state,
    sentAt: row.sent_at?.toISOString() ?? null,
  };
}
