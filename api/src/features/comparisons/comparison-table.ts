import type { LibraryQuestion } from '@probant/shared/answer-library/library-question';
import { answerLines, valueLines } from '@probant/shared/answers/answer-lines';
import {
  differenceNames,
  isInView,
  replacedWords,
  unansweredNames,
  type ComparisonView,
} from '@probant/shared/comparisons/comparison-views';
import type { AnswerValue, Language } from '@probant/shared/questionnaires/document';
import { rounded } from '@probant/shared/scoring/round-result';
import type { PagedTable } from '../../platform/tables/paged-table.js';
import type { WrittenCell, WrittenColumn } from '../../platform/tables/written-table.js';
import type { ComparisonResponse } from './comparisons.dto.js';

type Side = ComparisonResponse['columns'][number];
type Row = ComparisonResponse['rows'][number];
type Cell = Row['cells'][number];

/** The questions in view with four columns for each side, under the three numbers that they end in. */
export function toTable(
  { columns, themes, rows }: ComparisonResponse,
  view: ComparisonView,
  language: Language,
): PagedTable {
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const text = (title: string): WrittenColumn => ({ title, kind: 'text' });
  const number = (title: string): WrittenColumn => ({ title, kind: 'number' });
  const titles = new Map(themes.map(({ code, title }) => [code, title[language]]));
  return {
    name: say('Comparaison', 'Comparison'),
    columns: [
      ...[text(say('Thème', 'Theme')), text('Question'), text(say('Sujet', 'Subject'))],
      ...[text(say('Diffère', 'Differs')), number(say('Écart', 'Spread'))],
      ...columns.flatMap((side) => {
        const of = nameOf(side);
        const parts = [say('réponse', 'answer'), say('preuve', 'proof'), say('commentaire', 'comment')];
        return [...parts.map((part) => text(`${of}, ${part}`)), number(`${of}, points`)];
      }),
    ],
    pages: [
      [
        sumRow(say('Score de risque', 'Risk score'), columns, ({ score }) => [score.grade, score.score]),
        sumRow('Base', columns, ({ score }) => [null, score.base]),
        sumRow(say('Plancher', 'Floor'), columns, ({ score }) => [null, score.floor]),
      ],
      rows
        .filter((row) => isInView({ differences: row.differences }, view))
        .map((row) => [
          ...[titles.get(row.theme) ?? row.theme, row.questionId, row.short[language]],
          ...[row.differences.map((kind) => differenceNames[kind][language]).join(', ')],
          rounded(row.spread, 2),
          ...columns.flatMap((_, index) => cellsOf(row, index, language)),
        ]),
    ],
  };
}

function nameOf({ supplierName, engagementName, day }: Side): string {
  return day ?? `${supplierName}, ${engagementName}`;
}

type Submission = NonNullable<Side['submission']>;

function sumRow(
  name: string,
  sides: readonly Side[],
  numbersOf: (submission: Submission) => readonly [string | null, number | null],
): WrittenCell[] {
  return [
    ...[null, null, name, null, null],
    ...sides.flatMap(({ submission }) => {
      const [grade, points] = submission === null ? [null, null] : numbersOf(submission);
      return [grade, null, null, points === null ? null : rounded(points, 2)];
    }),
  ];
}

function cellsOf(row: Row, index: number, language: Language): readonly WrittenCell[] {
  const cell = row.cells.find(({ column }) => column === index);
  if (cell === undefined) return [null, null, null, null];
  const lines = [...linesOf(cell, row, language), ...(cell.replaced ? [replacedWords[language]] : [])];
  const proof = cell.level ?? `${Math.round(100 * cell.phi)}\u00a0%`;
  return [
    lines.join('\n'),
    cell.status === 'answered' || cell.status === 'inherited' ? proof : null,
    cell.comment,
    cell.counted ? rounded(cell.points, 2) : null,
  ];
}

function linesOf(cell: Cell, row: Row, language: Language): readonly string[] {
  // The boundary: the reply calls the question an object, and it is one as it was asked.
  const asked = (cell.question ?? row.question) as LibraryQuestion;
  switch (cell.status) {
    case 'answered':
      return cell.value === null ? [] : valueLines(asked, cell.value as AnswerValue, language);
    case 'refused':
      return answerLines(asked, { state: 'refused' }, language);
    case 'na':
      return answerLines(asked, { state: 'na', justification: '' }, language);
    case 'missing':
      return answerLines(asked, undefined, language);
    case 'inherited':
    case 'out-of-scope':
      return [unansweredNames[cell.status][language]];
  }
}
