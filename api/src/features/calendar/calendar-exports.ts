import { Injectable, type OnModuleInit } from '@nestjs/common';
import { obligationReason, obligationTitle } from '@probant/shared/obligations/describe';
import { dueInWords } from '@probant/shared/obligations/due-words';
import { obligationRules } from '@probant/shared/obligations/kinds';
import { stateNames, stateOf } from '@probant/shared/obligations/marks';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { readPages } from '../../platform/database/read-pages.js';
import type { Tx } from '../../platform/database/work.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import { ExportRegistry, toColumns, type ExportOptions, type Heading } from '../exports/exports.public.js';
import { CalendarQuery } from './calendar.dto.js';
import { listStatement, type ObligationRow } from './calendar-list.js';
import { ObligationLedger } from './obligation-ledger.service.js';

const headings: readonly Heading[] = [
  ['Échéance', 'Day', 'day'],
  ['Date de la source', 'Day of the source'],
  ['Nature', 'Kind'],
  ['Objet', 'About'],
  ['Fournisseur', 'Supplier'],
  ['Prestation', 'Engagement'],
  ['État', 'State'],
  ['Faite le', 'Done on', 'day'],
  ['Explication', 'Explanation'],
];

/** Obligations as a file, under the filters of their list. */
@Injectable()
export class CalendarExports implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly clock: Clock,
    private readonly ledger: ObligationLedger,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'obligations',
      action: 'calendar:read',
      query: CalendarQuery,
      read: (tx, scope, query, options) => this.read(tx, scope, query, options),
    });
  }

  private async read(
    tx: Tx,
    scope: Scope,
    query: CalendarQuery,
    { language, maxRows }: ExportOptions,
  ): Promise<PagedTable> {
    const today = this.clock.today();
    await this.ledger.followWithin(tx, scope.organisationId);
    const { text, parameters } = listStatement(scope, query, { today, maxRows });
    const rows = readPages<ObligationRow>(tx, text, parameters);
    return {
      name: language === 'fr' ? 'Échéances' : 'Obligations',
      columns: toColumns(language, headings),
      pages: mapPages(rows, (row) => [
        row.effectiveOn,
        dueInWords(row.dueOn, row.precision, language),
        obligationRules[row.kind][language],
        obligationTitle(row, language),
        row.supplierName,
        row.engagementName,
        stateNames[stateOf(row, today)][language],
        row.doneOn,
        obligationReason(row, language),
      ]),
    };
  }
}
