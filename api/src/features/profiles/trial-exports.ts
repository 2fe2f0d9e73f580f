import { Injectable, type OnModuleInit } from '@nestjs/common';
import { grades } from '@probant/shared/questionnaires/document';
import type { Weights } from '@probant/shared/scoring/answer';
import {
  MatrixOutdated,
  readColumns,
  readMatrix,
  type RiskMatrix,
  type ThemeColumns,
} from '@probant/shared/scoring/risk-matrix';
import { gradeOfMarks, hasOwnProfileIn } from '@probant/shared/scoring/risk-records';
import { rounded } from '@probant/shared/scoring/round-result';
import { createWeigher, themesToLoad, type MatrixRanking } from '@probant/shared/scoring/weigh-matrix';
import type { Scope } from '../../platform/access/scope.js';
import { fail } from '../../platform/http/problem.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import type { WrittenCell } from '../../platform/tables/written-table.js';
import { ExportRegistry, toColumns, type ExportOptions, type Heading } from '../exports/exports.public.js';
import { RiskMatrices, type TaggedBytes } from './risk-matrices.service.js';
import { TrialRankingQuery, type WeighedNameResponse } from './weighing.dto.js';
import { Weighing } from './weighing.service.js';

const headings: readonly Heading[] = [
  ['Rang publié', 'Rank published', 'number'],
  ['Rang à l’essai', 'Rank on trial', 'number'],
  ['Fournisseur', 'Supplier'],
  ['Prestation', 'Engagement'],
  ['Note publiée', 'Grade published'],
  ['Note à l’essai', 'Grade on trial'],
  ['Score publié', 'Score published', 'number'],
  ['Score à l’essai', 'Score on trial', 'number'],
  ['Base à l’essai', 'Base on trial', 'number'],
  ['Plancher', 'Floor', 'number'],
  ['Publié avec un profil propre', 'Published with a profile of its own'],
];

const rowsAtOnce = 1_000;

interface Trial {
  readonly matrix: RiskMatrix;
  readonly ranking: MatrixRanking;
  /** By row: its place in the order published. */
  readonly ranks: Uint32Array;
}

/** The ranking of the weighing lab as a file: everybody in the order of the weights on trial. */
@Injectable()
export class TrialExports implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly weighing: Weighing,
    private readonly matrices: RiskMatrices,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'weighing',
      action: 'profiles:read',
      query: TrialRankingQuery,
      read: (_tx, scope, query, options) => this.read(scope, query, options),
    });
  }

  private async read(
    scope: Scope,
    query: TrialRankingQuery,
    { language }: ExportOptions,
  ): Promise<PagedTable> {
    const trial = await this.weigh(scope, query).catch((error: unknown) => {
      // Somebody was scored between two of the reads: asked for again, they fit.
      if (error instanceof MatrixOutdated) return fail('unavailable');
      throw error;
    });
    const yes = language === 'fr' ? 'oui' : 'yes';
    return {
      name: language === 'fr' ? 'Classement' : 'Ranking',
      columns: toColumns(language, headings),
      pages: mapPages(this.named(scope, trial), ({ row, rank, name }) =>
        toCells(trial, row, rank, name, yes),
      ),
    };
  }

  private async weigh(scope: Scope, { themes, questions }: TrialRankingQuery): Promise<Trial> {
    const { documents, profile } = await this.weighing.read(scope);
    const weights: Weights = {
      themes: themes === undefined ? profile.themes : toWeights(themes),
      questions:
        questions === undefined ? (themes === undefined ? profile.questions : {}) : toWeights(questions),
    };
    const matrix = readMatrix(await whole(await this.matrices.themes(scope)), documents);
    const columns = new Map<string, ThemeColumns>();
    const answered = matrix.sections.map(({ document }) => document);
    for (const theme of themesToLoad(answered, weights)) {
      columns.set(theme, readColumns(await whole(await this.matrices.questions(scope, theme)), matrix));
    }
    const ranks = new Uint32Array(matrix.count);
    matrix.published.forEach((row, rank) => {
      ranks[row] = rank;
    });
    return { matrix, ranks, ranking: createWeigher(matrix).weigh(weights, columns) };
  }

  private async *named(
    scope: Scope,
    { matrix, ranking }: Trial,
  ): AsyncGenerator<{ row: number; rank: number; name: WeighedNameResponse }[]> {
    for (let from = 0; from < matrix.count; from += rowsAtOnce) {
      const rows = [...ranking.order.subarray(from, from + rowsAtOnce)];
      const { items } = await this.matrices.names(
        scope,
        rows.map((row) => matrix.numbers[row] ?? 0),
      );
      const names = new Map(items.map((item) => [item.number, item]));
      yield rows.flatMap((row, index) => {
        // Whoever was archived since is no longer in the ranking.
        const name = names.get(matrix.numbers[row] ?? 0);
        return name === undefined ? [] : [{ row, rank: from + index, name }];
      });
    }
  }
}

function toCells(
  { matrix, ranking, ranks }: Trial,
  row: number,
  rank: number,
  { supplierName, engagementName }: WeighedNameResponse,
  yes: string,
): readonly WrittenCell[] {
  const marks = matrix.marks[row] ?? 0;
  return [
    ...[(ranks[row] ?? 0) + 1, rank + 1, supplierName, engagementName],
    ...[grades[gradeOfMarks(marks)] ?? null, grades[ranking.grades[row] ?? -1] ?? null],
    ...[numberIn(matrix.scores, row), numberIn(ranking.scores, row), numberIn(ranking.bases, row)],
    ...[numberIn(matrix.floors, row), hasOwnProfileIn(marks) ? yes : ''],
  ];
}

/** Without a score where the weights leave nothing to score. */
function numberIn(numbers: Float32Array, row: number): number | null {
  const number = numbers[row];
  return number === undefined || Number.isNaN(number) ? null : rounded(number, 2);
}

function toWeights(written: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    written.split(',').map((one) => {
      const [code = '', weight = ''] = one.split(':');
      return [code, Number(weight)];
    }),
  );
}

async function whole({ chunks }: TaggedBytes): Promise<ArrayBuffer> {
  const parts: Buffer[] = [];
  for await (const part of chunks()) parts.push(part);
  return new Uint8Array(Buffer.concat(parts)).buffer;
}
