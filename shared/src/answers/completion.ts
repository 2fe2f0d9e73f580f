import type { Day } from '../calendar.js';
import type { SupplierQuestion, SupplierQuestionnaire } from '../questionnaires/supplier-questionnaire.js';
import { findGiven, type GivenAnswers } from './given-answer.js';
import { deriveHidden } from './visibility.js';

/** How many pieces stand beside each answer. */
export type PieceCounts = Readonly<Record<string, number>>;

export interface ThemeProgress {
  readonly code: string;
  /** Questions asked: in scope and not hidden. */
  readonly asked: number;
  readonly answered: number;
  /** Answered, and the piece that is required stands beside. */
  readonly complete: number;
}

export interface Completion {
  readonly themes: readonly ThemeProgress[];
  readonly asked: number;
  readonly answered: number;
  /** These block submitting. */
  readonly mustAnswer: readonly string[];
  /** These are listed, and allowed. */
  readonly unanswered: readonly string[];
  readonly piecesMissing: readonly string[];
  readonly hidden: readonly string[];
}

export function deriveCompletion(
  document: SupplierQuestionnaire,
  answers: GivenAnswers,
  pieces: PieceCounts,
  asOf: Day,
): Completion {
  const hidden = deriveHidden(document, answers, asOf);
  const isAnswered = (question: SupplierQuestion): boolean => isGiven(question, answers, pieces);
  const lacksPiece = (question: SupplierQuestion): boolean =>
    question.evidence.need === 'required' &&
    needsProof(question, answers) &&
    countOf(pieces, question.id) === 0;
  const themes = document.themes.map((theme) => ({
    code: theme.code,
    questions: theme.questions.filter(({ id }) => !hidden.has(id)),
  }));
  const asked = themes.flatMap(({ questions }) => questions);
  const open = asked.filter((question) => !isAnswered(question));
  return {
    themes: themes.map(({ code, questions }) => ({
      code,
      asked: questions.length,
      answered: questions.filter(isAnswered).length,
      complete: questions.filter((question) => isAnswered(question) && !lacksPiece(question)).length,
    })),
    asked: asked.length,
    answered: asked.length - open.length,
    mustAnswer: idsOf(open.filter(({ mustAnswer }) => mustAnswer)),
    unanswered: idsOf(open.filter(({ mustAnswer }) => !mustAnswer)),
    piecesMissing: idsOf(asked.filter(lacksPiece)),
    hidden: [...hidden],
  };
}

/** A file question is answered by a piece; every other one by what was said. */
function isGiven(question: SupplierQuestion, answers: GivenAnswers, pieces: PieceCounts): boolean {
  if (findGiven(answers, question.id) !== undefined) return true;
  return question.type === 'file' && countOf(pieces, question.id) > 0;
}

/** Only what is claimed needs proof: a refusal, or "not applicable", carries its reason instead. */
function needsProof(question: SupplierQuestion, answers: GivenAnswers): boolean {
  return findGiven(answers, question.id)?.state === 'answered';
}

function countOf(pieces: PieceCounts, questionId: string): number {
  return Object.hasOwn(pieces, questionId) ? (pieces[questionId] ?? 0) : 0;
}

function idsOf(questions: readonly SupplierQuestion[]): string[] {
  return questions.map(({ id }) => id);
}
