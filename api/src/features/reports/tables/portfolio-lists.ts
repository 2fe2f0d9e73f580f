import { Injectable } from '@nestjs/common';
import { statusNames } from '@probant/shared/assessments/status-names';
import type { AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { Language, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { knockoutName } from '@probant/shared/questionnaires/knockout-name';
import { reportKindNames } from '@probant/shared/reports/report';
import { knockoutStateNames } from '@probant/shared/scoring/knockout-state-names';
import type { KnockoutState } from '@probant/shared/scoring/knockouts';
import { rounded } from '@probant/shared/scoring/round-result';
import type { Tx } from '../../../platform/database/work.js';
import { mapPages } from '../../../platform/tables/paged-table.js';
import { writeTableFile } from '../../../platform/tables/write-table-file.js';
import type { WrittenCell } from '../../../platform/tables/written-table.js';
import { toColumns, type Heading } from '../../exports/exports.public.js';
import { Library } from '../../library/library.public.js';
import { themeHeadings, themeRisks } from '../../portfolio/portfolio.public.js';
import type { ReportMaker, ReportMaking } from '../report-making.js';
import { pagesOf, rowsAtOnce } from './pages.js';

interface ListedRow {
  readonly id: string;
  readonly order: number;
  readonly supplier: string;
  readonly siren: string | null;
  readonly engagement: string;
  readonly tier: string;
  readonly status: AssessmentStatus | 'none';
  readonly dueOn: string | null;
  readonly grade: string | null;
  readonly score: number | null;
  readonly base: number | null;
  readonly floor: number | null;
  readonly confidence: number | null;
  readonly beforeReview: boolean | null;
  readonly scoredAt: Date | null;
  readonly knockouts: readonly { readonly id: string; readonly state: KnockoutState }[];
  readonly themes: Readonly<Record<string, number>>;
}

const headings: readonly Heading[] = [
  ['Fournisseur', 'Supplier'],
  ['SIREN', 'SIREN'],
  ['Prestation', 'Engagement'],
  ['Risque inhérent', 'Inherent risk'],
  ['État', 'Status'],
  ['Échéance', 'Due on', 'day'],
  ['Note de risque', 'Risk grade'],
  ['Score de risque', 'Risk score', 'number'],
  ['Base', 'Base', 'number'],
  ['Plancher', 'Floor', 'number'],
  ['Confiance', 'Confidence', 'number'],
  ['Avant examen', 'Before review'],
  ['Notée le', 'Scored at', 'instant'],
  ['Points éliminatoires', 'Knock-outs'],
];

/** Every engagement with its score and the risk of each theme, riskiest first, however many there are. */
@Injectable()
export class PortfolioLists implements ReportMaker {
  constructor(private readonly library: Library) {}

  async make(making: ReportMaking): Promise<void> {
    const { language, path, at } = making;
    const format = making.format === 'csv' ? 'csv' : 'xlsx';
    const document = this.library.questionBank();
    const columns = toColumns(language, [...headings, ...themeHeadings(document.themes)]);
    const total = await making.read((tx) => countRows(tx, making.organisationId));
    const pages = this.pages(making, total, document);
    const name = reportKindNames.portfolio[language];
    await writeTableFile({ name, columns, pages }, { path, format, language, at });
  }

  private async *pages(
    making: ReportMaking,
    total: number,
    document: QuestionnaireDocument,
  ): AsyncIterable<readonly (readonly WrittenCell[])[]> {
    let done = 0;
    const rows = pagesOf<ListedRow>(making, (tx, last) => readPage(tx, making.organisationId, last));
    for await (const page of mapPages(rows, (row) => toCells(row, document, making.language))) {
      yield page;
      done += page.length;
      making.progress(done, Math.max(done, total));
    }
  }
}

function readPage(tx: Tx, organisationId: string, last: ListedRow | undefined): Promise<ListedRow[]> {
  const after = last === undefined ? '' : 'AND (s.score_order, s.engagement_id) < ($2::float8, $3::uuid)';
  return tx.query(
    `SELECT s.engagement_id AS id, s.score_order AS "order", s.supplier_name AS supplier, p.siren, s.engagement_name AS engagement,
       s.tier, s.status, s.due_on::text AS "dueOn", s.grade, s.score, s.base, s.floor, s.confidence,
       s.before_review AS "beforeReview", s.scored_at AS "scoredAt", s.knockouts, s.themes
     FROM engagement_standings s JOIN suppliers p ON p.organisation_id = s.organisation_id AND p.id = s.supplier_id
     WHERE s.organisation_id = $1 AND NOT s.archived ${after}
     ORDER BY s.score_order DESC, s.engagement_id DESC LIMIT ${rowsAtOnce}`,
    last === undefined ? [organisationId] : [organisationId, last.order, last.id],
  );
}

async function countRows(tx: Tx, organisationId: string): Promise<number> {
  const { count } = await tx.get<{ count: number }>(
    'SELECT count(*)::int AS count FROM engagement_standings WHERE organisation_id = $1 AND NOT archived',
    [organisationId],
  );
  return count;
}

function toCells(
  row: ListedRow,
  { knockouts, themes }: QuestionnaireDocument,
  language: Language,
): WrittenCell[] {
  const yes = language === 'fr' ? 'oui' : 'yes';
  const named = row.knockouts.map(
    ({ id, state }) =>
      `${id} ${knockoutName(knockouts, id)[language]} (${knockoutStateNames[state][language]})`,
  );
  return [
    ...[row.supplier, row.siren, row.engagement, row.tier, statusNames[row.status][language], row.dueOn],
    ...[row.grade, rounded(row.score, 2), rounded(row.base, 2), row.floor, rounded(row.confidence, 3)],
    ...[row.beforeReview === true ? yes : '', row.scoredAt?.toISOString() ?? null, named.join('\n')],
    ...themeRisks(themes, row.themes),
  ];
}
