import { Injectable, type OnModuleInit } from '@nestjs/common';
import { statusNames } from '@probant/shared/assessments/status-names';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { readPages } from '../../platform/database/read-pages.js';
import type { Tx } from '../../platform/database/work.js';
import { listClause, orderOf } from '../../platform/http/page.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import { ExportRegistry, toColumns, type ExportOptions, type Heading } from '../exports/exports.public.js';
import {
  assessmentColumns,
  assessmentConditions,
  assessmentOrders,
  assessmentSource,
  type AssessmentRow,
} from './assessment-list.service.js';
import { AssessmentsQuery } from './assessments.dto.js';

const headings: readonly Heading[] = [
  ['Fournisseur', 'Supplier'],
  ['Prestation', 'Engagement'],
  ['Campagne', 'Campaign'],
  ['État', 'Status'],
  ['Depuis le', 'Since', 'instant'],
  ['Échéance', 'Due on', 'day'],
  ['Réponses', 'Answers', 'number'],
  ['Questions', 'Questions', 'number'],
  ['Remises', 'Submissions', 'number'],
  ['Destinataire', 'Recipient'],
  ['Adresse électronique', 'E-mail address'],
  ['Envoyée le', 'Sent at', 'instant'],
];

@Injectable()
export class AssessmentExports implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'assessments',
      action: 'assessments:read',
      query: AssessmentsQuery,
      read: (tx, scope, query, options) => this.read(tx, scope, query, options),
    });
  }

  private read(
    tx: Tx,
    scope: Scope,
    query: AssessmentsQuery,
    { language, maxRows }: ExportOptions,
  ): PagedTable {
    const conditions = assessmentConditions(scope, query, this.clock.today());
    const clause = listClause(conditions, orderOf(query.sort, 'dueOn', assessmentOrders), maxRows);
    const rows = readPages<AssessmentRow>(
      tx,
      `SELECT ${assessmentColumns} ${assessmentSource} ${clause}`,
      conditions.parameters,
    );
    return {
      name: language === 'fr' ? 'Évaluations' : 'Assessments',
      columns: toColumns(language, headings),
      pages: mapPages(rows, (row) => [
        ...[row.supplier_name, row.engagement_name, row.campaign_name],
        ...[statusNames[row.status][language], row.status_at.toISOString(), row.due_on],
        ...[row.answered ?? 0, row.question_count, row.submissions],
        ...[row.recipient_name, row.recipient_email, row.sent_at?.toISOString() ?? null],
      ]),
    };
  }
}
