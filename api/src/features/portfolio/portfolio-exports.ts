import { Injectable, type OnModuleInit } from '@nestjs/common';
import { statusNames } from '@probant/shared/assessments/status-names';
import { round, rounded } from '@probant/shared/scoring/round-result';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/work.js';
import { orderOf } from '../../platform/http/page.js';
import type { WrittenTable } from '../../platform/tables/written-table.js';
import { Library } from '../library/library.public.js';
import { ExportRegistry, type ExportOptions } from '../exports/exports.public.js';
import { portfolioConditions, portfolioOrders, standingColumns, type StandingRow } from './portfolio-list.js';
import { PortfolioQuery } from './portfolio.dto.js';

const headings = [
  ['Fournisseur', 'Supplier'],
  ['Prestation', 'Engagement'],
  ['Niveau inhérent', 'Inherent tier'],
  ['État', 'Status'],
  ['Échéance', 'Due on'],
  ['Note de risque', 'Risk grade'],
  ['Score de risque', 'Risk score'],
  ['Base', 'Base'],
  ['Plancher', 'Floor'],
  ['Confiance', 'Confidence'],
  ['Points éliminatoires', 'Knock-outs'],
] as const;

/** The portfolio as a file: one row per engagement, with the risk of each theme. */
@Injectable()
export class PortfolioExports implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly library: Library,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'portfolio',
      action: 'portfolio:read',
      query: PortfolioQuery,
      read: (tx, scope, query, options) => this.read(tx, scope, query, options),
    });
  }

  private async read(
    tx: Tx,
    scope: Scope,
    query: PortfolioQuery,
    { language, maxRows }: ExportOptions,
  ): Promise<WrittenTable> {
    const themes = this.library.questionBank().themes;
    const conditions = portfolioConditions(scope, query, this.clock.today());
    const { by, id, descending } = orderOf(query.sort, '-score', portfolioOrders);
    const direction = descending ? 'DESC' : 'ASC';
    const rows = await tx.query<StandingRow>(
      `SELECT ${standingColumns} FROM engagement_standings s WHERE ${conditions.toString()}
       ORDER BY ${by} ${direction}, ${id} ${direction} LIMIT ${conditions.take(maxRows)}`,
      conditions.parameters,
    );
    const kinds = [
      'text',
      'text',
      'text',
      'text',
      'day',
      'text',
      'number',
      'number',
      'number',
      'number',
      'text',
    ] as const;
    return {
      name: language === 'fr' ? 'Portefeuille' : 'Portfolio',
      columns: [
        ...headings.map(([fr, en], index) => ({
          title: language === 'fr' ? fr : en,
          kind: kinds[index] ?? 'text',
        })),
        ...themes.map(({ short, title }) => ({ title: (short ?? title)[language], kind: 'number' as const })),
      ],
      rows: rows.map((row) => [
        ...[
          row.supplier_name,
          row.engagement_name,
          row.tier,
          statusNames[row.status][language],
          row.due_on,
          row.grade,
        ],
        ...[
          rounded(row.score, 2),
          rounded(row.base, 2),
          row.floor,
          rounded(row.confidence, 3),
          row.knockouts.map((knockout) => knockout.id).join(', '),
        ],
        ...themes.map(({ code }) => percent(row.themes[code])),
      ]),
    };
  }
}

function percent(risk: number | undefined): number | null {
  return risk === undefined ? null : round(risk * 100, 1);
}
