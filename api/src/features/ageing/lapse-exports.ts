import { Injectable, type OnModuleInit } from '@nestjs/common';
import { lapseKindNames } from '@probant/shared/ageing/lapse-names';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { readPages } from '../../platform/database/read-pages.js';
import type { Tx } from '../../platform/database/work.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import { ExportRegistry, toColumns, type ExportOptions, type Heading } from '../exports/exports.public.js';
import { LapsesQuery } from './ageing.dto.js';
import { lapsesWhole, toLapse } from './lapse-list.service.js';

const headings: readonly Heading[] = [
  ['Fournisseur', 'Supplier'],
  ['Prestation', 'Engagement'],
  ['Ce qui expire', 'What lapses'],
  ['Pièce ou titulaire', 'Piece or holder'],
  ['Sujet', 'Subject'],
  ['Questions', 'Questions'],
  ['Valable jusqu’au', 'Valid until', 'day'],
  ['Jours restants', 'Days left', 'number'],
  ['Note aujourd’hui', 'Grade today'],
  ['Note dans 90 jours', 'Grade in 90 days'],
];

/** What lapses as a file, under the filters of its screen. */
@Injectable()
export class LapseExports implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'lapses',
      action: 'portfolio:read',
      query: LapsesQuery,
      read: (tx, scope, query, options) => this.read(tx, scope, query, options),
    });
  }

  private read(tx: Tx, scope: Scope, query: LapsesQuery, { language, maxRows }: ExportOptions): PagedTable {
    const today = this.clock.today();
    const { text, parameters } = lapsesWhole(scope, query, today, maxRows);
    const rows = readPages<Parameters<typeof toLapse>[0]>(tx, text, parameters);
    return {
      name: language === 'fr' ? 'Ce qui expire' : 'What lapses',
      columns: toColumns(language, headings),
      pages: mapPages(rows, (row) => {
        const {
          supplierName,
          engagementName,
          kind,
          name,
          label,
          questions,
          lastOn,
          daysLeft,
          grade,
          gradeSoon,
        } = toLapse(row, today);
        return [
          supplierName,
          engagementName,
          lapseKindNames[kind][language],
          name,
          label?.[language] ?? '',
          questions.join(', '),
          lastOn,
          daysLeft,
          grade,
          gradeSoon,
        ];
      }),
    };
  }
}
