import { accept, fieldRefusal, pointer, refuseFields, type Decision } from '../decision.js';
import { maxLengths } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import type {
  ContextCondition,
  ContextFact,
  ContextValue,
  EngagementContext,
  QuestionnaireDocument,
  Tier,
} from '../questionnaires/document.js';
import { checkContext } from '../scoring/check-case.js';
import { holds } from '../scoring/context-condition.js';
import { traceInherentTier, type InherentTierTrace, type TierRules } from '../scoring/inherent-tier.js';

export interface EngagementFacts {
  readonly name: string;
  readonly description: string;
  readonly context: EngagementContext;
}

export const engagementFields = ['name', 'description', 'context'] as const;

export interface DecidedEngagement extends EngagementFacts {
  readonly tier: Tier;
  readonly points: number;
}

/**
 * The engagement with its inherent tier. Every fact of the context is asked for: one left out would count for nothing and
 * lower the tier in silence.
 */
export function decideEngagement(
  document: QuestionnaireDocument,
  typed: EngagementFacts,
): Decision<DecidedEngagement> {
  const errors = [
    ...checkText('/name', typed.name, { max: maxLengths.name }),
    ...checkText('/description', typed.description, {
      max: maxLengths.longText,
      multiline: true,
      optional: true,
    }),
    ...checkContext(document, typed.context, '/context'),
    ...missingFacts(document, typed.context).map((key) =>
      fieldRefusal(`/context${pointer(key)}`, 'required'),
    ),
  ];
  if (errors.length > 0) return refuseFields(errors);
  const { tier, points } = traceInherentTier(document, typed.context);
  const context = Object.fromEntries(
    document.context.map(({ key }): [string, ContextValue] => [key, typed.context[key] ?? false]),
  );
  return accept({
    name: tidyText(typed.name),
    description: tidyText(typed.description),
    context,
    tier,
    points,
  });
}

export function missingFacts(rules: Pick<TierRules, 'context'>, context: unknown): string[] {
  if (typeof context !== 'object' || context === null || Array.isArray(context)) return [];
  return rules.context.map(({ key }) => key).filter((key) => !Object.hasOwn(context, key));
}

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
