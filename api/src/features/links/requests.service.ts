import { Injectable } from '@nestjs/common';
import {
  acceptsAnswers,
  assessmentStatuses,
  isClosed,
  type AssessmentStatus,
} from '@probant/shared/assessments/lifecycle';
import { isOverdue } from '@probant/shared/calendar';
import type { AssessmentId } from '@probant/shared/ids';
import type { Localised } from '@probant/shared/questionnaires/document';
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
import type {
  RequestContactResponse,
  RequestResponse,
  RequestsQuery,
  RequestsResponse,
  RequestSummaryResponse,
} from './links.dto.js';

export interface SummaryRow {
  readonly id: string;
  readonly buyer_name: string;
  readonly title: string;
  readonly status: AssessmentStatus;
  readonly status_at: Date;
  readonly due_on: string;
  readonly answered: number | null;
  readonly question_count: number;
  readonly submissions: number;
  readonly sent_at: Date | null;
  readonly last_saved_at: Date | null;
}

interface FrameRow extends SummaryRow {
  readonly message: string;
  readonly questionnaire_code: string;
  readonly questionnaire_title: Localised;
  readonly version_number: number;
  readonly document_sha256: string;
  readonly themes: number;
  readonly buyer_contact: string;
  readonly accepted_by_name: string | null;
  readonly accepted_at: Date | null;
}

export const requestColumns = `a.id, a.buyer_name, a.title, a.status, a.status_at, a.due_on::text AS due_on, s.answered, a.question_count,
  a.submissions, a.sent_at, s.last_saved_at`;
export const requestSource = `FROM assessments a LEFT JOIN answer_sheets s ON s.assessment_id = a.id
  AND s.supplier_organisation_id = a.supplier_organisation_id`;

export const requestOrders = {
  dueOn: { by: 'a.due_on', type: 'date', id: 'a.id' },
  receivedAt: { by: 'a.created_at', type: 'timestamptz', id: 'a.id' },
  buyer: { by: 'lower(a.buyer_name)', type: 'text', id: 'a.id' },
} as const;

const statusesOf: Readonly<Record<string, readonly AssessmentStatus[]>> = {
  'to-answer': assessmentStatuses.filter(acceptsAnswers),
  'with-buyer': assessmentStatuses.filter((status) => !acceptsAnswers(status) && !isClosed(status)),
  closed: assessmentStatuses.filter(isClosed),
};

/** What a supplier's workspace was asked. */
@Injectable()
export class Requests {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope, query: RequestsQuery): Promise<RequestsResponse> {
    return this.work.run(scope, async (tx) => {
      const order = orderOf(query.sort, 'dueOn', requestOrders);
      const counted = requestConditions(scope, query);
      const { count } = await tx.get<{ count: string }>(
        `SELECT count(*) AS count ${requestSource} WHERE ${counted.toString()}`,
        counted.parameters,
      );
      const conditions = requestConditions(scope, query);
      const clause = pageClause(conditions, order, query);
      const rows = await tx.query<SummaryRow & { cursor_value: string; cursor_id: string }>(
        `SELECT ${requestColumns}, ${cursorColumns(order)} ${requestSource} ${clause}`,
        conditions.parameters,
      );
      const now = this.clock.now();
      return { ...toPage(rows, query, (row) => toSummary(row, now)), total: Number(count) };
    });
  }

  read(scope: Scope, id: AssessmentId): Promise<RequestResponse> {
    return this.work.run(scope, (tx) => this.frame(tx, id, scope.organisationId));
  }

  /** The frame of a request, also for a link that has not chosen a workspace. */
  async frame(tx: Tx, id: AssessmentId, organisationId: string | null): Promise<RequestResponse> {
    const row = await tx.get<FrameRow>(
      `SELECT ${requestColumns}, a.message, a.questionnaire_code, a.questionnaire_title, a.version_number, a.document_sha256,
         a.buyer_contact, jsonb_array_length(d.document_text::jsonb -> 'themes') AS themes,
         ac.accepted_at, ac.name AS accepted_by_name
       ${requestSource}
       JOIN supplier_documents d ON d.buyer_id = a.buyer_id AND d.sha256 = a.document_sha256
       LEFT JOIN LATERAL (SELECT x.accepted_at, who.name FROM acceptances x LEFT JOIN accounts who ON who.id = x.accepted_by
         WHERE x.assessment_id = a.id AND x.supplier_organisation_id = a.supplier_organisation_id
         ORDER BY x.accepted_at DESC LIMIT 1) ac ON true
       WHERE a.id = $1 AND ($2::uuid IS NULL OR a.supplier_organisation_id = $2)`,
      [id, organisationId],
    );
    return {
      ...toSummary(row, this.clock.now()),
      message: row.message,
      questionnaire: {
        code: row.questionnaire_code,
        title: row.questionnaire_title,
        number: row.version_number,
        sha256: row.document_sha256,
        themes: row.themes,
        questions: row.question_count,
      },
      contact: toContact(row.buyer_contact),
      acceptedByName: row.accepted_by_name,
      acceptedAt: row.accepted_at?.toISOString() ?? null,
    };
  }
}

export function requestConditions(scope: Scope, query: RequestsQuery): Conditions {
  const conditions = new Conditions().add('a.supplier_organisation_id = ?', scope.organisationId);
  if (query.search) {
    const like = containing(query.search.toLowerCase());
    conditions.add('lower(a.buyer_name) LIKE ? OR lower(a.title) LIKE ?', like, like);
  }
  const statuses = query.state === undefined ? undefined : statusesOf[query.state];
  if (statuses) conditions.add('a.status = ANY (?)', statuses);
  return conditions;
}

type Summary = Pick<RequestSummaryResponse, keyof RequestSummaryResponse>;

function toSummary(row: SummaryRow, now: Date): Summary {
  return {
    id: row.id,
    buyerName: row.buyer_name,
    title: row.title,
    status: row.status,
    statusAt: row.status_at.toISOString(),
    dueOn: row.due_on,
    overdue: acceptsAnswers(row.status) && isOverdue(row.due_on, now.toISOString()),
    answered: row.answered ?? 0,
    questions: row.question_count,
    submissions: row.submissions,
    receivedAt: row.sent_at?.toISOString() ?? null,
    lastSavedAt: row.last_saved_at?.toISOString() ?? null,
  };
}

/** `Claire Vasseur <claire@ponant.example>`, or an address alone. */
export function toContact(text: string): RequestContactResponse | null {
  const named = /^(.*) <([^<>]+)>$/.exec(text);
  if (named) return { name: named[1] ?? '', email: named[2] ?? '' };
  return text === '' ? null : { name: '', email: text };
}
