import { Injectable, type OnModuleInit } from '@nestjs/common';
import { statusNames } from '@probant/shared/assessments/status-names';
import type { Scope } from '../../platform/access/scope.js';
import { readPages } from '../../platform/database/read-pages.js';
import type { Tx } from '../../platform/database/work.js';
import { listClause, orderOf } from '../../platform/http/page.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import { ExportRegistry, toColumns, type ExportOptions, type Heading } from '../exports/exports.public.js';
import { RequestsQuery } from './links.dto.js';
import {
  requestColumns,
  requestConditions,
  requestOrders,
  requestSource,
  type SummaryRow,
} from './requests.service.js';

const headings: readonly Heading[] = [
  ['Acheteur', 'Buyer'],
  ['Demande', 'Request'],
  ['État', 'Status'],
  ['Depuis le', 'Since', 'instant'],
  ['Échéance', 'Due on', 'day'],
  ['Réponses', 'Answers', 'number'],
  ['Questions', 'Questions', 'number'],
  ['Remises', 'Submissions', 'number'],
  ['Reçue le', 'Received at', 'instant'],
  ['Dernier enregistrement', 'Last saved at', 'instant'],
];

@Injectable()
export class RequestExports implements OnModuleInit {
  constructor(private readonly registry: ExportRegistry) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'requests',
      action: 'requests:read',
      query: RequestsQuery,
      read: readRequests,
    });
  }
}

function readRequests(
  tx: Tx,
  scope: Scope,
  query: RequestsQuery,
  { language, maxRows }: ExportOptions,
): PagedTable {
  const conditions = requestConditions(scope, query);
  const clause = listClause(conditions, orderOf(query.sort, 'dueOn', requestOrders), maxRows);
  const rows = readPages<SummaryRow>(
    tx,
    `SELECT ${requestColumns} ${requestSource} ${clause}`,
    conditions.parameters,
  );
  return {
    name: language === 'fr' ? 'Demandes' : 'Requests',
    columns: toColumns(language, headings),
    pages: mapPages(rows, (row) => [
      ...[row.buyer_name, row.title, statusNames[row.status][language], row.status_at.toISOString()],
      ...[row.due_on, row.answered ?? 0, row.question_count, row.submissions],
      ...[row.sent_at?.toISOString() ?? null, row.last_saved_at?.toISOString() ?? null],
    ]),
  };
}
