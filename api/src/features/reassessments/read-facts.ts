import type { EngagementId, OrganisationId } from '@probant/shared/ids';
import type { Tier } from '@probant/shared/questionnaires/document';
import type { ReassessmentFacts } from '@probant/shared/reassessments/due-reassessment';
import type { ReassessmentRule } from '@probant/shared/reassessments/rule';
import type { Tx } from '../../platform/database/work.js';
import { listDatedCertificates, readReassessments, type SourceBatch } from '../calendar/calendar.public.js';
import { ruleColumns, toRule, type RuleRow } from './rule-rows.js';

/** An engagement as far as its rule looks at it. */
export interface Watched {
  readonly id: EngagementId;
  readonly name: string;
  /** Its own rule, or that of the organisation; null where there is neither. */
  readonly rule: ReassessmentRule | null;
  readonly sender: RuleSender | null;
  readonly facts: ReassessmentFacts;
  /** Moments that somebody has acted on. */
  readonly claimed: ReadonlySet<string>;
}

/** In whose name a request leaves by itself. */
export interface RuleSender {
  readonly accountId: string;
  readonly accountName: string;
  readonly email: string;
}

interface Row extends Partial<RuleRow> {
  readonly engagement_id: EngagementId;
  readonly name: string;
  readonly tier: Tier;
  readonly health_data: boolean;
  readonly decided_on: string | null;
  readonly answered_on: string | null;
  readonly running: boolean;
  readonly claimed: string[];
}

/** The named engagements that are not archived, with what the product knows of each. */
export async function readWatched(
  tx: Tx,
  organisationId: OrganisationId,
  ids: readonly EngagementId[],
  today: string,
): Promise<Watched[]> {
  const rows = await tx.query<Row>(
    `SELECT e.id AS engagement_id, e.name, e.tier, coalesce(e.context -> 'health_data' = 'true'::jsonb, false) AS health_data, ${ruleColumns},
       (SELECT timezone('Europe/Paris', max(d.at))::date::text FROM decisions d
         JOIN assessments a ON a.buyer_id = d.organisation_id AND a.id = d.assessment_id
         WHERE d.organisation_id = e.organisation_id AND a.engagement_id = e.id) AS decided_on,
       (SELECT timezone('Europe/Paris', max(s.submitted_at))::date::text FROM submissions s
         JOIN assessments a ON a.buyer_id = s.buyer_id AND a.id = s.assessment_id
         WHERE s.buyer_id = e.organisation_id AND a.engagement_id = e.id) AS answered_on,
       EXISTS (SELECT 1 FROM assessments a WHERE a.buyer_id = e.organisation_id AND a.engagement_id = e.id
         AND a.status NOT IN ('decided', 'cancelled')) AS running,
       ARRAY(SELECT m.moment_key FROM reassessments m WHERE m.organisation_id = e.organisation_id
         AND m.engagement_id = e.id) AS claimed
     FROM engagements e
     JOIN suppliers p ON p.organisation_id = e.organisation_id AND p.id = e.supplier_id
     LEFT JOIN LATERAL (SELECT * FROM reassessment_rules n WHERE n.organisation_id = e.organisation_id
       AND (n.engagement_id = e.id OR n.engagement_id IS NULL) ORDER BY n.engagement_id NULLS LAST LIMIT 1) r ON true
     WHERE e.organisation_id = $1 AND e.id = ANY ($2::uuid[]) AND e.archived_at IS NULL AND p.archived_at IS NULL ORDER BY e.id`,
    [organisationId, ids],
  );
  const batch: SourceBatch = {
    ...{ organisationId, today },
    engagements: rows.map(({ engagement_id, health_data }) => ({
      id: engagement_id,
      healthData: health_data,
    })),
  };
  const certificates = await listDatedCertificates(tx, batch);
  const events = await readReassessments(tx, batch);
  return rows.map((row): Watched => {
    const { engagement_id: id, name, tier, decided_on, answered_on, running, claimed } = row;
    const rule = isSet(row) ? row : null;
    return {
      ...{ id, name, claimed: new Set(claimed) },
      rule: rule && toRule(rule),
      sender: rule && {
        accountId: rule.set_by,
        accountName: rule.set_by_name,
        email: rule.sender_email,
      },
      facts: {
        ...{ tier, decidedOn: decided_on, answeredOn: answered_on, running },
        certificates: certificates.get(id) ?? [],
        obligations: events.get(id)?.obligations ?? [],
      },
    };
  });
}

/** Of an organisation: engagements with a rule whose supplier has answered, and that nothing is under way for. */
export async function listWatched(tx: Tx, organisationId: OrganisationId): Promise<EngagementId[]> {
  const rows = await tx.query<{ id: EngagementId }>(
    `SELECT e.id FROM engagements e
     WHERE e.organisation_id = $1 AND e.archived_at IS NULL
       AND EXISTS (SELECT 1 FROM reassessment_rules r WHERE r.organisation_id = e.organisation_id
         AND (r.engagement_id = e.id OR r.engagement_id IS NULL))
       AND EXISTS (SELECT 1 FROM assessments a WHERE a.buyer_id = e.organisation_id AND a.engagement_id = e.id AND a.submissions > 0)
       AND NOT EXISTS (SELECT 1 FROM assessments a WHERE a.buyer_id = e.organisation_id AND a.engagement_id = e.id
         AND a.status NOT IN ('decided', 'cancelled')) ORDER BY e.id`,
    [organisationId],
  );
  return rows.map(({ id }) => id);
}

function isSet(row: Partial<RuleRow>): row is RuleRow {
  return typeof row.revision === 'number';
}
