import { Injectable, type OnModuleInit } from '@nestjs/common';
import { statusNames } from '@probant/shared/assessments/status-names';
import type { Language } from '@probant/shared/questionnaires/document';
import { knockoutStateNames } from '@probant/shared/scoring/knockout-state-names';
import { rounded } from '@probant/shared/scoring/round-result';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { readPages } from '../../platform/database/read-pages.js';
import type { Tx } from '../../platform/database/work.js';
import { listClause } from '../../platform/http/page.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import { Library } from '../library/library.public.js';
import { ExportRegistry, toColumns, type ExportOptions, type Heading } from '../exports/exports.public.js';
import {
  portfolioSource,
  progressColumn,
  scoredAssessment,
  standingColumns,
  type StandingRow,
} from './portfolio-list.js';
import { PortfolioQuery } from './portfolio.dto.js';
import { themeHeadings, themeRisks } from './theme-columns.js';

const headings: readonly Heading[] = [
  ['Fournisseur', 'Supplier'],
  ['Prestation', 'Engagement'],
  ['Risque inhérent', 'Inherent risk'],
  ['État', 'Status'],
  ['Échéance', 'Due on', 'day'],
  ['Note de risque', 'Risk grade'],
  ['Score de risque', 'Risk score', 'number'],
  ['Évolution du trimestre', 'Change over the quarter', 'number'],
  ['Base', 'Base', 'number'],
  ['Plancher', 'Floor', 'number'],
  ['Confiance', 'Confidence', 'number'],
  ['Évaluation notée', 'Assessment scored'],
  ['Notée le', 'Scored at', 'instant'],
  ['Points éliminatoires', 'Knock-outs'],
  ['Pièces à voir', 'Pieces to see', 'number'],
  ['Avant examen', 'Before review'],
  ['Réponses', 'Answers', 'number'],
  ['Questions', 'Questions', 'number'],
];

type ListedRow = StandingRow & { readonly progress: number | null };

const yes = { fr: 'oui', en: 'yes' } as const;

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

  private read(
    tx: Tx,
    scope: Scope,
    query: PortfolioQuery,
    { language, maxRows }: ExportOptions,
  ): PagedTable {
    const { themes, knockouts } = this.library.questionBank();
    const names = new Map(knockouts.map(({ id, name }) => [id, name?.[language]]));
    const { from, conditions, order } = portfolioSource(scope, query, this.clock.today());
    const clause = listClause(conditions, order, maxRows);
    const rows = readPages<ListedRow>(
      tx,
      `SELECT ${standingColumns}, ${progressColumn} FROM ${from} ${clause}`,
      conditions.parameters,
    );
    return {
      name: language === 'fr' ? 'Portefeuille' : 'Portfolio',
      columns: toColumns(language, [...headings, ...themeHeadings(themes)]),
      pages: mapPages(rows, (row) => [
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
          rounded(row.change, 2),
          rounded(row.base, 2),
          row.floor,
          rounded(row.confidence, 3),
          scoredAssessment(row, language),
          row.scored_at?.toISOString() ?? null,
          row.knockouts.map(knockoutIn(language, names)).join('\n'),
          ...[row.unexamined, row.before_review === true ? yes[language] : ''],
          ...[row.progress ?? row.answered, row.questions],
        ],
        ...themeRisks(themes, row.themes),
      ]),
    };
  }
}

function knockoutIn(language: Language, names: ReadonlyMap<string, string | undefined>) {
  return ({ id, state }: StandingRow['knockouts'][number]): string =>
    `${id} ${names.get(id) ?? ''}`.trim() + ` (${knockoutStateNames[state][language]})`;
}
