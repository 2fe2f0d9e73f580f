import type { FunnelStage } from '@probant/shared/assessments/funnel';

const reached: Readonly<Record<FunnelStage, string>> = {
  sent: 'true',
  opened: `(a.status <> 'sent' OR EXISTS (SELECT 1 FROM recipients o WHERE o.buyer_id = a.buyer_id
    AND o.assessment_id = a.id AND o.revoked_at IS NULL AND o.opened_at IS NOT NULL))`,
  started: `(a.submissions > 0 OR a.status = 'in-progress')`,
  submitted: 'a.submissions > 0',
  returned: `EXISTS (SELECT 1 FROM score_snapshots k WHERE k.organisation_id = a.buyer_id AND k.assessment_id = a.id
    AND k.cause = 'returned')`,
  decided: `a.status = 'decided'`,
};

/** In SQL over the assessment `a`: what a count and the list behind it both ask. */
export function stageCondition(stage: FunnelStage): string {
  return `a.status NOT IN ('prepared', 'cancelled') AND ${reached[stage]}`;
}
