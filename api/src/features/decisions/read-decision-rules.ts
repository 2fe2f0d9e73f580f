import type { DecisionRule, RuleCondition, RuleSubject } from '@probant/shared/decision-rules/rule';
import { ruleInForce } from '@probant/shared/decision-rules/judge-rule';
import type { AssessmentId, CampaignId, OrganisationId, VersionId } from '@probant/shared/ids';
import type { Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import type { DecisionRuleDto, RecordedRuleResponse, RuleConditionDto } from './decision-rules.dto.js';

export interface RuleRow {
  readonly id: string;
  readonly subject: RuleSubject;
  readonly text: string;
  readonly recordedByName: string;
  readonly at: Date;
}

export interface Subjects {
  readonly assessmentId: AssessmentId | null;
  readonly campaignId: CampaignId | null;
  readonly versionId: VersionId | null;
}

const columns = `r.id, r.subject, r.rule_text AS text, r.recorded_by_name AS "recordedByName", r.recorded_at AS at`;

/** Every rule of these subjects, newest first. */
export function listRules(
  tx: Tx,
  organisationId: OrganisationId,
  { assessmentId, campaignId, versionId }: Subjects,
): Promise<RuleRow[]> {
  return tx.query<RuleRow>(
    `SELECT ${columns} FROM decision_rules r WHERE r.organisation_id = $1
       AND (r.assessment_id = $2 OR r.campaign_id = $3 OR r.version_id = $4) ORDER BY r.recorded_at DESC, r.id DESC`,
    [organisationId, assessmentId, campaignId, versionId],
  );
}

/** The rule that speaks for an assessment, as it was before the first answers arrived. */
export async function findRuleInForce(
  tx: Tx,
  organisationId: OrganisationId,
  assessmentId: AssessmentId,
): Promise<RuleRow | undefined> {
  const of = await tx.get<{ campaignId: CampaignId; versionId: VersionId; firstAt: Date | null }>(
    `SELECT a.campaign_id AS "campaignId", f.version_id AS "versionId", (SELECT min(s.submitted_at) FROM submissions s
       WHERE s.buyer_id = a.buyer_id AND s.assessment_id = a.id) AS "firstAt"
     FROM assessments a JOIN assessment_frames f ON f.organisation_id = a.buyer_id AND f.assessment_id = a.id
     WHERE a.buyer_id = $1 AND a.id = $2`,
    [organisationId, assessmentId],
  );
  const rules = await listRules(tx, organisationId, { ...of, assessmentId });
  return ruleInForce(
    rules.map((rule) => ({ ...rule, recordedAt: rule.at.getTime() })),
    of.firstAt?.getTime() ?? null,
  );
}

export async function findRule(tx: Tx, organisationId: OrganisationId, id: string): Promise<RuleRow> {
  return tx.get<RuleRow>(
    `SELECT ${columns} FROM decision_rules r WHERE r.organisation_id = $1 AND r.id = $2`,
    [organisationId, id],
  );
}

/** Written by the rule that recorded it. */
export function ruleOf({ text }: RuleRow): DecisionRule {
  return JSON.parse(text) as DecisionRule;
}

export function toRecordedRule(row: RuleRow): RecordedRuleResponse {
  const { conditions, payments, text } = ruleOf(row);
  return {
    id: row.id,
    subject: row.subject,
    rule: { conditions: conditions.map(toDto), payments: [...payments], text },
    sha256: sha256(row.text),
    recordedByName: row.recordedByName,
    recordedAt: row.at.toISOString(),
  };
}

function toDto(condition: RuleCondition): RuleConditionDto {
  return condition.kind === 'answer' ? { ...condition, values: [...condition.values] } : { ...condition };
}

export function fromDto({ conditions, payments, text }: DecisionRuleDto): DecisionRule {
  return {
    conditions: conditions.map(toCondition),
    payments: payments.map(({ upToCents, purpose }) => ({ upToCents, purpose })),
    text,
  };
}

/** What is left out is nothing that a rule could mean: the check refuses it at its place. */
function toCondition(dto: RuleConditionDto): RuleCondition {
  switch (dto.kind) {
    case 'grade-worse-than':
      return { kind: dto.kind, grade: dto.grade ?? 'E' };
    case 'score-above':
      return { kind: dto.kind, score: dto.score ?? 100 };
    case 'knockout':
      return { kind: dto.kind, knockoutId: dto.knockoutId ?? '' };
    case 'answer':
      return {
        kind: dto.kind,
        questionId: dto.questionId ?? '',
        values: [...new Set(dto.values ?? [])],
        orNothing: dto.orNothing ?? false,
      };
  }
}
