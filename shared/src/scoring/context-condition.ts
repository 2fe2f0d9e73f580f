import type { ContextCondition, EngagementContext } from '../questionnaires/document.js';

export type ContextTest = (context: EngagementContext) => boolean;

const always: ContextTest = () => true;

/** No condition always holds. */
export function holds(condition: ContextCondition | undefined, context: EngagementContext): boolean {
  return compileCondition(condition)(context);
}

export function compileCondition(condition: ContextCondition | undefined): ContextTest {
  if (condition === undefined) return always;
  if ('all' in condition) {
    const tests = condition.all.map(compileCondition);
    return (context) => tests.every((test) => test(context));
  }
  if ('any' in condition) {
    const tests = condition.any.map(compileCondition);
    return (context) => tests.some((test) => test(context));
  }
  if ('not' in condition) {
    const test = compileCondition(condition.not);
    return (context) => !test(context);
  }
  const facts = Object.entries(condition.ctx);
  const [only] = facts;
  if (only !== undefined && facts.length === 1) {
    const [key, value] = only;
    return (context) => context[key] === value && Object.hasOwn(context, key);
  }
  // Own keys only: a fact the buyer did not state equals nothing.
  return (context) => facts.every(([key, value]) => Object.hasOwn(context, key) && context[key] === value);
}
