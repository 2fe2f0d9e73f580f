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
import { Calendar } from './calendar.service.js';
import { ObligationLedger } from './obligation-ledger.service.js';

const headings: readonly Heading[] = [
  ['Échéance', 'Day', 'day'],
  ['Date de la source', 'Day of the source'],
  ['Nature', 'Kind'],
  ['Objet', 'About'],
  ['Ce qui est demandé', 'What it asks'],
  ['Fournisseur', 'Supplier'],
  ['Prestation', 'Engagement'],
  ['État', 'State'],
  ['Faite le', 'Done on', 'day'],
  ['Explication', 'Explanation'],
];

const textHeadings: readonly Heading[] = [
  ['En vigueur', 'In force', 'day'],
  ['Date du texte', 'Day of the text'],
  ['Texte', 'Text'],
  ['Ce qu’il demande', 'What it asks'],
  ['Source', 'Source'],
  ['Réserve', 'Caution'],
  ['Contrats sans la clause', 'Contracts without the clause', 'number'],
  ['Restent à traiter', 'Still to be dealt with', 'number'],
  ['Fournisseurs interrogés', 'Suppliers asked', 'number'],
  ['Reconnaissances classées', 'Admissions filed', 'number'],
];

/** Obligations as a file, under the filters of their list. */
@Injectable()
export class CalendarExports implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly clock: Clock,
    private readonly ledger: ObligationLedger,
    private readonly calendar: Calendar,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'obligations',
      action: 'calendar:read',
      query: CalendarQuery,
      read: (tx, scope, query, options) => this.read(tx, scope, query, options),
    });
    this.registry.add({
      name: 'regulations',
      action: 'calendar:read',
      query: null,
      read: (_tx, scope, _query, options) => this.readTexts(scope, options),
    });
  }

  private async readTexts(scope: Scope, { language }: ExportOptions): Promise<PagedTable> {
    const { items } = await this.calendar.regulations(scope);
    return {
      name: language === 'fr' ? 'Textes suivis' : 'Texts watched',
      columns: toColumns(language, textHeadings),
      pages: [
        items.map((text) => [
          ...[text.effectiveOn, dueInWords(text.effectiveOn, text.precision, language), text.name[language]],
          ...[text.asks[language], text.source[language], text.caution?.[language] ?? ''],
          ...[text.contracts, text.open, text.asked, text.filed],
        ]),
      ],
    };
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
        obligationRules[row.kind].aim[language],
        row.supplierName,
        row.engagementName,
        stateNames[stateOf(row, today)][language],
        row.doneOn,
        obligationReason(row, language),
      ]),
    };
  }
}
