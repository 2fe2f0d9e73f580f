import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedAppendOnly } from './row-security.js';

/** What a supplier itself wrote that it has to change because of a text, with the day that it named. */
export class RegulationAdmissions20261128102001 implements MigrationInterface {
  name = 'RegulationAdmissions20261128102001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE regulation_admissions (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  key text NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  -- The message of the supplier that it stands in.
  clarification_id uuid NOT NULL,
  -- The words, who wrote them and when, the text, and by when the change is to be made.
  admission jsonb NOT NULL,
  filed_by uuid NOT NULL,
  filed_by_name text NOT NULL,
  filed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, engagement_id, key, number),
  FOREIGN KEY (organisation_id, engagement_id, key) REFERENCES regulation_questions (organisation_id, engagement_id, key),
  FOREIGN KEY (organisation_id, clarification_id) REFERENCES clarifications (buyer_id, id)
);
${ownedAppendOnly('regulation_admissions')}
CREATE POLICY regulation_admissions_verified ON regulation_admissions FOR SELECT TO probant_owner USING (true);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE regulation_admissions');
  }
}
