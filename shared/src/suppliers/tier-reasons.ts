import type {
  ContextCondition,
  ContextFact,
  ContextValue,
  EngagementContext,
  Language,
  Tier,
} from '../questionnaires/document.js';
import { holds } from '../scoring/context-condition.js';
import { traceInherentTier, type InherentTierTrace, type TierRules } from '../scoring/inherent-tier.js';
import { inSentence } from '../words/in-sentence.js';

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

/** A reason as it stands in a sentence: "données de santé", "accès au SI (administrateur du domaine)". */
export function tierReasonInWords({ fact, value }: TierReason, language: Language): string {
  const name = inSentence((fact.short ?? fact.label)[language]);
  if (typeof value === 'boolean') return name;
  return `${name} (${inSentence(factValueLabel(fact, value, language))})`;
}

/** Up to the bracket, which explains what the form has already said. */
export function factValueLabel(fact: ContextFact, value: string, language: Language): string {
  const label = fact.values?.find((one) => one.value === value)?.label[language] ?? value;
  return label.replace(/\s*\(.*$/, '');
}

export interface TierOutlook {
  /** Facts not stated yet that may still raise the tier; none when it is settled. */
  readonly open: readonly ContextFact[];
  /** The highest tier that they may lead to. */
  readonly highest: Tier;
}

/** What may still become of the tier of a context that is not whole. */
export function tierOutlook(rules: TierRules, context: EngagementContext): TierOutlook {
  const { points, tier, tierOfPoints } = traceInherentTier(rules, context);
  const missing = rules.context.filter(({ key }) => !Object.hasOwn(context, key));
  const most = missing.reduce((sum, fact) => sum + mostPoints(fact), points);
  const rank = (wanted: Tier): number => rules.tiers.findIndex((rule) => rule.tier === wanted);
  const byPoints = rules.tiers.findLast(({ min }) => min <= most)?.tier ?? tierOfPoints;
  const possible = rules.tierMinimums.filter(
    (minimum) => rank(minimum.tier) > rank(tier) && mayHold(minimum.when, context),
  );
  const highest = [byPoints, ...possible.map((minimum) => minimum.tier)].reduce(
    (one, other) => (rank(other) > rank(one) ? other : one),
    tier,
  );
  if (highest === tier) return { open: [], highest };
  const named = new Set(possible.flatMap(({ when }) => factsNamed(when)));
  const counts = rank(byPoints) > rank(tier);
  return {
    open: missing.filter((fact) => named.has(fact.key) || (counts && mostPoints(fact) > 0)),
    highest,
  };
}

function mostPoints(fact: ContextFact): number {
  return Math.max(0, fact.points ?? 0, ...(fact.values ?? []).map(({ points }) => points));
}

/** Whether some answers to what is missing would make the condition hold; a fact stated otherwise rules it out. */
function mayHold(condition: ContextCondition, context: EngagementContext): boolean {
  if ('all' in condition) return condition.all.every((part) => mayHold(part, context));
  if ('any' in condition) return condition.any.some((part) => mayHold(part, context));
  // What is denied may still be missing: only a denial of what is stated rules it out.
  if ('not' in condition) return !isCertain(condition.not, context);
  return Object.entries(condition.ctx).every(
    ([key, value]) => !Object.hasOwn(context, key) || context[key] === value,
  );
}

/** Whether the condition holds whatever the missing facts will say. */
function isCertain(condition: ContextCondition, context: EngagementContext): boolean {
  if ('all' in condition) return condition.all.every((part) => isCertain(part, context));
  if ('any' in condition) return condition.any.some((part) => isCertain(part, context));
  if ('not' in condition) return !mayHold(condition.not, context);
  return holds(condition, context);
}

function factsNamed(condition: ContextCondition): string[] {
  if ('all' in condition) return condition.all.flatMap(factsNamed);
  if ('any' in condition) return condition.any.flatMap(factsNamed);
  return 'not' in condition ? factsNamed(condition.not) : Object.keys(condition.ctx);
}
