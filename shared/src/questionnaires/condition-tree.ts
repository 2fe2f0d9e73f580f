import type { ContextCondition, ContextFact, ContextValue } from './document.js';

/** A condition as one builds it by clicking: facts that are or are not so, in groups of which all, one or none hold. */
export type ConditionNode =
  | { readonly kind: 'fact'; readonly key: string; readonly value: ContextValue; readonly is: boolean }
  | { readonly kind: 'group'; readonly mode: GroupMode; readonly parts: readonly ConditionNode[] };

export const groupModes = ['all', 'any', 'none'] as const;
export type GroupMode = (typeof groupModes)[number];
export type ConditionGroup = Extract<ConditionNode, { readonly kind: 'group' }>;

/** Always a group at the top, so that a second condition has somewhere to stand. */
export function toTree(condition: ContextCondition): ConditionGroup {
  const node = toNode(condition);
  return node.kind === 'group' ? node : { kind: 'group', mode: 'all', parts: [node] };
}

function toNode(condition: ContextCondition): ConditionNode {
  if ('all' in condition) return { kind: 'group', mode: 'all', parts: condition.all.map(toNode) };
  if ('any' in condition) return { kind: 'group', mode: 'any', parts: condition.any.map(toNode) };
  if ('not' in condition) {
    const inner = toNode(condition.not);
    if (inner.kind === 'fact') return { ...inner, is: !inner.is };
    return { kind: 'group', mode: 'none', parts: inner.mode === 'any' ? inner.parts : [inner] };
  }
  const facts = Object.entries(condition.ctx).map(([key, value]): ConditionNode => ({
    kind: 'fact',
    key,
    value,
    is: true,
  }));
  const [only] = facts;
  return only !== undefined && facts.length === 1 ? only : { kind: 'group', mode: 'all', parts: facts };
}

/** Nothing for a tree without a fact: the question is then asked always. */
export function fromTree(node: ConditionNode): ContextCondition | undefined {
  if (node.kind === 'fact') {
    const ctx = { ctx: { [node.key]: node.value } };
    return node.is ? ctx : { not: ctx };
  }
  const parts = node.parts.flatMap((part) => fromTree(part) ?? []);
  const [only] = parts;
  if (only === undefined) return undefined;
  if (node.mode === 'none') return { not: parts.length === 1 ? only : { any: parts } };
  if (parts.length === 1) return only;
  return node.mode === 'all' ? { all: parts } : { any: parts };
}

/** The condition that a new line begins with. */
export function firstFact(facts: readonly ContextFact[]): ConditionNode | undefined {
  const [fact] = facts;
  return fact === undefined ? undefined : { kind: 'fact', key: fact.key, value: firstValue(fact), is: true };
}

export function firstValue({ kind, values = [] }: ContextFact): ContextValue {
  return kind === 'bool' ? true : (values[0]?.value ?? '');
}
