import { Injectable } from '@nestjs/common';
import { readingStage } from '@probant/shared/assessments/lifecycle';
import { toSupplierFindings } from '@probant/shared/assessments/supplier-view';
import type { AssessmentId, OrganisationId } from '@probant/shared/ids';
import { pendingStatuses } from '@probant/shared/findings/finding';
import { addDays, type Day } from '@probant/shared/calendar';
import { In } from 'typeorm';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Statement, type Tx } from '../../platform/database/work.js';
import { found } from '../../platform/http/problem.js';
import {
  Conditions,
  containing,
  cursorColumns,
  orderOf,
  pageClause,
  toPage,
  type CursorRow,
} from '../../platform/http/page.js';
import { AssessmentEntity } from '../assessments/assessments.public.js';
import type {
  FindingFiltersResponse,
  FindingListResponse,
  FindingResponse,
  FindingsQuery,
  FindingsResponse,
  ListedFindingResponse,
  SupplierFindingsResponse,
} from './findings.dto.js';
import { FindingEntity } from './findings.entity.js';
import { toFinding } from './to-finding.js';

export const findingOrders = {
  severity: {
    by: "array_position(ARRAY['low', 'medium', 'high', 'critical'], f.severity)",
    type: 'integer',
    id: 'f.id',
  },
  raisedAt: { by: 'f.raised_at', type: 'timestamptz', id: 'f.id' },
  supplier: { by: 'lower(a.supplier_name)', type: 'text', id: 'f.id' },
  // What has no due date comes after what has one.
  dueOn: { by: "coalesce(f.due_on, '9999-12-31')", type: 'date', id: 'f.id' },
} as const;

export const findingTables = `FROM findings f
  JOIN assessment_frames a ON a.organisation_id = f.buyer_id AND a.assessment_id = f.assessment_id
  JOIN assessments s ON s.buyer_id = f.buyer_id AND s.id = f.assessment_id`;

export interface ListedRow extends CursorRow {
  readonly id: FindingEntity['id'];
  readonly engagement_id: string;
  readonly engagement_name: string;
  readonly supplier_id: string;
  readonly supplier_name: string;
}

const maxFilters = 500;

function one<R>(text: string, parameters: Statement<R>['parameters']): Statement<R> {
  return { text, parameters };
}

/** Findings as each side reads them. */
@Injectable()
export class FindingList {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  ofAssessment(scope: Scope, assessmentId: AssessmentId): Promise<FindingsResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      found(await tx.find(AssessmentEntity, { buyerId: organisationId, id: assessmentId }));
      return { items: await readFindings(tx, organisationId, assessmentId, this.clock.today()) };
    });
  }

  all(scope: Scope, query: FindingsQuery): Promise<FindingListResponse> {
    return this.work.run(scope, async (tx) => {
      const order = orderOf(query.sort, '-severity', findingOrders);
      const today = this.clock.today();
      const counted = findingConditions(scope, query, today);
      const { total } = await tx.get<{ total: number }>(
        `SELECT count(*)::int AS total ${findingTables} WHERE ${counted.toString()}`,
        counted.parameters,
      );
      const conditions = findingConditions(scope, query, today);
      const clause = pageClause(conditions, order, query);
      const rows = await tx.query<ListedRow>(
        `SELECT f.id, s.engagement_id, a.engagement_name, a.supplier_id, a.supplier_name, ${cursorColumns(order)}
         ${findingTables} ${clause}`,
        conditions.parameters,
      );
      const findings = await findingsById(tx, scope.organisationId, rows);
      return { ...toPage(rows, query, (row) => toListed(row, found(findings.get(row.id)), today)), total };
    });
  }

  /** What the lists may be narrowed to, from what there is. */
  async filters(scope: Scope): Promise<FindingFiltersResponse> {
    const { organisationId } = scope;
    const [owners, lessons] = await this.work.ask(
      scope,
      one<{ owner: string }>(
        `SELECT DISTINCT plan_owner AS owner FROM findings WHERE buyer_id = $1 AND plan_owner IS NOT NULL
         ORDER BY plan_owner LIMIT ${maxFilters}`,
        [organisationId],
      ),
      one<{ lesson: string }>(
        `SELECT DISTINCT unnest(lessons) AS lesson FROM findings WHERE buyer_id = $1 ORDER BY lesson LIMIT ${maxFilters}`,
        [organisationId],
      ),
    );
    return { owners: owners.map(({ owner }) => owner), lessons: lessons.map(({ lesson }) => lesson) };
  }

  /** Only what was shared, only at a stage that shows it, and only the keys of the allow-list. */
  ofRequest(scope: Scope, assessmentId: AssessmentId): Promise<SupplierFindingsResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId: supplierOrganisationId } = scope;
      const assessment = found(await tx.find(AssessmentEntity, { id: assessmentId, supplierOrganisationId }));
      const findings = await tx.manager.find(FindingEntity, {
        where: { assessmentId, supplierOrganisationId },
        order: { questionId: 'ASC' },
      });
      const shown = toSupplierFindings(
        readingStage(assessment),
        findings.filter(({ sharedAt }) => sharedAt !== null),
      );
      return { items: shown.map((finding) => ({ ...finding })) };
    });
  }
}

