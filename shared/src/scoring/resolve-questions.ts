import type { AnswerValue, EngagementContext } from '../questionnaires/document.js';
import type { Answer, Answers } from './answer.js';
import type { CompiledDocument, CompiledQuestion } from './compile-document.js';
import { strongest } from './evidence-strength.js';
import { findInherited, type Inherited } from './inheritance.js';
import type { DayOfScore } from './raw-risk.js';

export const lineStatuses = ['answered', 'refused', 'missing', 'inherited', 'na', 'out-of-scope'] as const;
export type LineStatus = (typeof lineStatuses)[number];

/** as-given: silence is worst; unknown-best: silence is the best answer, proven; all-proven: every answer is proven. */
export const scenarios = ['as-given', 'unknown-best', 'all-proven'] as const;
export type Scenario = (typeof scenarios)[number];

/** Where a risk comes from: an answer to this very question, an answer to its parent, or nobody's answer. */
export type Basis = 'answer' | 'parent-answer' | 'silence';

export interface Resolved {
  readonly id: string;
  readonly status: LineStatus;
  /** Raw risk, or the inherited one; 1 when missing or refused, 0 where it does not count. */
  readonly risk: number;
  readonly phi: number;
  readonly basis: Basis;
  /** Of an answered question only. */
  readonly value: AnswerValue | undefined;
  readonly inheritedFrom: string | null;
}

export interface Resolving {
  readonly context: EngagementContext;
  readonly answers: Answers;
  readonly scenario: Scenario;
  readonly asOf: DayOfScore;
}

/** Status, risk and strength of each question, in the order of the document. */
export function resolveQuestions(compiled: CompiledDocument, input: Resolving): readonly Resolved[] {
  const themesInScope = compiled.themeScopes.map((inScope) => inScope(input.context));
  const resolved: Resolved[] = [];
  for (const question of compiled.questions) {
    resolved.push(
      themesInScope[question.themeIndex] === true && question.inScope(input.context)
        ? resolveInScope(compiled, question, input, resolved)
        : question.silences['out-of-scope'],
    );
  }
  return resolved;
}

function resolveInScope(
  compiled: CompiledDocument,
  question: CompiledQuestion,
  input: Resolving,
  before: readonly Resolved[],
): Resolved {
  const inherited = question.inheritance && findInherited(question.inheritance, before);
  if (inherited !== undefined) return inheriting(question.id, inherited);
  const answer = input.answers[question.id];
  // Own keys only: an id that every object knows is no answer.
  if (answer === undefined || !Object.hasOwn(input.answers, question.id)) {
    return input.scenario === 'unknown-best'
      ? answered(question, question.bestValue, 1, input.asOf)
      : question.silences.missing;
  }
  if ('refused' in answer) return question.silences.refused;
  if ('na' in answer) return answer.na === 'accepted' ? question.silences.na : question.silences.missing;
  return answered(question, answer.v, strengthOf(compiled, answer, input.scenario), input.asOf);
}

function strengthOf(compiled: CompiledDocument, answer: Answer, scenario: Scenario): number {
  return scenario === 'all-proven' ? 1 : strongest(answer.ev, compiled.levels);
}

function answered(question: CompiledQuestion, value: AnswerValue, phi: number, asOf: DayOfScore): Resolved {
  const risk = question.riskOf(value, asOf);
  return { id: question.id, status: 'answered', risk, phi, basis: 'answer', value, inheritedFrom: null };
}

/** The state of a question that takes its risk from another. */
export function inheriting(id: string, { risk, phi, parent }: Inherited): Resolved {
  const basis = parent.basis === 'silence' ? 'silence' : 'parent-answer';
  return { id, status: 'inherited', risk, phi, basis, value: undefined, inheritedFrom: parent.id };
}

/** The states of a question that nobody answered never change: they are made once. */
export type Silences = Readonly<Record<Exclude<LineStatus, 'answered' | 'inherited'>, Resolved>>;

export function silences(id: string): Silences {
  return {
    missing: silent(id, 'missing', 1),
    refused: silent(id, 'refused', 1),
    na: silent(id, 'na', 0),
    'out-of-scope': silent(id, 'out-of-scope', 0),
  };
}

function silent(id: string, status: LineStatus, risk: number): Resolved {
  return { id, status, risk, phi: 0, basis: 'silence', value: undefined, inheritedFrom: null };
}
