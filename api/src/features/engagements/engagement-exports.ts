import { Injectable, type OnModuleInit } from '@nestjs/common';
import { statusNames } from '@probant/shared/assessments/status-names';
import type { AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { ContextFact, ContextValue, Language, Localised } from '@probant/shared/questionnaires/document';
import { rounded } from '@probant/shared/scoring/round-result';
import { writeFact } from '@probant/shared/suppliers/import-cells';
import { importHeadings } from '@probant/shared/suppliers/import-columns';
import type { Scope } from '../../platform/access/scope.js';
import { readPages } from '../../platform/database/read-pages.js';
import type { Tx } from '../../platform/database/work.js';
import { orderOf } from '../../platform/http/page.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import type { ColumnKind } from '../../platform/tables/written-table.js';
import { scoredAssessment } from '../portfolio/portfolio.public.js';
import { ExportRegistry, type ExportOptions } from '../exports/exports.public.js';
import { Library } from '../library/library.public.js';
import {
  engagementColumns,
  engagementConditions,
  engagementOrders,
  engagementTables,
  type EngagementRow,
} from './engagement-list.service.js';
import { EngagementsQuery } from './engagements.dto.js';

const derived = {
  tier: { fr: 'Risque inhérent', en: 'Inherent risk' },
  points: { fr: 'Points', en: 'Points' },
  status: { fr: 'État', en: 'Status' },
  grade: { fr: 'Note de risque', en: 'Risk grade' },
  score: { fr: 'Score de risque', en: 'Risk score' },
  scored: { fr: 'Évaluation notée', en: 'Assessment scored' },
  scoredAt: { fr: 'Notée le', en: 'Scored at' },
  dueOn: { fr: 'Échéance', en: 'Due on' },
} as const;

interface ExportedRow extends Omit<EngagementRow, 'status'> {
  readonly status: AssessmentStatus | 'none';
  readonly siren: string | null;
  readonly description: string;
  readonly context: Readonly<Record<string, ContextValue>>;
}

/** Engagements as a file that an import reads back: names, facts in words, and what follows from them. */
@Injectable()
export class EngagementExports implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly library: Library,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'engagements',
      action: 'engagements:read',
      query: EngagementsQuery,
      read: (tx, scope, query, options) => this.read(tx, scope, query, options),
    });
  }

  private read(
    tx: Tx,
    scope: Scope,
    query: EngagementsQuery,
    { language, maxRows }: ExportOptions,
  ): PagedTable {
    const facts = this.library.questionBank().context;
    const conditions = engagementConditions(scope, query);
    const { by, id, descending } = orderOf(query.sort, 'supplierName', engagementOrders);
    const direction = descending ? 'DESC' : 'ASC';
    const rows = readPages<ExportedRow>(
      tx,
      `SELECT ${engagementColumns}, s.siren, e.description, e.context ${engagementTables}
       WHERE ${conditions.toString()} ORDER BY ${by} ${direction}, s.id, lower(e.name), ${id} ${direction} LIMIT ${conditions.take(maxRows)}`,
      conditions.parameters,
    );
    const heading = importHeadings;
    return {
      name: language === 'fr' ? 'Prestations' : 'Engagements',
      columns: [
        ...[heading['supplier.name'], heading['supplier.siren']].map(column(language)),
        ...[heading['engagement.name'], heading['engagement.description']].map(column(language)),
        ...facts.map((fact) => fact.short ?? fact.label).map(column(language)),
        column(language)(derived.tier),
        column(language, 'number')(derived.points),
        ...[derived.status, derived.grade].map(column(language)),
        column(language, 'number')(derived.score),
        column(language)(derived.scored),
        column(language, 'instant')(derived.scoredAt),
        column(language, 'day')(derived.dueOn),
      ],
      pages: mapPages(rows, (row) => [
        ...[row.supplier_name, row.siren, row.name, row.description],
        ...facts.map((fact) => wordOf(fact, row.context[fact.key], language)),
        ...[
          row.tier,
          row.points,
          statusNames[row.status][language],
          row.grade,
          rounded(row.score, 2),
          scoredAssessment(row, language),
          row.scored_at?.toISOString() ?? null,
          row.due_on,
        ],
      ]),
    };
  }
}

/** Empty when the engagement does not state it. */
function wordOf(fact: ContextFact, value: ContextValue | undefined, language: Language): string | null {
  return value === undefined ? null : writeFact(fact, value, language);
}

function column(language: Language, kind: ColumnKind = 'text') {
  return (title: Localised) => ({ title: title[language], kind });
}
