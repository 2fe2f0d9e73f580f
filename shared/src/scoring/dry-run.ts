import { findGiven, noneValue, type GivenAnswers } from '../answers/given-answer.js';
import { addMonths, type Day } from '../calendar.js';
import type {
  AnswerValue,
  ContextFact,
  EngagementContext,
  EvidenceLevel,
  Question,
  QuestionnaireDocument,
} from '../questionnaires/document.js';
import type { Answer, Answers } from './answer.js';
import { bestValue } from './best-answers.js';

export const fills = ['best', 'worst', 'empty'] as const;
export type Fill = (typeof fills)[number];

export interface DryRun {
  /** What every question is answered with, unless a person answers it. */
  readonly fill: Fill;
  /** What a person invented. */
  readonly given: GivenAnswers;
  /** The piece that stands behind every answer; absent: none. */
  readonly level?: EvidenceLevel;
}

/** Invented answers as the score reads them. Whoever invents accepts that something does not apply. */
export function inventAnswers(document: QuestionnaireDocument, { fill, given, level }: DryRun): Answers {
  const ev = level === undefined ? {} : { ev: [level] };
  const entries = document.themes.flatMap(({ questions }) =>
    questions.flatMap((question): [string, Answer][] => {
      const answer = findGiven(given, question.id);
      if (answer?.state === 'refused') return [[question.id, { refused: true }]];
      if (answer?.state === 'na') return [[question.id, { na: 'accepted' }]];
      if (answer?.state === 'answered') return [[question.id, { v: answer.value, ...ev }]];
      if (fill === 'empty' || Object.hasOwn(given, question.id)) return [];
      return [[question.id, { v: valueOf(question, fill), ...ev }]];
    }),
  );
  return Object.fromEntries(entries);
}

/** The same as a supplier would give them; tables and texts are left to be written. */
export function fillIn(document: QuestionnaireDocument, fill: Fill, today: Day): GivenAnswers {
  if (fill === 'empty') return {};
  const entries = document.themes.flatMap(({ questions }) =>
    questions.flatMap((question): [string, GivenAnswers[string]][] => {
      if (question.type === 'table' || question.type === 'text' || question.type === 'file') return [];
      const value = valueOf(question, fill);
      const asGiven =
        question.type === 'date_age' && typeof value === 'number'
          ? addMonths(today, -Math.round(value))
          : value;
      return [[question.id, { state: 'answered', value: asGiven }]];
    }),
  );
  return Object.fromEntries(entries);
}

function valueOf(question: Question, fill: Exclude<Fill, 'empty'>): AnswerValue {
  return fill === 'best' ? bestValue(question) : worstValue(question);
}

/** The answer that a question could worst have, short of silence. */
export function worstValue(question: Question): AnswerValue {
  switch (question.type) {
    case 'single':
      return highest(question.options, ({ risk = 1 }) => risk)?.value ?? '';
    case 'multi':
      return [];
    case 'number':
    case 'duration':
    case 'date_age': {
      const point = highest(question.curve, ([, risk]) => risk);
      const none = question.noneRisk !== undefined && question.noneRisk >= (point?.[1] ?? 0);
      return none ? noneValue : (point?.[0] ?? 0);
    }
    case 'table':
      return [];
    case 'text':
    case 'file':
      return '';
  }
}

/** The first of the highest. */
function highest<T>(items: readonly T[], measure: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (worst, item) => (worst === undefined || measure(item) > measure(worst) ? item : worst),
    undefined,
  );
}

/** An engagement for which as much as can be is asked: every fact holds, and of several values the one that weighs most. */
export function fullContext(facts: readonly ContextFact[]): EngagementContext {
  return Object.fromEntries(
    facts.map(({ key, kind, values = [] }) => [
      key,
      kind === 'bool' ? true : (highest(values, ({ points }) => points)?.value ?? ''),
    ]),
  );
}
