import { Injectable, type OnModuleInit } from '@nestjs/common';
import { severityNames } from '@probant/shared/audit/wording';
import { findingStatusNames } from '@probant/shared/findings/finding';
import type { Day } from '@probant/shared/calendar';
import type { Language, Localised } from '@probant/shared/questionnaires/document';
import { found } from '../../platform/http/problem.js';
import { orderOf } from '../../platform/http/page.js';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { readPages } from '../../platform/database/read-pages.js';
import type { Tx } from '../../platform/database/work.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import type { ColumnKind } from '../../platform/tables/written-table.js';
import { ExportRegistry, type ExportOptions } from '../exports/exports.public.js';
import {
  findingConditions,
  findingOrders,
  findingsById,
  findingTables,
  type ListedRow,
} from './finding-list.service.js';
import { FindingEntity } from './findings.entity.js';
import { FindingsQuery } from './findings.dto.js';

const headings = {
  supplier: { fr: 'Fournisseur', en: 'Supplier' },
  engagement: { fr: 'Prestation', en: 'Engagement' },
  question: { fr: 'Question', en: 'Question' },
  severity: { fr: 'Gravité', en: 'Severity' },
  status: { fr: 'État', en: 'Status' },
  text: { fr: 'Constat', en: 'Finding' },
  fix: { fr: 'Correction attendue', en: 'Expected correction' },
  raisedAt: { fr: 'Ouvert le', en: 'Raised at' },
  plan: { fr: 'Plan convenu', en: 'Plan agreed' },
  owner: { fr: 'Responsable', en: 'Owner' },
  dueOn: { fr: 'Échéance', en: 'Due on' },
  proof: { fr: 'Preuve attendue', en: 'Proof expected' },
  acceptedUntil: { fr: 'Risque accepté jusqu’au', en: 'Risk accepted until' },
  lessons: { fr: 'Leçons', en: 'Lessons' },
  closedAt: { fr: 'Clos le', en: 'Closed at' },
  closingReason: { fr: 'Motif de clôture', en: 'Closing reason' },
} as const satisfies Readonly<Record<string, Localised>>;

const kinds: Readonly<Partial<Record<string, ColumnKind>>> = {
  raisedAt: 'instant',
  closedAt: 'instant',
  dueOn: 'day',
  acceptedUntil: 'day',
};

/** Findings as a file, under the filters of their list. */
@Injectable()
export class FindingExports implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'findings',
      action: 'reviews:read',
      query: FindingsQuery,
      read: (tx, scope, query: FindingsQuery, options) =>
        readFindingTable(tx, scope, query, { ...options, today: this.clock.today() }),
    });
  }
}

function readFindingTable(
  tx: Tx,
  scope: Scope,
  query: FindingsQuery,
  { language, maxRows, today }: ExportOptions & { readonly today: Day },
): PagedTable {
  const conditions = findingConditions(scope, query, today);
  const { by, id, descending } = orderOf(query.sort, '-severity', findingOrders);
  const direction = descending ? 'DESC' : 'ASC';
  const rows = readPages<ListedRow>(
    tx,
    `SELECT f.id, s.engagement_id, a.engagement_name, a.supplier_id, a.supplier_name, f.id AS cursor_id, '' AS cursor_value
     ${findingTables} WHERE ${conditions.toString()} ORDER BY ${by} ${direction}, ${id} ${direction}
     LIMIT ${conditions.take(maxRows)}`,
    conditions.parameters,
  );
  return {
    name: language === 'fr' ? 'Constats' : 'Findings',
    columns: columnsIn(language),
    pages: mapPages(withFindings(tx, scope, rows), ({ row, finding }) => [
      ...[row.supplier_name, row.engagement_name, finding.questionId],
      ...[severityNames[finding.severity][language], findingStatusNames[finding.status][language]],
      ...[finding.text[language], finding.fix[language]],
      finding.raisedAt.toISOString(),
      ...[finding.plan?.action ?? '', finding.plan?.owner ?? '', finding.plan?.dueOn ?? null],
      ...[finding.plan?.proof ?? '', finding.acceptedUntil, finding.lessons.join(', ')],
      ...[finding.closedAt?.toISOString() ?? null, finding.closingReason],
    ]),
  };
}

async function* withFindings(
  tx: Tx,
  { organisationId }: Scope,
  pages: AsyncIterable<readonly ListedRow[]>,
): AsyncGenerator<{ readonly row: ListedRow; readonly finding: FindingEntity }[]> {
  for await (const rows of pages) {
    const findings = await findingsById(tx, organisationId, rows);
    yield rows.map((row) => ({ row, finding: found(findings.get(row.id)) }));
  }
}

function columnsIn(language: Language): PagedTable['columns'] {
  return Object.entries(headings).map(([key, title]) => ({
    title: title[language],
    kind: kinds[key] ?? 'text',
  }));
}
