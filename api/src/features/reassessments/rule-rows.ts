import type { ReassessmentTrigger } from '@probant/shared/obligations/reassessment-triggers';
import type { MonthsByTier, ReassessmentAct, ReassessmentRule } from '@probant/shared/reassessments/rule';

export interface RuleRow {
  readonly every_months: number | null;
  readonly months_by_tier: MonthsByTier;
  readonly certificate_days: number | null;
  readonly triggers: ReassessmentTrigger[];
  readonly act: ReassessmentAct;
  readonly due_days: number;
  readonly revision: number;
  readonly set_by: string;
  readonly set_by_name: string;
  readonly sender_email: string;
  readonly set_at: Date;
}

export const ruleColumns = `r.every_months, r.months_by_tier, r.certificate_days, r.triggers, r.act, r.due_days, r.revision, r.set_by,
  r.set_by_name, r.sender_email, r.set_at`;

export function toRule(row: RuleRow): ReassessmentRule {
  return {
    everyMonths: row.every_months,
    monthsByTier: row.months_by_tier,
    certificateDays: row.certificate_days,
    triggers: row.triggers,
    act: row.act,
    dueDays: row.due_days,
  };
}
