import type { Day } from '../calendar.js';
import type { DatedPiece } from '../evidence/freshness.js';
import { unstatedKind } from '../evidence/kinds.js';
import { findPieceFaults, type PieceFault } from '../evidence/piece-faults.js';
import type { SupplierQuestion, SupplierQuestionnaire } from '../questionnaires/supplier-questionnaire.js';
import { findGiven, type GivenAnswer, type GivenAnswers } from './given-answer.js';
import { missesRows, type RequiredRows } from './required-rows.js';
import { decidesOthers, deriveHidden, findQuestion } from './visibility.js';

/** A piece as far as it bears on what is left to do. */
export interface PieceBeside extends DatedPiece {
  readonly id: string;
  readonly kind: string;
}

/** The pieces beside each answer. */
export type PiecesBeside = Readonly<Record<string, readonly PieceBeside[]>>;

export interface ThemeProgress {
  readonly code: string;
  /** Questions asked: in scope and not hidden. */
  readonly asked: number;
  readonly answered: number;
  /** Answered, and the piece that is required stands beside. */
  readonly complete: number;
}

/** A table that says something and not yet all that it asks for: `1 of 6 activities`. */
export interface PartialAnswer extends RequiredRows {
  readonly id: string;
}

export interface DoubtfulPiece {
  readonly questionId: string;
  readonly pieceId: string;
  readonly faults: readonly PieceFault[];
}

export interface Completion {
  readonly themes: readonly ThemeProgress[];
  readonly asked: number;
  /** To the end; a partial answer is none of these. */
  readonly answered: number;
  /** These block submitting: nothing was said at all. */
  readonly mustAnswer: readonly string[];
  /** These are listed, and allowed. */
  readonly unanswered: readonly string[];
  /** Something was said: listed and allowed, whatever the question decides. */
  readonly partial: readonly PartialAnswer[];
  readonly piecesMissing: readonly string[];
  readonly piecesDoubtful: readonly DoubtfulPiece[];
  readonly hidden: readonly string[];
}

export function deriveCompletion(
  document: SupplierQuestionnaire,
  answers: GivenAnswers,
  pieces: PiecesBeside,
  asOf: Day,
): Completion {
  const hidden = deriveHidden(document, answers, asOf);
  const themes = document.themes.map((theme) => ({
    code: theme.code,
    questions: theme.questions.filter(({ id }) => !hidden.has(id)),
  }));
  const asked = themes.flatMap(({ questions }) => questions);
  const open = asked.filter((question) => !isGiven(question, answers, pieces));
  const partial = asked.flatMap((question) => findPartial(question, answers));
  const unfinished = new Set([...idsOf(open), ...partial.map(({ id }) => id)]);
  const piecesMissing = idsOf(asked.filter((question) => lacksPiece(question, answers, pieces)));
  const isAnswered = ({ id }: SupplierQuestion): boolean => !unfinished.has(id);
  return {
    themes: themes.map(({ code, questions }) => ({
      code,
      asked: questions.length,
      answered: questions.filter(isAnswered).length,
      complete: questions.filter((one) => isAnswered(one) && !piecesMissing.includes(one.id)).length,
    })),
    asked: asked.length,
    answered: asked.length - unfinished.size,
    mustAnswer: idsOf(open.filter(({ mustAnswer }) => mustAnswer)),
    unanswered: idsOf(open.filter(({ mustAnswer }) => !mustAnswer)),
    partial,
    piecesMissing,
    piecesDoubtful: asked.flatMap((question) => findDoubtful(question, pieces, asOf)),
    hidden: [...hidden],
  };
}

/** Whether another answer to one question can change what is left to do: a text that is typed on cannot. */
export function movesCompletion(
  document: SupplierQuestionnaire,
  questionId: string,
  before: GivenAnswer | undefined,
  after: GivenAnswer | undefined,
): boolean {
  if (before?.state !== after?.state || decidesOthers(document, questionId)) return true;
  return findQuestion(document, questionId)?.type === 'table';
}

/** A file question is answered by a piece; every other one by what was said. */
function isGiven(question: SupplierQuestion, answers: GivenAnswers, pieces: PiecesBeside): boolean {
  if (findGiven(answers, question.id) !== undefined) return true;
  return question.type === 'file' && besideOf(pieces, question.id).length > 0;
}

function findPartial(question: SupplierQuestion, answers: GivenAnswers): PartialAnswer[] {
  const answer = findGiven(answers, question.id);
  const rows = answer === undefined ? undefined : missesRows(question, answer);
  return rows === undefined ? [] : [{ id: question.id, ...rows }];
}

/** A file that nobody has said the nature of, or that is something else, is not the piece that was asked for. */
function lacksPiece(question: SupplierQuestion, answers: GivenAnswers, pieces: PiecesBeside): boolean {
  const { need, kinds } = question.evidence;
  return (
    need === 'required' &&
    needsProof(question, answers) &&
    !besideOf(pieces, question.id).some(({ kind }) => isAwaited(kind, kinds))
  );
}

/** A question that names no kind takes any that was stated. */
function isAwaited(kind: string, kinds: readonly string[]): boolean {
  return kinds.length === 0 ? kind !== unstatedKind : kinds.includes(kind);
}

function findDoubtful(question: SupplierQuestion, pieces: PiecesBeside, asOf: Day): DoubtfulPiece[] {
  return besideOf(pieces, question.id).flatMap((piece) => {
    const faults = findPieceFaults(piece, question.evidence.maxAgeMonths, asOf);
    return faults.length === 0 ? [] : [{ questionId: question.id, pieceId: piece.id, faults }];
  });
}

/** Only what is claimed needs proof: a refusal, or "not applicable", carries its reason instead. */
function needsProof(question: SupplierQuestion, answers: GivenAnswers): boolean {
  return findGiven(answers, question.id)?.state === 'answered';
}

function besideOf(pieces: PiecesBeside, questionId: string): readonly PieceBeside[] {
  return Object.hasOwn(pieces, questionId) ? (pieces[questionId] ?? []) : [];
}

function idsOf(questions: readonly SupplierQuestion[]): string[] {
  return questions.map(({ id }) => id);
}
