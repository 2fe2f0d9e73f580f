import { toLibraryQuestion, type LibraryQuestion } from '../answer-library/library-question.js';
import { findGiven, type GivenAnswers } from '../answers/given-answer.js';
import { canonicalJson } from '../proof/canonical-json.js';
import type {
  AnswerValue,
  EvidenceLevel,
  Localised,
  Question,
  QuestionnaireDocument,
} from '../questionnaires/document.js';
import type { Answer, Answers } from '../scoring/answer.js';
import type { LineStatus } from '../scoring/resolve-questions.js';
import type { ScoreResult } from '../scoring/score-assessment.js';
import type { ScoreLine } from '../scoring/trace.js';

/** A score of an engagement with what it was worked out from. */
export interface ComparedScore {
  readonly document: QuestionnaireDocument;
  /** As the supplier gave them. */
  readonly given: GivenAnswers;
  /** As the score read them: corrected by the buyer, or verified since. */
  readonly counted: Answers;
  readonly result: Pick<ScoreResult, 'lines'>;
}

/** How one question stands in one of the scores. */
export interface ComparedCell {
  readonly status: LineStatus;
  /** What the score counts; null where nothing was answered. */
  readonly value: AnswerValue | null;
  /** What the score counts is not what the supplier said. */
  readonly replaced: boolean;
  readonly comment: string;
  /** φ, 0 to 1 */
  readonly phi: number;
  /** The level that stands for φ in this version; null where none does. */
  readonly level: EvidenceLevel | null;
  readonly counted: boolean;
  /** Of the base, before the floors. */
  readonly points: number;
  /** As this version asks it, where it is not as the row shows it. */
  readonly question: LibraryQuestion | null;
}

/** In the order in which they matter to whoever compares. */
export const differenceKinds = ['asked', 'answer', 'proof', 'points'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface ComparedRow {
  readonly questionId: string;
  readonly theme: string;
  readonly short: Localised;
  /** As the first that asks it does; weights are told by the points. */
  readonly question: LibraryQuestion;
  /** One per score; null where its version has no such question, or there is no score. */
  readonly cells: readonly (ComparedCell | null)[];
  readonly differences: readonly DifferenceKind[];
  /** From the least points to the most. */
  readonly spread: number;
}

export interface ComparedTheme {
  readonly code: string;
  readonly title: Localised;
}

export interface Comparison {
  readonly themes: readonly ComparedTheme[];
  /** Questions that differ first, those that cost most apart before the others. */
  readonly rows: readonly ComparedRow[];
}

/** Less is not seen in points of two decimals. */
const leastPoints = 0.005;
const leastPhi = 1e-9;

/**
 * Scores side by side, question by question. Questions are the same where their keys are, whichever versions ask them. A score
 * that does not exist yet leaves its column empty and makes no difference.
 */
export function compareScores(scores: readonly (ComparedScore | undefined)[]): Comparison {
  const columns = scores.map((score) => score && columnOf(score));
  const themes = new Map<string, ComparedTheme>();
  const asked = new Map<string, string>();
  for (const column of columns) {
    for (const { code, short, title, questions } of column?.document.themes ?? []) {
      if (!themes.has(code)) themes.set(code, { code, title: short ?? title });
      for (const { id } of questions) if (!asked.has(id)) asked.set(id, code);
    }
  }
  const places = [...themes.keys()];
  const rows = [...asked]
    .map(([questionId, theme]) => rowOf(questionId, theme, columns))
    .map((row, index) => ({ row, index, theme: places.indexOf(row.theme) }))
    .toSorted(
      (one, other) =>
        rank(one.row) - rank(other.row) ||
        (rank(one.row) < same ? other.row.spread - one.row.spread : 0) ||
        one.theme - other.theme ||
        one.index - other.index,
    );
  return { themes: [...themes.values()], rows: rows.map(({ row }) => row) };
}

const same = 2;

/** What was said or shown otherwise, then what merely weighs otherwise, then what is alike. */
function rank({ differences }: ComparedRow): number {
  if (differences.length === 0) return same;
  return differences.every((kind) => kind === 'points') ? 1 : 0;
}

interface Column extends ComparedScore {
  readonly questions: ReadonlyMap<string, Question>;
  readonly lines: ReadonlyMap<string, ScoreLine>;
}

function columnOf(score: ComparedScore): Column {
  const questions = score.document.themes.flatMap((theme) => theme.questions);
  return {
    ...score,
    questions: new Map(questions.map((question) => [question.id, question])),
    lines: new Map(score.result.lines.map((line) => [line.question, line])),
  };
}

function rowOf(questionId: string, theme: string, columns: readonly (Column | undefined)[]): ComparedRow {
  const first = columns.map((column) => column?.questions.get(questionId)).find((one) => one !== undefined);
  if (first === undefined) throw new RangeError('a row is of a question that a version asks');
  const question = toAsked(first);
  const cells = columns.map((column) => (column === undefined ? null : cellOf(column, questionId, question)));
  const there = cells.filter((_, index) => columns[index] !== undefined);
  const spread = spreadOf(there.map((cell) => cell?.points ?? 0));
  return {
    ...{ questionId, theme, short: first.short ?? first.text, question, cells, spread },
    differences: differencesOf(there, spread),
  };
}

function cellOf(column: Column, questionId: string, shown: LibraryQuestion): ComparedCell | null {
  const question = column.questions.get(questionId);
  const line = column.lines.get(questionId);
  if (question === undefined || line === undefined) return null;
  const answer = Object.hasOwn(column.counted, questionId) ? column.counted[questionId] : undefined;
  const given = findGiven(column.given, questionId);
  const said = line.status === 'answered' && answer !== undefined && 'v' in answer ? answer.v : null;
  const asked = toAsked(question);
  return {
    ...{ status: line.status, value: said, replaced: isReplaced(answer, given) },
    comment: given?.comment ?? '',
    phi: line.phi,
    level: column.document.evidence.levels.find(({ phi }) => phi === line.phi)?.level ?? null,
    counted: line.counted,
    points: line.points,
    question: canonicalJson(asked) === canonicalJson(shown) ? null : asked,
  };
}

function toAsked(question: Question): LibraryQuestion {
  switch (question.type) {
    case 'number':
    case 'duration':
    case 'date_age':
      return toLibraryQuestion({ ...question, none: question.noneRisk !== undefined });
    default:
      return toLibraryQuestion(question);
  }
}

function isReplaced(counted: Answer | undefined, given: ReturnType<typeof findGiven>): boolean {
  if (counted === undefined || 'na' in counted) return false;
  if ('refused' in counted) return given?.state !== 'refused';
  if (given?.state === 'answered') return canonicalJson(given.value) !== canonicalJson(counted.v);
  // A file question is answered by the piece itself, with nothing said.
  return given !== undefined;
}

function differencesOf(cells: readonly (ComparedCell | null)[], spread: number): DifferenceKind[] {
  if (cells.length < 2) return [];
  const asked = cells.filter((cell) => cell !== null && cell.status !== 'out-of-scope');
  const differ: Readonly<Record<DifferenceKind, boolean>> = {
    asked: asked.length > 0 && asked.length < cells.length,
    answer: new Set(asked.map((cell) => canonicalJson([cell?.status ?? null, cell?.value ?? null]))).size > 1,
    proof: spreadOf(asked.map((cell) => cell?.phi ?? 0)) > leastPhi,
    points: spread > leastPoints,
  };
  return differenceKinds.filter((kind) => differ[kind]);
}

function spreadOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
}
