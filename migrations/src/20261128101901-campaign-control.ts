import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedAppendOnly } from './row-security.js';

/** Reminders by hand, one a day for each recipient; and how many parts of a request are in other hands. */
export class CampaignControl20261128101901 implements MigrationInterface {
  name = 'CampaignControl20261128101901';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(nudges);
    await runner.query(parts);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER delegations_counted ON delegations;
DROP FUNCTION count_parts();
ALTER TABLE answer_sheets DROP COLUMN parts;
DROP TABLE assessment_nudges`);
  }
}

const nudges = `
CREATE TABLE assessment_nudges (
  buyer_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  to_address text NOT NULL,
  day date NOT NULL,
  words text NOT NULL,
  sent_by uuid NOT NULL,
  sent_by_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (buyer_id, assessment_id, to_address, day),
  FOREIGN KEY (buyer_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
${ownedAppendOnly('assessment_nudges', 'buyer_id')}`;

const parts = `
-- Beside the progress that the buyer may see: parts handed to colleagues and not taken back; never to whom, nor which.
ALTER TABLE answer_sheets ADD COLUMN parts integer NOT NULL DEFAULT 0;
-- Force holds for the owner as well, who counts for every organisation here.
ALTER TABLE answer_sheets NO FORCE ROW LEVEL SECURITY;
ALTER TABLE delegations NO FORCE ROW LEVEL SECURITY;
UPDATE answer_sheets s SET parts = d.count
FROM (SELECT supplier_organisation_id, assessment_id, count(*) AS count FROM delegations WHERE revoked_at IS NULL GROUP BY 1, 2) d
WHERE d.supplier_organisation_id = s.supplier_organisation_id AND d.assessment_id = s.assessment_id;
ALTER TABLE answer_sheets FORCE ROW LEVEL SECURITY;
ALTER TABLE delegations FORCE ROW LEVEL SECURITY;

CREATE FUNCTION count_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Two that hand over or take back at once count one after the other.
  PERFORM 1 FROM answer_sheets WHERE supplier_organisation_id = NEW.supplier_organisation_id
    AND assessment_id = NEW.assessment_id FOR UPDATE;
  UPDATE answer_sheets SET parts = (SELECT count(*) FROM delegations d
    WHERE d.supplier_organisation_id = NEW.supplier_organisation_id AND d.assessment_id = NEW.assessment_id
      AND d.revoked_at IS NULL)
  WHERE supplier_organisation_id = NEW.supplier_organisation_id AND assessment_id = NEW.assessment_id;
  RETURN NULL;
END $$;
CREATE TRIGGER delegations_counted AFTER INSERT OR UPDATE OF revoked_at ON delegations
  FOR EACH ROW EXECUTE FUNCTION count_parts();`;
