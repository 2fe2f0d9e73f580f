import { atLeast } from '../../scoring/at-least.js';
import type { CompiledDocument, CompiledQuestion } from '../../scoring/compile-document.js';
import { rowsOf } from '../../scoring/raw-risk.js';
import type { Resolved } from '../../scoring/resolve-questions.js';
import type { KnockoutCondition } from '../document.js';
import { possibleAnswers } from './possible-answers.js';

/** An answer that gets worse; what is told of it is the key of the choice, or the number. */
export interface Worsening {
  readonly question: string;
  readonly better: string | number;
  readonly worse: string | number;
  readonly by: 'answer' | 'refusal' | 'silence';
}

/** A question goes from one state to one that has to be no better. */
export interface Step {
  readonly from: Resolved;
  readonly to: Resolved;
  readonly cause: Worsening;
}

/** What the rules of a document look at: the thresholds of risk and of evidence. */
export interface Limits {
  readonly risks: readonly number[];
  readonly phis: readonly number[];
}

export function limitsOf({ document, questions }: CompiledDocument): Limits {
  const ofKnockouts = document.knockouts.flatMap(({ when }) => atomsOf(when));
  const ofRules = questions.flatMap(({ question }) => question.inheritIf ?? []);
  return {
    risks: unique([...ofKnockouts, ...ofRules].flatMap((rule) => ('riskGte' in rule ? [rule.riskGte] : []))),
    phis: unique([0, ...ofKnockouts.flatMap((atom) => ('phiLt' in atom ? [atom.phiLt] : [])), 1]),
  };
}

export type Atom = Extract<KnockoutCondition, { q: string }>;

export function atomsOf(condition: KnockoutCondition): readonly Atom[] {
  if ('any' in condition) return condition.any.flatMap(atomsOf);
  if ('all' in condition) return condition.all.flatMap(atomsOf);
  return [condition];
}

function unique(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

/** Every state that a question may have by its own answer, best first, and the steps from each to the next worse ones. */
export interface OwnStates {
  readonly states: readonly Resolved[];
  readonly steps: readonly Step[];
}

export function ownStates(question: CompiledQuestion, limits: Limits): OwnStates {
  const { missing, refused, na } = question.silences;
  const answers = possibleAnswers(question, limits.risks).toSorted((one, other) => one.risk - other.risk);
  const levels = groupByRisk(answers.map(({ value, risk }) => state(question.id, value, risk)));
  const worst = levels.at(-1) ?? [];
  const unlikeRefusal =
    levels.findLast(([one]) => one !== undefined && !atLeast(one.risk, refused.risk)) ?? [];
  const lessRisky = limits.phis.flatMap((phi) =>
    levels
      .slice(1)
      .flatMap((level, index) => pairs(levels[index] ?? [], level).map((pair) => proven(pair, phi))),
  );
  const byProof = levels.flat().flatMap((one) =>
    limits.phis.slice(1).map((phi, index): Step => {
      const weaker = limits.phis[index] ?? 0;
      return step({ ...one, phi }, { ...one, phi: weaker }, 'answer');
    }),
  );
  return {
    states: [
      ...levels.flat().flatMap((one) => limits.phis.map((phi) => ({ ...one, phi }))),
      refused,
      missing,
      ...(question.question.notApplicable ? [na] : []),
    ],
    steps: [
      ...lessRisky,
      ...byProof,
      ...unlikeRefusal.map((one) => step(one, refused, 'refusal')),
      ...[...worst, refused].map((one) => step(one, missing, 'silence')),
    ],
  };
}

function state(id: string, value: Resolved['value'], risk: number): Resolved {
  return { id, status: 'answered', risk, phi: 0, basis: 'answer', value, inheritedFrom: null };
}

function groupByRisk(sorted: readonly Resolved[]): readonly (readonly Resolved[])[] {
  const levels: Resolved[][] = [];
  for (const one of sorted) {
    const last = levels.at(-1);
    if (last?.[0] !== undefined && atLeast(last[0].risk, one.risk)) last.push(one);
    else levels.push([one]);
  }
  return levels;
}

function pairs(better: readonly Resolved[], worse: readonly Resolved[]): readonly Step[] {
  return better.flatMap((from) => worse.map((to) => step(from, to, 'answer')));
}

function proven({ from, to, cause }: Step, phi: number): Step {
  return { from: { ...from, phi }, to: { ...to, phi }, cause };
}

function step(from: Resolved, to: Resolved, by: Worsening['by']): Step {
  return { from, to, cause: { question: from.id, better: told(from), worse: told(to), by } };
}

function told({ value, risk }: Resolved): string | number {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Math.round(value * 100) / 100;
  if (!Array.isArray(value)) return Math.round(risk * 100) / 100;
  const [row] = rowsOf(value);
  if (row !== undefined)
    return Object.entries(row)
      .map(([key, cell]) => `${key}=${String(cell)}`)
      .join(' ');
  return value.length === 0 ? '–' : value.join(', ');
}

/** States that no rule and no line of the score tells apart have the same name. */
export function nameOf({ status, risk, phi, value }: Resolved): string {
  return `${status} ${String(risk)} ${String(phi)} ${JSON.stringify(value ?? null)}`;
}
