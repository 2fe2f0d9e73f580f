import { fieldRefusal, pointer, type FieldRefusal } from '../../decision.js';
import { compileCondition } from '../../scoring/context-condition.js';
import type { CompiledDocument } from '../../scoring/compile-document.js';
import { compileKnockout, findActive, type CompiledKnockout } from '../../scoring/knockouts.js';
import type { Resolved } from '../../scoring/resolve-questions.js';
import { questionsIn } from '../narrow-document.js';
import { contextsOf } from './contexts.js';
import { worseningRefusal } from './refusals.js';
import { atomsOf, type Step } from './states.js';
import { withState, type Walk } from './steps.js';

/** Beyond this many combinations of the other questions of a knock-out, the first are tried. */
const maxCombinations = 2048;

interface Ground {
  readonly compiled: CompiledDocument;
  readonly walk: Walk;
  readonly places: ReadonlyMap<string, number>;
  /** By place of the question, the conditions on it of all knock-outs, one by one: what tells two of its states apart. */
  readonly atoms: ReadonlyMap<number, readonly CompiledKnockout[]>;
}

/**
 * A worse answer lifts no floor unless another one as high takes its place. Evidence that is wanting, and a row of a table, are
 * looked at only where an answer stands: without a floor for the worst answer, refusing or saying worse would escape them.
 */
export function checkFloors(compiled: CompiledDocument, walk: Walk): readonly FieldRefusal[] {
  const places = new Map(compiled.questions.map(({ id }, place) => [id, place]));
  const atoms = new Map<number, CompiledKnockout[]>();
  for (const knockout of compiled.document.knockouts) {
    for (const when of atomsOf(knockout.when)) {
      const place = places.get(when.q) ?? -1;
      atoms.set(place, [...(atoms.get(place) ?? []), compileKnockout({ ...knockout, when }, places)]);
    }
  }
  const ground = { compiled, walk, places, atoms };
  return compiled.knockouts.flatMap(({ knockout }, index) => {
    for (const question of new Set(questionsIn(knockout.when))) {
      const dodge = findDodge(ground, index, places.get(question));
      if (dodge !== undefined) {
        return [worseningRefusal(pointer('knockouts', index, 'when'), 'knockout', dodge, {})];
      }
    }
    return [];
  });
}

function findDodge(ground: Ground, index: number, place: number | undefined): Step['cause'] | undefined {
  const one = ground.compiled.knockouts[index];
  if (one === undefined || place === undefined) return undefined;
  const steps = tellingSteps(ground, place);
  const partners = [...new Set(questionsIn(one.knockout.when))].flatMap((id) => {
    const other = ground.places.get(id);
    return other === undefined || other === place ? [] : [other];
  });
  for (const beside of combine(ground, partners)) {
    for (const { from, to, cause } of steps) {
      const [before, after] = [from, to].map((state) => activeIn(ground, withState(beside, place, state)));
      if (!before?.has(index) || after === undefined || after.has(index)) continue;
      if (!isCovered(ground, index, place, after)) return cause;
    }
  }
  return undefined;
}

/** Steps of the question that some condition of a knock-out tells, each once. */
function tellingSteps(ground: Ground, place: number): readonly Step[] {
  const steps = new Map<string, Step>();
  for (const step of ground.walk.movements[place]?.steps ?? []) {
    const [from, to] = [patternOf(ground, place, step.from), patternOf(ground, place, step.to)];
    if (from !== to && !steps.has(`${from} ${to}`)) steps.set(`${from} ${to}`, step);
  }
  return [...steps.values()];
}

function patternOf(ground: Ground, place: number, state: Resolved): string {
  const facts = factsFor(ground, withState([], place, state));
  const atoms = ground.atoms.get(place) ?? [];
  return atoms.map((atom) => (findActive(atom, facts) === undefined ? '0' : '1')).join('');
}

/** One state of each partner per pattern, in every combination. */
function combine(ground: Ground, partners: readonly number[]): readonly (readonly Resolved[])[] {
  return partners.reduce<readonly (readonly Resolved[])[]>(
    (combinations, place) => {
      const states = ground.walk.movements[place]?.states ?? [];
      const distinct = new Map(states.map((state) => [patternOf(ground, place, state), state]));
      return combinations
        .flatMap((beside) => [...distinct.values()].map((state) => withState(beside, place, state)))
        .slice(0, maxCombinations);
    },
    [[]],
  );
}

function activeIn(ground: Ground, resolved: readonly Resolved[]): ReadonlySet<number> {
  const facts = factsFor(ground, resolved);
  return new Set(
    ground.compiled.knockouts.flatMap((one, index) => (findActive(one, facts) === undefined ? [] : [index])),
  );
}

/** Questions that are not placed are read by no knock-out, as those out of scope. */
function factsFor({ compiled }: Ground, resolved: readonly Resolved[]) {
  return {
    questions: compiled.questions,
    resolved,
    reads: (place: number) => resolved[place] !== undefined && resolved[place].status !== 'na',
    asOf: noDay,
  };
}

/** In every engagement where the knock-out and its question are in scope, one with as high a floor is. */
function isCovered(ground: Ground, index: number, place: number, active: ReadonlySet<number>): boolean {
  const { document, questions } = ground.compiled;
  const lifted = document.knockouts[index];
  const question = questions[place];
  if (lifted === undefined || question === undefined) return false;
  const covers = document.knockouts.filter((one, other) => active.has(other) && one.floor >= lifted.floor);
  const scopes = [lifted.scope, question.question.scope, document.themes[question.themeIndex]?.scope];
  const contexts = contextsOf(document.context, [...scopes, ...covers.map(({ scope }) => scope)]);
  if (contexts === undefined) return covers.some(({ scope }) => scope === undefined);
  const inScope = scopes.map(compileCondition);
  const covering = covers.map(({ scope }) => compileCondition(scope));
  return contexts.every(
    (context) => !inScope.every((test) => test(context)) || covering.some((test) => test(context)),
  );
}

function noDay(): never {
  throw new RangeError('no answer that is tried holds a date');
}

/** Conditions that no answer and no engagement can meet. */
export function checkIdleKnockouts(compiled: CompiledDocument, walk: Walk): readonly FieldRefusal[] {
  const places = new Map(compiled.questions.map(({ id }, place) => [id, place]));
  const ground = { compiled, walk, places, atoms: new Map<number, readonly CompiledKnockout[]>() };
  return compiled.knockouts.flatMap(({ knockout }, index) => {
    const partners = [...new Set(questionsIn(knockout.when))].flatMap((id) => places.get(id) ?? []);
    const alone = atomsOf(knockout.when).filter((when) => {
      const place = places.get(when.q);
      const atom = compileKnockout({ ...knockout, when }, places);
      const states = place === undefined ? [] : (walk.movements[place]?.states ?? []);
      return !states.some((state) => findActive(atom, factsFor(ground, withState([], place ?? 0, state))));
    });
    return alone.length > 0 && partners.length > 0
      ? [fieldRefusal(pointer('knockouts', index, 'when'), 'condition-never-holds')]
      : [];
  });
}
