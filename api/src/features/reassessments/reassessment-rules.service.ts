import { Injectable } from '@nestjs/common';
import type { EngagementId } from '@probant/shared/ids';
import { tiers } from '@probant/shared/questionnaires/document';
import type { MonthsByTier, ReassessmentRule } from '@probant/shared/reassessments/rule';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import type {
  OrganisationRuleResponse,
  SetReassessmentRuleRequest,
  SetRuleResponse,
} from './reassessments.dto.js';
import { ruleColumns, toRule, type RuleRow } from './rule-rows.js';

/** When engagements are assessed again: a rule of the organisation, and one of an engagement where it differs. */
@Injectable()
export class ReassessmentRules {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  read(scope: Scope): Promise<OrganisationRuleResponse> {
    return this.work.run(scope, async (tx) => ({ rule: await readRule(tx, scope, null) }));
  }

  set(scope: Scope, engagementId: EngagementId | null, request: SetReassessmentRuleRequest): Promise<void> {
    return this.work.run(scope, async (tx) => {
      const named = engagementId === null ? {} : await nameOf(tx, scope, engagementId);
      const known = await readRule(tx, scope, engagementId, 'FOR UPDATE');
      if ((known?.revision ?? 0) !== request.revision) fail('stale-revision');
      const { everyMonths, certificateDays, triggers, act, dueDays } = request;
      const monthsByTier = statedMonths(request.monthsByTier);
      const set = await tx.query(
        `INSERT INTO reassessment_rules AS r (organisation_id, id, engagement_id, every_months, certificate_days, triggers, act,
           due_days, set_by, set_by_name, sender_email, set_at, months_by_tier)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $14)
         ON CONFLICT (organisation_id, engagement_id) DO UPDATE SET every_months = excluded.every_months, months_by_tier = excluded.months_by_tier,
           certificate_days = excluded.certificate_days, triggers = excluded.triggers, act = excluded.act,
           due_days = excluded.due_days, set_by = excluded.set_by, set_by_name = excluded.set_by_name,
           sender_email = excluded.sender_email, set_at = excluded.set_at, revision = DEFAULT
         WHERE r.revision = $13 RETURNING r.id`,
        [
          ...[
            scope.organisationId,
            newId(),
            engagementId,
            everyMonths,
            certificateDays,
            triggers,
            act,
            dueDays,
          ],
          ...[scope.accountId, scope.accountName, scope.email, this.clock.now(), request.revision],
          JSON.stringify(monthsByTier),
        ],
      );
      // Somebody else has set the first one meanwhile.
      if (set.length === 0) fail('stale-revision');
      // The values were checked against the lists that the type is made of.
      const rule = {
        ...{ everyMonths, certificateDays, triggers, act, dueDays },
        ...(Object.keys(monthsByTier).length === 0 ? {} : { monthsByTier }),
      } as ReassessmentRule;
      await tx.record({ kind: 'reassessment-rule-set', ...named, rule });
    });
  }

  /** The engagement follows the rule of the organisation again. */
  follow(scope: Scope, engagementId: EngagementId): Promise<void> {
    return this.work.run(scope, async (tx) => {
      const named = await nameOf(tx, scope, engagementId);
      const gone = await tx.query<unknown>(
        `WITH gone AS (DELETE FROM reassessment_rules WHERE organisation_id = $1 AND engagement_id = $2 RETURNING 1)
         SELECT 1 FROM gone`,
        [scope.organisationId, engagementId],
      );
      if (gone.length > 0) await tx.record({ kind: 'reassessment-rule-set', ...named });
    });
  }
}

function statedMonths(sent: MonthsByTier = {}): MonthsByTier {
  return Object.fromEntries(
    tiers.flatMap((tier) => {
      const months = sent[tier];
      return months === undefined ? [] : [[tier, months] as const];
    }),
  );
}

export async function readRule(
  tx: Tx,
  { organisationId }: Pick<Scope, 'organisationId'>,
  engagementId: EngagementId | null,
  lock: '' | 'FOR UPDATE' = '',
): Promise<SetRuleResponse | null> {
  const [row] = await tx.query<RuleRow>(
    `SELECT ${ruleColumns} FROM reassessment_rules r
     WHERE r.organisation_id = $1 AND r.engagement_id IS NOT DISTINCT FROM $2::uuid ${lock}`,
    [organisationId, engagementId],
  );
  if (row === undefined) return null;
  const { triggers, ...rule } = toRule(row);
  return {
    ...{ ...rule, triggers: [...triggers] },
    revision: row.revision,
    setByName: row.set_by_name,
    setAt: row.set_at.toISOString(),
  };
}

async function nameOf(
  tx: Tx,
  { organisationId }: Scope,
  engagementId: EngagementId,
): Promise<{ engagementId: EngagementId; engagementName: string }> {
  const { name } = await tx.get<{ name: string }>(
    'SELECT name FROM engagements WHERE organisation_id = $1 AND id = $2',
    [organisationId, engagementId],
  );
  return { engagementId, engagementName: name };
}
