import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { readPages } from '../../platform/database/read-pages.js';
import type { Tx } from '../../platform/database/work.js';
import { listClause, orderOf } from '../../platform/http/page.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import { ExportRegistry, toColumns, type ExportOptions, type Heading } from '../exports/exports.public.js';
import {
  campaignColumns,
  campaignConditions,
  campaignOrders,
  campaignSource,
  type CampaignRow,
} from './campaign-list.service.js';
import { CampaignsQuery } from './campaigns.dto.js';

const headings: readonly Heading[] = [
  ['Campagne', 'Campaign'],
  ['Questionnaire', 'Questionnaire'],
  ['Version', 'Version', 'number'],
  ['Échéance', 'Due on', 'day'],
  ['Envoyée par', 'Sent by'],
  ['Envoyée le', 'Sent at', 'instant'],
  ['Évaluations', 'Assessments', 'number'],
  ['En retard', 'Overdue', 'number'],
  ['Non distribuées', 'Undelivered', 'number'],
  ['Réponses', 'Answers', 'number'],
  ['Questions', 'Questions', 'number'],
];

@Injectable()
export class CampaignExports implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'campaigns',
      action: 'campaigns:read',
      query: CampaignsQuery,
      read: (tx, scope, query, options) => this.read(tx, scope, query, options),
    });
  }

  private read(
    tx: Tx,
    scope: Scope,
    query: CampaignsQuery,
    { language, maxRows }: ExportOptions,
  ): PagedTable {
    const conditions = campaignConditions(scope, query);
    const from = campaignSource(conditions, this.clock.today());
    const clause = listClause(conditions, orderOf(query.sort, '-sentAt', campaignOrders), maxRows);
    const rows = readPages<CampaignRow>(
      tx,
      `SELECT ${campaignColumns} ${from} ${clause}`,
      conditions.parameters,
    );
    return {
      name: language === 'fr' ? 'Campagnes' : 'Campaigns',
      columns: toColumns(language, headings),
      pages: mapPages(rows, (row) => [
        ...[row.name, row.title[language], row.number, row.due_on],
        ...[row.created_by_name, row.created_at.toISOString()],
        ...[row.assessments, row.overdue, row.undelivered, row.answered, row.questions],
      ]),
    };
  }
}
