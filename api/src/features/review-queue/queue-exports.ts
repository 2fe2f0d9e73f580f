import { Injectable, type OnModuleInit } from '@nestjs/common';
import { statusNames } from '@probant/shared/assessments/status-names';
import { rounded } from '@probant/shared/scoring/round-result';
import type { Scope } from '../../platform/access/scope.js';
import { readPages } from '../../platform/database/read-pages.js';
import type { Tx } from '../../platform/database/work.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import { ExportRegistry, toColumns, type ExportOptions, type Heading } from '../exports/exports.public.js';
import { ReviewQueueQuery } from './review-queue.dto.js';
import { queueStatement, type QueueRow } from './review-queue.service.js';

const headings: readonly Heading[] = [
  ['Fournisseur', 'Supplier'],
  ['Prestation', 'Engagement'],
  ['Risque inhérent', 'Inherent risk'],
  ['État', 'Status'],
  ['Note de risque', 'Risk grade'],
  ['Score de risque', 'Risk score', 'number'],
  ['Point éliminatoire illicite', 'Unlawful knock-out'],
  ['Échéance', 'Due on', 'day'],
  ['Remise', 'Submission', 'number'],
  ['Remise le', 'Submitted at', 'instant'],
  ['Pièces à voir', 'Pieces to see', 'number'],
  ['À confirmer', 'To confirm', 'number'],
  ['Examinateur', 'Reviewer'],
];

/** What waits to be reviewed as a file, under the share and the search of its screen. */
@Injectable()
export class QueueExports implements OnModuleInit {
  constructor(private readonly registry: ExportRegistry) {}

  onModuleInit(): void {
    this.registry.add({ name: 'reviews', action: 'reviews:read', query: ReviewQueueQuery, read: readQueue });
  }
}

function readQueue(
  tx: Tx,
  scope: Scope,
  query: ReviewQueueQuery,
  { language, maxRows }: ExportOptions,
): PagedTable {
  const { text, parameters } = queueStatement(scope, query, maxRows);
  const yes = language === 'fr' ? 'oui' : 'yes';
  return {
    name: language === 'fr' ? 'Examens' : 'Reviews',
    columns: toColumns(language, headings),
    pages: mapPages(readPages<QueueRow>(tx, text, parameters), (row) => [
      ...[row.supplierName, row.engagementName, row.tier, statusNames[row.status][language]],
      ...[row.grade, rounded(row.score, 2), row.unlawful ? yes : '', row.dueOn, row.number],
      ...[row.submittedAt.toISOString(), row.unexamined, row.toConfirm, row.reviewerName],
    ]),
  };
}
