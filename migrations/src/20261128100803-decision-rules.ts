import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedAppendOnly } from './row-security.js';

/** What a buyer said beforehand that it would not sign, and would pay for; and what became of it in the decision. */
export class DecisionRules20261128100803 implements MigrationInterface {
  name = 'DecisionRules20261128100803';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE decision_rules (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  id uuid NOT NULL,
  subject text NOT NULL CHECK (subject IN ('assessment', 'campaign', 'version')),
  assessment_id uuid,
  campaign_id uuid,
  version_id uuid,
  -- The canonical text (RFC 8785) is the rule.
  rule_text text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  CHECK ((subject = 'assessment') = (assessment_id IS NOT NULL)),
  CHECK ((subject = 'campaign') = (campaign_id IS NOT NULL)),
  CHECK ((subject = 'version') = (version_id IS NOT NULL)),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessments (buyer_id, id),
  FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaigns (organisation_id, id),
  FOREIGN KEY (organisation_id, version_id) REFERENCES questionnaire_versions (organisation_id, id)
);
CREATE INDEX decision_rules_assessment ON decision_rules (organisation_id, assessment_id) WHERE assessment_id IS NOT NULL;
CREATE INDEX decision_rules_campaign ON decision_rules (organisation_id, campaign_id) WHERE campaign_id IS NOT NULL;
CREATE INDEX decision_rules_version ON decision_rules (organisation_id, version_id) WHERE version_id IS NOT NULL;
${ownedAppendOnly('decision_rules')}
CREATE POLICY decision_rules_verified ON decision_rules FOR SELECT TO probant_owner USING (true);
ALTER TABLE decisions
  ADD COLUMN rule_id uuid,
  ADD COLUMN rule_met boolean,
  ADD COLUMN rule_conditions jsonb,
  ADD COLUMN departure text NOT NULL DEFAULT '',
  ADD FOREIGN KEY (organisation_id, rule_id) REFERENCES decision_rules (organisation_id, id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE decisions DROP COLUMN rule_id, DROP COLUMN rule_met, DROP COLUMN rule_conditions, DROP COLUMN departure;
DROP TABLE decision_rules`);
  }
}
