import type { Knockout, KnockoutCondition } from '../questionnaires/document.js';
import { atLeast } from './at-least.js';
import { compileCondition, type ContextTest } from './context-condition.js';
import type { CompiledQuestion } from './compile-document.js';
import { hasHdsActivities, largestRowRisk, rowsOf, type DayOfScore } from './raw-risk.js';
import type { Resolved } from './resolve-questions.js';

/** From the worst to the least settled. unlawful: an answer given says so; undemonstrated: silence, a refusal or a missing proof; proved: any other answer given. */
export const knockoutStates = ['unlawful', 'proved', 'undemonstrated'] as const;
export type KnockoutState = (typeof knockoutStates)[number];

export interface ActiveKnockout {
  readonly id: string;
  readonly floor: number;
  /** As the document states it; `state` says whether it may be shown as such. */
  readonly flag: string;
  readonly state: KnockoutState;
  /** The questions whose risk or missing proof decided. */
  readonly questions: readonly string[];
}

export interface KnockoutFacts {
  readonly questions: readonly CompiledQuestion[];
  readonly resolved: readonly Resolved[];
  /** False for a question that knock-outs do not read: out of scope, accepted N/A, or left out of facts only. */
  readonly reads: (place: number) => boolean;
  readonly asOf: DayOfScore;
}

/** How well a condition is established: not at all, without an answer, by an answer to a parent, by an answer given. */
const grounds = { none: 0, silence: 1, 'parent-answer': 2, answer: 3 } as const;
type Ground = (typeof grounds)[keyof typeof grounds];

/** Gives the ground and adds the questions that decide. */
type Test = (facts: KnockoutFacts, deciding: string[]) => Ground;

export interface CompiledKnockout {
  readonly knockout: Knockout;
  readonly inScope: ContextTest;
  readonly test: Test;
}

export function compileKnockout(knockout: Knockout, places: ReadonlyMap<string, number>): CompiledKnockout {
  return { knockout, inScope: compileCondition(knockout.scope), test: compileTest(knockout.when, places) };
}

/** The knock-out with its state when its condition holds. Weights play no part. */
export function findActive(
  { knockout, test }: CompiledKnockout,
  facts: KnockoutFacts,
): ActiveKnockout | undefined {
  const deciding: string[] = [];
  const ground = test(facts, deciding);
  if (ground === grounds.none) return undefined;
  const { id, floor, flag } = knockout;
  return { id, floor, flag, state: stateOf(flag, ground), questions: [...new Set(deciding)] };
}

/** Silence is no admission: only an answer to the deciding question itself makes a set-up unlawful. */
function stateOf(flag: string, ground: Ground): KnockoutState {
  if (ground === grounds.silence) return 'undemonstrated';
  if (flag !== 'unlawful') return 'proved';
  return ground === grounds.answer ? 'unlawful' : 'undemonstrated';
}

function compileTest(condition: KnockoutCondition, places: ReadonlyMap<string, number>): Test {
  if ('any' in condition) return compileAny(condition.any.map((part) => compileTest(part, places)));
  if ('all' in condition) return compileAll(condition.all.map((part) => compileTest(part, places)));
  const place = places.get(condition.q);
  // A copied questionnaire may leave the question out.
  if (place === undefined) return () => grounds.none;
  return (facts, deciding) => {
    const one = facts.resolved[place];
    if (one === undefined || !facts.reads(place)) return grounds.none;
    const ground = groundOf(condition, one, facts.questions[place], facts.asOf);
    if (ground !== grounds.none) deciding.push(one.id);
    return ground;
  };
}

function compileAny(tests: readonly Test[]): Test {
  return (facts, deciding) =>
    tests.reduce<Ground>((best, test) => larger(best, test(facts, deciding)), grounds.none);
}

function compileAll(tests: readonly Test[]): Test {
  return (facts, deciding) => {
    const own: string[] = [];
    let weakest: Ground = grounds.answer;
    for (const test of tests) {
      const ground = test(facts, own);
      if (ground === grounds.none) return grounds.none;
      if (ground < weakest) weakest = ground;
    }
    deciding.push(...own);
    return weakest;
  };
}

function larger(one: Ground, other: Ground): Ground {
  return one >= other ? one : other;
}

type Atom = Extract<KnockoutCondition, { q: string }>;

function groundOf(
  atom: Atom,
  one: Resolved,
  question: CompiledQuestion | undefined,
  asOf: DayOfScore,
): Ground {
  if ('riskGte' in atom) {
    if (!atLeast(one.risk, atom.riskGte)) return grounds.none;
    return admits(one, question, atom.riskGte, asOf) ? grounds[one.basis] : grounds.silence;
  }
  if ('phiLt' in atom) {
    // What is wanting here is the proof, not a better answer.
    return one.phi < atom.phiLt && one.risk < 1 ? grounds.silence : grounds.none;
  }
  const { hdsActivitiesNotEmpty, rGte } = atom.anyRow;
  const riskOfRow = question?.riskOfRow;
  if (one.status !== 'answered' || riskOfRow === undefined) return grounds.none;
  const found = rowsOf(one.value).some(
    (row) => hasHdsActivities(row) === hdsActivitiesNotEmpty && riskOfRow(row, asOf) >= rGte,
  );
  return found ? grounds.answer : grounds.none;
}

/** An empty table, or one that lacks a required row, states nothing: only a row that stands there admits its risk. */
function admits(
  one: Resolved,
  question: CompiledQuestion | undefined,
  limit: number,
  asOf: DayOfScore,
): boolean {
  const riskOfRow = question?.riskOfRow;
  if (one.status !== 'answered' || riskOfRow === undefined) return true;
  return atLeast(largestRowRisk(rowsOf(one.value), riskOfRow, asOf), limit);
}
