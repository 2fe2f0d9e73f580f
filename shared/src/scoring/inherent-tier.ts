import type {
  ContextFact,
  EngagementContext,
  QuestionnaireDocument,
  Tier,
} from '../questionnaires/document.js';
import { compileCondition, type ContextTest } from './context-condition.js';

export interface InherentTier {
  readonly points: number;
  readonly tier: Tier;
  /** Exponent of the tier: base = 100 · (1 − (1 − R)^exponent). */
  readonly exponent: number;
}

/** The tier with its arithmetic, for the screen that describes an engagement. */
export interface InherentTierTrace extends InherentTier {
  readonly terms: readonly { readonly key: string; readonly points: number }[];
  /** The tier that the points alone give; lower than `tier` when a minimum raised it. */
  readonly tierOfPoints: Tier;
}

/** What of a document the inherent tier follows from. */
export type TierRules = Pick<QuestionnaireDocument, 'context' | 'tiers' | 'tierMinimums'>;

export type TierOfContext = (context: EngagementContext) => InherentTier;

export function compileTier(document: TierRules): TierOfContext {
  const minimums = document.tierMinimums.map(({ when, tier }) => ({
    applies: compileCondition(when),
    rank: rankOf(document, tier),
  }));
  const facts = document.context.filter(bearsPoints);
  return (context) => {
    const points = facts.reduce((sum, fact) => sum + pointsOf(fact, context), 0);
    return { points, ...ruleAt(document, raised(rankOfPoints(document, points), minimums, context)) };
  };
}

export function traceInherentTier(document: TierRules, context: EngagementContext): InherentTierTrace {
  const inherent = compileTier(document)(context);
  return {
    ...inherent,
    terms: document.context
      .filter(bearsPoints)
      .map((fact) => ({ key: fact.key, points: pointsOf(fact, context) })),
    tierOfPoints: ruleAt(document, rankOfPoints(document, inherent.points)).tier,
  };
}

function bearsPoints(fact: ContextFact): boolean {
  return fact.points !== undefined || fact.values !== undefined;
}

function pointsOf(fact: ContextFact, context: EngagementContext): number {
  const value = Object.hasOwn(context, fact.key) ? context[fact.key] : undefined;
  if (value === true) return fact.points ?? 0;
  return fact.values?.find((one) => one.value === value)?.points ?? 0;
}

/** The highest tier whose minimum the points reach. */
function rankOfPoints(document: TierRules, points: number): number {
  return document.tiers.reduce((rank, tier, index) => (tier.min <= points ? index : rank), 0);
}

function raised(
  rank: number,
  minimums: readonly { readonly applies: ContextTest; readonly rank: number }[],
  context: EngagementContext,
): number {
  return minimums.reduce(
    (highest, minimum) => (minimum.applies(context) ? Math.max(highest, minimum.rank) : highest),
    rank,
  );
}

function rankOf(document: TierRules, tier: Tier): number {
  return document.tiers.findIndex((rule) => rule.tier === tier);
}

function ruleAt(document: TierRules, rank: number): { readonly tier: Tier; readonly exponent: number } {
  const rule = document.tiers[rank];
  if (rule === undefined) throw new RangeError('the document has no tiers');
  return { tier: rule.tier, exponent: rule.exponent };
}
