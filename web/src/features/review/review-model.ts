import type { GivenAnswer } from '@probant/shared/answers/given-answer';
import type { AnswerValue, Question, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { Answer, Answers } from '@probant/shared/scoring/answer';
import { gradeOf } from '@probant/shared/scoring/grade';
import type { ScoreResult } from '@probant/shared/scoring/score-assessment';

import type { Schema } from '../../platform/api/client.js';

export type Review = Omit<Schema<'ReviewResponse'>, 'document'> & {
  readonly document: QuestionnaireDocument;
};
export type ReviewState = Schema<'ReviewStateResponse'>;
export type QuestionReview = Schema<'QuestionReviewResponse'>;
export type Piece = Schema<'ReviewedPieceResponse'>;
export type PieceReview = Schema<'PieceReviewResponse'>;
export type Finding = Schema<'FindingResponse'>;
type SaidAnswer = Schema<'ReviewedAnswerResponse'>;

/** The boundary: openapi.json calls document, trace and values objects, and the API sends what shared describes. */
export function toReview(reply: Schema<'ReviewResponse'>): Review {
  return { ...reply, document: reply.document as unknown as QuestionnaireDocument };
}

export function traceOf(score: Schema<'ScoreResponse'>): ScoreResult {
  return score.trace as unknown as ScoreResult;
}

export function valueOf(value: unknown): AnswerValue {
  return value as AnswerValue;
}

/** A theme of the questionnaire with the questions that this engagement is asked. */
export interface ReviewedTheme {
  readonly code: string;
  readonly title: Readonly<Record<'fr' | 'en', string>>;
  /** 0 to 100; null when nothing counts in it. */
  readonly risk: number | null;
  readonly grade: 'A' | 'B' | 'C' | 'D' | 'E' | null;
  readonly knockout: boolean;
  readonly questions: readonly Question[];
  readonly toSee: number;
}

/** From the most risky to the least; themes outside the engagement's scope stand apart. */
export function themesOf({ document, questions, score }: Review): {
  readonly themes: readonly ReviewedTheme[];
  readonly outOfScope: readonly QuestionnaireDocument['themes'][number][];
} {
  const trace = traceOf(score);
  const reviews = new Map(questions.map((one) => [one.questionId, one]));
  const risks = new Map(trace.themes.map(({ code, risk }) => [code, risk]));
  const deciding = new Set(trace.knockouts.flatMap((knockout) => knockout.questions));
  const themes = document.themes.map((theme): ReviewedTheme => {
    const asked = theme.questions.filter(({ id }) => reviews.has(id));
    const risk = risks.get(theme.code) ?? null;
    return {
      code: theme.code,
      title: theme.short ?? theme.title,
      risk: risk === null ? null : risk * 100,
      grade: risk === null ? null : gradeOf(document, risk * 100),
      knockout: asked.some(({ id }) => deciding.has(id)),
      questions: asked,
      toSee: asked.filter(({ id }) => reviews.get(id)?.toSee === true).length,
    };
  });
  return {
    themes: themes
      .filter(({ questions: asked }) => asked.length > 0)
      .toSorted((a, b) => (b.risk ?? -1) - (a.risk ?? -1)),
    outOfScope: document.themes.filter(({ questions: all }) => !all.some(({ id }) => reviews.has(id))),
  };
}

export function findAnswer(review: Review, questionId: string): GivenAnswer | undefined {
  const said = review.answers.find((one) => one.questionId === questionId);
  return said === undefined ? undefined : toGiven(said);
}

export function toGiven(said: SaidAnswer): GivenAnswer | undefined {
  const comment = said.comment === '' ? {} : { comment: said.comment };
  switch (said.state) {
    case 'answered':
      return { state: 'answered', value: valueOf(said.value), ...comment };
    case 'refused':
      return { state: 'refused', ...comment };
    case 'na':
      return { state: 'na', justification: said.justification, ...comment };
    default:
      return undefined;
  }
}

/** What the sentences of the trace speak of: the answers, with those put in their place. */
export function answersOf(review: Review): Answers {
  const entries = review.questions.flatMap((one): [string, Answer][] => {
    const { questionId, override } = one;
    if (override?.stands === true)
      return [
        [questionId, override.state === 'refused' ? { refused: true } : { v: valueOf(override.value) }],
      ];
    const given = findAnswer(review, questionId);
    if (given?.state === 'answered') return [[questionId, { v: given.value }]];
    if (given?.state === 'refused') return [[questionId, { refused: true }]];
    return [];
  });
  return Object.fromEntries(entries);
}

/** A piece as it stands beside one question. */
export interface PieceHere {
  readonly piece: Piece;
  readonly here: PieceReview;
}

export function piecesOf({ pieces }: Review, questionId: string): PieceHere[] {
  return pieces.flatMap((piece) => {
    const here = piece.questions.find((one) => one.questionId === questionId);
    return here === undefined ? [] : [{ piece, here }];
  });
}

export function questionReviewOf({ questions }: Review, questionId: string): QuestionReview | undefined {
  return questions.find((one) => one.questionId === questionId);
}

/** Questions in the order in which they are gone through: the most risky theme first. */
export function walkOf(themes: readonly ReviewedTheme[]): readonly string[] {
  return themes.flatMap(({ questions }) => questions.map(({ id }) => id));
}

/** The next question to see after this one, round to the start. */
export function nextToSee(review: Review, walk: readonly string[], from: string): string | undefined {
  const at = walk.indexOf(from);
  const after = [...walk.slice(at + 1), ...walk.slice(0, Math.max(0, at))];
  return after.find((id) => questionReviewOf(review, id)?.toSee === true);
}

export function findTheme(themes: readonly ReviewedTheme[], questionId: string): ReviewedTheme | undefined {
  return themes.find(({ questions }) => questions.some(({ id }) => id === questionId));
}
