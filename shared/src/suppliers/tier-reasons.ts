import type {
  ContextCondition,
  ContextFact,
  ContextValue,
  EngagementContext,
} from '../questionnaires/document.js';
import { holds } from '../scoring/context-condition.js';
import type { InherentTierTrace, TierRules } from '../scoring/inherent-tier.js';

export interface TierReason {
  readonly fact: ContextFact;
  readonly value: ContextValue;
}

/** The facts of the minimum that raised the tier above what the points give; none when the points decide. */
export function raisingFacts(
  rules: Pick<TierRules, 'context' | 'tierMinimums'>,
  context: EngagementContext,
  trace: Pick<InherentTierTrace, 'tier' | 'tierOfPoints'>,
): TierReason[] {
  if (trace.tier === trace.tierOfPoints) return [];
  const minimum = rules.tierMinimums.find(({ when, tier }) => tier === trace.tier && holds(when, context));
  const keys = minimum === undefined ? [] : factsNamed(minimum.when);
  return rules.context.flatMap((fact) => {
    const value = keys.includes(fact.key) ? context[fact.key] : undefined;
    return value === undefined ? [] : [{ fact, value }];
  });
}

function factsNamed(condition: ContextCondition): string[] {
  if ('all' in condition) return condition.all.flatMap(factsNamed);
  if ('any' in condition) return condition.any.flatMap(factsNamed);
  return 'not' in condition ? factsNamed(condition.not) : Object.keys(condition.ctx);
}
