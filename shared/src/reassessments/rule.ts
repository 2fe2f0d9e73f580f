import { tiers, type Tier } from '../questionnaires/document.js';
import { reassessmentTriggers, type ReassessmentTrigger } from '../obligations/reassessment-triggers.js';

/** `send`: the request leaves by itself; `propose`: it waits for a person of the buyer to launch it. */
export const reassessmentActs = ['send', 'propose'] as const;
export type ReassessmentAct = (typeof reassessmentActs)[number];

export type MonthsByTier = Readonly<Partial<Record<Tier, number>>>;

/** When an engagement is assessed again. A rule that names no moment asks for nothing. */
export interface ReassessmentRule {
  /** After the last decision; null: not by the time that passes. */
  readonly everyMonths: number | null;
  /** Of the tiers that have a time of their own; the others follow `everyMonths`. Absent: none has. */
  readonly monthsByTier?: MonthsByTier;
  /** Before a certificate of the chain lapses; null: not before. */
  readonly certificateDays: number | null;
  /** Events after which the answers may no longer hold. */
  readonly triggers: readonly ReassessmentTrigger[];
  readonly act: ReassessmentAct;
  /** Given to the supplier, from the day of the sending. */
  readonly dueDays: number;
}

export const ruleLimits = {
  everyMonths: { min: 1, max: 60 },
  certificateDays: { min: 1, max: 365 },
  dueDays: { min: 1, max: 180 },
} as const;

/** What a form starts with, and the time that a launch by hand gives where no rule says otherwise. */
export const usualRule: ReassessmentRule = {
  everyMonths: 12,
  certificateDays: 60,
  triggers: reassessmentTriggers,
  act: 'propose',
  dueDays: 21,
};

/** After the last decision on an engagement of the tier; null: not by the time that passes. */
export function monthsFor({ everyMonths, monthsByTier }: ReassessmentRule, tier: Tier): number | null {
  return monthsByTier?.[tier] ?? everyMonths;
}

export function asksForNothing(rule: ReassessmentRule): boolean {
  const { certificateDays, triggers } = rule;
  const byTime = tiers.some((tier) => monthsFor(rule, tier) !== null);
  return !byTime && certificateDays === null && triggers.length === 0;
}
