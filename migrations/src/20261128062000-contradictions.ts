import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedAppendOnly } from './row-security.js';

/** What a buyer does about facts that contradict each other; the contradictions themselves are kept nowhere. */
export class Contradictions20261128062000 implements MigrationInterface {
  name = 'Contradictions20261128062000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE contradiction_acts (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  -- Whose answers were confronted.
  assessment_id uuid NOT NULL,
  -- Of the rule and what it is about; the same from one reading to the next.
  key text NOT NULL,
  act text NOT NULL CHECK (act IN ('asked', 'set-aside', 'reopened')),
  -- Of the facts that it was on: on other facts it no longer counts.
  fingerprint text NOT NULL,
  act_text text NOT NULL,
  clarification_id uuid,
  acted_by uuid NOT NULL,
  acted_by_name text NOT NULL,
  acted_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessments (buyer_id, id),
  FOREIGN KEY (organisation_id, clarification_id) REFERENCES clarifications (buyer_id, id),
  CHECK ((act = 'asked') = (clarification_id IS NOT NULL))
);
CREATE INDEX contradiction_acts_engagement ON contradiction_acts (organisation_id, engagement_id, acted_at);
${ownedAppendOnly('contradiction_acts')}
CREATE POLICY contradiction_acts_verified ON contradiction_acts FOR SELECT TO probant_owner USING (true);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contradiction_acts');
  }
}
