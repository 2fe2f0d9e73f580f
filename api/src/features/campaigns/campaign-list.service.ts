import { Injectable } from '@nestjs/common';
import { acceptsAnswers, assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import type { CampaignId } from '@probant/shared/ids';
import type { Localised } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work } from '../../platform/database/work.js';
import {
  Conditions,
  containing,
  cursorColumns,
  orderOf,
  pageClause,
  toPage,
} from '../../platform/http/page.js';
import { found } from '../../platform/http/problem.js';
import type { CampaignResponse, CampaignsQuery, CampaignsResponse } from './campaigns.dto.js';

export interface CampaignRow {
  readonly id: string;
  readonly name: string;
  readonly version_id: string;
  readonly code: string;
  readonly title: Localised;
  readonly number: number;
  readonly due_on: string;
  readonly message: string;
  readonly created_by_name: string;
  readonly created_at: Date;
  readonly assessments: number;
  readonly overdue: number;
  readonly undelivered: number;
  readonly answered: number;
  readonly questions: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly waiting: number;
  readonly unsent: number;
}

export const campaignOrders = {
  sentAt: { by: 'c.created_at', type: 'timestamptz', id: 'c.id' },
  dueOn: { by: 'c.due_on', type: 'date', id: 'c.id' },
  name: { by: 'lower(c.name)', type: 'text', id: 'c.id' },
} as const;

const answering = assessmentStatuses.filter(acceptsAnswers);
const finished = "a.status IN ('decided', 'cancelled')";

export const campaignColumns = `c.id, c.name, c.version_id, v.code, v.title, v.number, c.due_on::text AS due_on, c.message,
  c.created_by_name, c.created_at, t.assessments, t.overdue, t.undelivered, t.answered, t.questions, t.statuses, w.waiting, w.unsent`;

/** Progress is counted when asked: a campaign has at most a thousand assessments, and its list a page of campaigns. */
const source = (today: string, statuses: string): string => `FROM campaigns c
  JOIN questionnaire_versions v ON v.organisation_id = c.organisation_id AND v.id = c.version_id
  JOIN LATERAL (
    SELECT coalesce(sum(p.n), 0)::int AS assessments, coalesce(sum(p.overdue), 0)::int AS overdue,
      coalesce(sum(p.undelivered), 0)::int AS undelivered, coalesce(sum(p.answered), 0)::int AS answered,
      coalesce(sum(p.questions), 0)::int AS questions, coalesce(jsonb_object_agg(p.status, p.n), '{}') AS statuses
    FROM (
      SELECT a.status, count(*) AS n, sum(a.question_count) AS questions, sum(s.answered) AS answered,
        count(*) FILTER (WHERE a.due_on < ${today}::date AND a.status = ANY (${statuses})) AS overdue,
        count(*) FILTER (WHERE m.state = 'failed' AND a.status = ANY (${statuses})) AS undelivered
      FROM assessments a
      LEFT JOIN answer_sheets s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id
        AND s.supplier_organisation_id = a.supplier_organisation_id
      LEFT JOIN recipients r ON r.buyer_id = a.buyer_id AND r.assessment_id = a.id AND r.revoked_at IS NULL
      LEFT JOIN LATERAL (SELECT mm.state FROM mail_messages mm
        WHERE mm.organisation_id = a.buyer_id AND mm.assessment_id = a.id AND mm.to_address = r.email
        ORDER BY mm.created_at DESC, mm.id DESC LIMIT 1) m ON true
      WHERE a.buyer_id = c.organisation_id AND a.campaign_id = c.id GROUP BY a.status
    ) p
  ) t ON true
  JOIN LATERAL (
    SELECT count(*) FILTER (WHERE s.state = 'waiting')::int AS waiting,
      count(*) FILTER (WHERE s.state IN ('failed', 'stopped'))::int AS unsent
    FROM campaign_sends s WHERE s.organisation_id = c.organisation_id AND s.campaign_id = c.id
  ) w ON true`;

/** The campaigns of a buyer with how far each has come. */
@Injectable()
export class CampaignList {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope, query: CampaignsQuery): Promise<CampaignsResponse> {
    return this.work.run(scope, async (tx) => {
      const order = orderOf(query.sort, '-sentAt', campaignOrders);
      const counted = campaignConditions(scope, query);
      const { count } = await tx.get<{ count: string }>(
        `SELECT count(*) AS count FROM campaigns c WHERE ${counted.toString()}`,
        counted.parameters,
      );
      const conditions = campaignConditions(scope, query);
      const from = campaignSource(conditions, this.clock.today());
      const clause = pageClause(conditions, order, query);
      const rows = await tx.query<CampaignRow & { cursor_value: string; cursor_id: string }>(
        `SELECT ${campaignColumns}, ${cursorColumns(order)} ${from} ${clause}`,
        conditions.parameters,
      );
      return { ...toPage(rows, query, toResponse), total: Number(count) };
    });
  }

  read(scope: Scope, id: CampaignId): Promise<CampaignResponse> {
    return this.work.run(scope, async (tx) => {
      const conditions = new Conditions().add('c.organisation_id = ? AND c.id = ?', scope.organisationId, id);
      const from = campaignSource(conditions, this.clock.today());
      const [row] = await tx.query<CampaignRow>(
        `SELECT ${campaignColumns} ${from} WHERE ${conditions.toString()}`,
        conditions.parameters,
      );
      return toResponse(found(row));
    });
  }
}

export function campaignSource(conditions: Conditions, today: string): string {
  return source(conditions.take(today), conditions.take(answering));
}

export function campaignConditions(scope: Scope, query: CampaignsQuery): Conditions {
  const conditions = new Conditions().add('c.organisation_id = ?', scope.organisationId);
  if (query.search) conditions.add('lower(c.name) LIKE ?', containing(query.search.toLowerCase()));
  if (query.state !== undefined) {
    const open = `EXISTS (SELECT 1 FROM assessments a WHERE a.buyer_id = c.organisation_id
      AND a.campaign_id = c.id AND NOT (${finished}))`;
    conditions.add(query.state === 'open' ? open : `NOT ${open}`);
  }
  return conditions;
}

function toResponse(row: CampaignRow): CampaignResponse {
  return {
    id: row.id,
    name: row.name,
    versionId: row.version_id,
    questionnaireCode: row.code,
    questionnaireTitle: row.title,
    versionNumber: row.number,
    dueOn: row.due_on,
    message: row.message,
    createdByName: row.created_by_name,
    createdAt: row.created_at.toISOString(),
    assessments: row.assessments,
    overdue: row.overdue,
    undelivered: row.undelivered,
    answered: row.answered,
    questions: row.questions,
    waiting: row.waiting,
    unsent: row.unsent,
    statuses: assessmentStatuses.flatMap((status) => {
      const count = row.statuses[status] ?? 0;
      return count > 0 ? [{ status, count }] : [];
    }),
  };
}