/** In the order of their raising, which is that of the questionnaire. */
export async function readFindings(
  tx: Tx,
  buyerId: OrganisationId,
  assessmentId: AssessmentId,
  today: Day,
): Promise<FindingResponse[]> {
  const findings = await tx.manager.find(FindingEntity, {
    where: { buyerId, assessmentId },
    order: { raisedAt: 'ASC', id: 'ASC' },
  });
  return findings.map((finding) => toFinding(finding, today));
}

export function findingConditions(scope: Scope, query: FindingsQuery, today: Day): Conditions {
  const conditions = new Conditions().add('f.buyer_id = ?', scope.organisationId);
  if (query.search) {
    const like = containing(query.search.toLowerCase());
    conditions.add(
      'lower(a.supplier_name) LIKE ? OR lower(a.engagement_name) LIKE ? OR lower(f.question_key) LIKE ?',
      like,
      like,
      like,
    );
  }
  if (query.severity) conditions.add('f.severity = ?', query.severity);
  if (query.status)
    conditions.add('f.status = ANY (?)', query.status === 'pending' ? pendingStatuses : [query.status]);
  if (query.lesson) conditions.add('? = ANY (f.lessons)', query.lesson);
  if (query.owner) conditions.add('f.plan_owner = ?', query.owner);
  addAwaited(conditions, query.awaits, scope);
  addDue(conditions, query.due, today);
  if (query.supplierId) conditions.add('a.supplier_id = ?', query.supplierId);
  if (query.engagementId) conditions.add('s.engagement_id = ?', query.engagementId);
  return conditions;
}

/** A plan that the supplier proposed, and a risk that somebody else asked to accept. */
function addAwaited(conditions: Conditions, awaits: FindingsQuery['awaits'], { accountId }: Scope): void {
  if (awaits === 'agreement') conditions.add("f.status = 'proposed' AND f.proposal ->> 'by' = 'supplier'");
  if (awaits === 'acceptance') {
    conditions.add(
      `EXISTS (SELECT 1 FROM finding_acceptances x WHERE x.organisation_id = f.buyer_id AND x.finding_id = f.id
         AND x.decision IS NULL AND x.asked_by <> ?::uuid)`,
      accountId,
    );
  }
}

const soonDays = 30;

/** What is delivered waits for the buyer: it is neither late nor soon due. */
function addDue(conditions: Conditions, due: FindingsQuery['due'], today: Day): void {
  if (due === 'overdue') conditions.add("f.status = 'agreed' AND f.due_on < ?", today);
  if (due === 'soon')
    conditions.add("f.status = 'agreed' AND f.due_on BETWEEN ? AND ?", today, addDays(today, soonDays));
  if (due === 'none') conditions.add('f.status = ANY (?) AND f.due_on IS NULL', pendingStatuses);
}

export async function findingsById(
  tx: Tx,
  buyerId: OrganisationId,
  rows: readonly ListedRow[],
): Promise<ReadonlyMap<string, FindingEntity>> {
  if (rows.length === 0) return new Map();
  const findings = await tx.manager.findBy(FindingEntity, { buyerId, id: In(rows.map(({ id }) => id)) });
  return new Map(findings.map((finding) => [finding.id, finding]));
}

function toListed(row: ListedRow, finding: FindingEntity, today: Day): ListedFindingResponse {
  return {
    ...toFinding(finding, today),
    engagementId: row.engagement_id,
    engagementName: row.engagement_name,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
  };
}
