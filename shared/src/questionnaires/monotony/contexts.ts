import { compileCondition } from '../../scoring/context-condition.js';
import type { ContextCondition, ContextFact, EngagementContext } from '../document.js';

/** Beyond this many combinations of facts nothing is said of a scope. */
const maxContexts = 4096;

/** Every combination of the facts that the conditions name; nothing when there are too many to try. */
export function contextsOf(
  facts: readonly ContextFact[],
  conditions: readonly (ContextCondition | undefined)[],
): readonly EngagementContext[] | undefined {
  const named = new Set(conditions.flatMap(factsOf));
  const wanted = facts.filter(({ key }) => named.has(key));
  const count = wanted.reduce((product, fact) => product * valuesOf(fact).length, 1);
  if (count > maxContexts) return undefined;
  return wanted.reduce<readonly EngagementContext[]>(
    (contexts, fact) =>
      contexts.flatMap((context) => valuesOf(fact).map((value) => ({ ...context, [fact.key]: value }))),
    [{}],
  );
}

/** Whether some engagement meets all of the conditions; taken for granted when there are too many to try. */
export function canHold(
  facts: readonly ContextFact[],
  conditions: readonly (ContextCondition | undefined)[],
): boolean {
  const tests = conditions.map(compileCondition);
  const contexts = contextsOf(facts, conditions);
  return contexts === undefined || contexts.some((context) => tests.every((test) => test(context)));
}

function valuesOf({ kind, values = [] }: ContextFact): readonly (boolean | string)[] {
  return kind === 'bool' ? [true, false] : values.map(({ value }) => value);
}

export function factsOf(condition: ContextCondition | undefined): readonly string[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(factsOf);
  if ('any' in condition) return condition.any.flatMap(factsOf);
  if ('not' in condition) return factsOf(condition.not);
  return Object.keys(condition.ctx);
}
