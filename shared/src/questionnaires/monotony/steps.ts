import type { CompiledDocument, CompiledQuestion } from '../../scoring/compile-document.js';
import { counts } from '../../scoring/counts.js';
import { findInherited, type Inheritance, type Inherited } from '../../scoring/inheritance.js';
import { inheriting, type Resolved } from '../../scoring/resolve-questions.js';
import { discounted } from '../../scoring/trace.js';
import { atomsOf, limitsOf, nameOf, ownStates, type Limits, type Step, type Worsening } from './states.js';

/** How a question may stand, and how it moves when an answer, its own or one it depends on, gets worse. */
export interface Movements {
  readonly states: readonly Resolved[];
  readonly steps: readonly Step[];
  /** Whether an answer to the questions before leaves it to be asked at all. */
  readonly asked: boolean;
  /** Rules that no answer makes decide, by place. */
  readonly idleRules: readonly number[];
}

/** A worse answer that lowers the risk of a line, with the rule that does so. */
export interface Reward {
  readonly place: number;
  readonly rule: number;
  readonly cause: Worsening;
  readonly before: number;
  readonly after: number;
}

export interface Walk {
  readonly limits: Limits;
  /** By place; questions that no rule looks at have none. */
  readonly movements: readonly Movements[];
  readonly rewards: readonly Reward[];
}

/**
 * Works out, in the order of the document, every way in which a question gets worse. A line that gets better with a worse
 * answer lowers the score as soon as a weight profile counts it enough, whatever its weight in the document.
 */
export function walkDocument(compiled: CompiledDocument): Walk {
  const limits = limitsOf(compiled);
  const movements: Movements[] = [];
  const rewards: Reward[] = [];
  const looked = placesLookedAt(compiled);
  compiled.questions.forEach((question, place) => {
    if (!looked.has(place)) {
      movements.push(unmoved);
      return;
    }
    const own = ownStates(question, limits);
    const all =
      question.inheritance === undefined
        ? { ...own, asked: true, idleRules: [] }
        : moveWithParents(question, question.inheritance, own, movements);
    const kept = all.steps.filter((step) => {
      if (neverBetter(question, step)) return true;
      const rule = 'rule' in step && typeof step.rule === 'number' ? step.rule : 0;
      rewards.push({
        place,
        rule,
        cause: step.cause,
        before: worth(question, step.from),
        after: worth(question, step.to),
      });
      return false;
    });
    movements.push({ ...all, steps: kept });
  });
  return { limits, movements, rewards };
}

const unmoved: Movements = { states: [], steps: [], asked: true, idleRules: [] };

/** Questions that a rule or a knock-out looks at, or that a rule decides; the risk of any other follows its own answer alone. */
function placesLookedAt({ document, questions }: CompiledDocument): ReadonlySet<number> {
  const deciding = new Set(document.knockouts.flatMap(({ when }) => atomsOf(when).map(({ q }) => q)));
  return new Set(
    questions.flatMap(({ id, inheritance }, place) => [
      ...(deciding.has(id) || inheritance !== undefined ? [place] : []),
      ...(inheritance?.rules.map(({ parent }) => parent) ?? []),
    ]),
  );
}

interface RuledStep extends Step {
  readonly rule: number;
}

interface Outcome {
  readonly inherited: Inherited | undefined;
  readonly state: Resolved | undefined;
}

function moveWithParents(
  question: CompiledQuestion,
  inheritance: Inheritance,
  own: { readonly states: readonly Resolved[]; readonly steps: readonly Step[] },
  before: readonly Movements[],
): Movements {
  const parents = [...new Set(inheritance.rules.map(({ parent }) => parent))];
  const outcome = (resolved: readonly Resolved[]): Outcome => {
    const inherited = findInherited(inheritance, resolved);
    return { inherited, state: inherited && inheriting(question.id, inherited) };
  };
  const found = new Map<string, Outcome>();
  const steps = new Map<string, RuledStep>();
  for (const parent of parents) {
    for (const beside of besides(parents, parent, before)) {
      for (const step of before[parent]?.steps ?? []) {
        const [from, to] = [step.from, step.to].map((one) => outcome(withState(beside, parent, one)));
        if (from && to) addSteps(steps, own.states, from, to, step.cause);
      }
      for (const one of before[parent]?.states ?? []) {
        const reached = outcome(withState(beside, parent, one));
        if (reached.state) found.set(nameOf(reached.state), reached);
      }
    }
  }
  const asked = parents.every((parent) => leavesAsked(parent, before, outcome));
  const deciding = new Set(
    parents.flatMap((parent) =>
      (before[parent]?.states ?? []).map((one) => outcome(withState([], parent, one)).inherited?.rule),
    ),
  );
  return {
    states: [...(asked ? own.states : []), ...[...found.values()].flatMap(({ state }) => state ?? [])],
    steps: [...(asked ? own.steps : []), ...steps.values()],
    asked,
    idleRules: inheritance.rules.map(({ index }) => index).filter((index) => !deciding.has(index)),
  };
}

/** The first rule that applies decides: it is enough to try the others with one of them applying at a time, or none. */
function besides(
  parents: readonly number[],
  moving: number,
  before: readonly Movements[],
): readonly (readonly Resolved[])[] {
  const others = parents.filter((parent) => parent !== moving);
  return [
    [],
    ...others.flatMap((parent) => (before[parent]?.states ?? []).map((one) => withState([], parent, one))),
  ];
}

/** A list with holes, as the engine sees questions out of scope. */
export function withState(beside: readonly Resolved[], place: number, one: Resolved): readonly Resolved[] {
  const resolved = [...beside];
  resolved[place] = one;
  return resolved;
}

function leavesAsked(
  parent: number,
  before: readonly Movements[],
  outcome: (resolved: readonly Resolved[]) => Outcome,
): boolean {
  return (before[parent]?.states ?? []).some(
    (one) => outcome(withState([], parent, one)).inherited === undefined,
  );
}

function addSteps(
  steps: Map<string, RuledStep>,
  own: readonly Resolved[],
  before: Outcome,
  after: Outcome,
  cause: Worsening,
): void {
  const rule = after.inherited?.rule ?? before.inherited?.rule;
  if (rule === undefined) return;
  for (const from of before.state ? [before.state] : own) {
    for (const to of after.state ? [after.state] : own) {
      const name = `${nameOf(from)} → ${nameOf(to)}`;
      if (from.status !== 'na' && to.status !== 'na' && nameOf(from) !== nameOf(to) && !steps.has(name)) {
        steps.set(name, { from, to, cause, rule });
      }
    }
  }
}

const rounding = 1e-9;

/** r' of the line; one that is in no mean is as good as 0 to lose, and as bad as 1 to gain. */
function worth(question: CompiledQuestion, one: Resolved): number {
  return discounted(question, one);
}

function neverBetter(question: CompiledQuestion, { from, to }: Step): boolean {
  const [was, is] = [counts(question, from, false), counts(question, to, false)];
  if (!was && !is) return true;
  const before = was ? worth(question, from) : 1;
  const after = is ? worth(question, to) : 0;
  return after >= before - rounding;
}
