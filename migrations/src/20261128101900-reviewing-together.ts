import type { MigrationInterface, QueryRunner } from 'typeorm';
import { of, owned, secure } from './row-security.js';

/** Who reviews what, and the second pair of eyes on what a reviewer accepted. */
export class ReviewingTogether20261128101900 implements MigrationInterface {
  name = 'ReviewingTogether20261128101900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(confirmations);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX score_snapshots_reviewed, assessments_to_review;
DROP TRIGGER evidence_reviews_confirmed ON evidence_reviews;
DROP TRIGGER answer_reviews_confirmed ON answer_reviews;
DROP FUNCTION follow_piece_verdict(), follow_claim_decision();
ALTER TABLE evidence_reviews DROP COLUMN confirmed_by, DROP COLUMN confirmed_by_name, DROP COLUMN confirmed_at;
ALTER TABLE answer_reviews DROP COLUMN na_decided_by, DROP COLUMN na_decided_by_name, DROP COLUMN na_confirmed_by,
  DROP COLUMN na_confirmed_by_name, DROP COLUMN na_confirmed_at, DROP COLUMN na_stands;
DROP TABLE four_eyes_rules, review_assignments`);
  }
}

const tables = `
CREATE TABLE review_assignments (
  organisation_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts (id),
  assigned_by uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, assessment_id),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
CREATE INDEX review_assignments_account ON review_assignments (organisation_id, account_id);
CREATE TABLE four_eyes_rules (
  organisation_id uuid NOT NULL REFERENCES organisations (id),
  -- Empty: every questionnaire of the organisation.
  questionnaire_code text NOT NULL,
  set_by uuid NOT NULL,
  set_by_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, questionnaire_code)
);
${owned('review_assignments')}
${secure('four_eyes_rules', {
  select: of('organisation_id'),
  insert: of('organisation_id'),
  delete: of('organisation_id'),
})}
CREATE INDEX assessments_to_review ON assessments (buyer_id, id) WHERE status IN ('submitted', 'in-review', 'reviewed');
-- When each submission was first examined to the end.
CREATE INDEX score_snapshots_reviewed ON score_snapshots (organisation_id, at) WHERE cause IN ('returned', 'reviewed');`;

const confirmations = `
ALTER TABLE evidence_reviews
  ADD COLUMN confirmed_by uuid,
  ADD COLUMN confirmed_by_name text,
  ADD COLUMN confirmed_at timestamptz,
  ADD CONSTRAINT evidence_reviews_four_eyes
    CHECK (confirmed_by IS NULL OR (confirmed_by <> updated_by AND verdict = 'accepted'));
ALTER TABLE answer_reviews
  ADD COLUMN na_decided_by uuid,
  ADD COLUMN na_decided_by_name text,
  ADD COLUMN na_confirmed_by uuid,
  ADD COLUMN na_confirmed_by_name text,
  ADD COLUMN na_confirmed_at timestamptz,
  -- Whether the claim of the newest submission is the one that was decided on.
  ADD COLUMN na_stands boolean NOT NULL DEFAULT true,
  ADD CONSTRAINT answer_reviews_four_eyes
    CHECK (na_confirmed_by IS NULL OR (na_confirmed_by <> na_decided_by AND na_decision = 'accepted'));
-- Force holds for the owner as well, who fills in every organisation's rows here.
ALTER TABLE answer_reviews NO FORCE ROW LEVEL SECURITY;
UPDATE answer_reviews SET na_decided_by = updated_by, na_decided_by_name = updated_by_name WHERE na_decision IS NOT NULL;
ALTER TABLE answer_reviews FORCE ROW LEVEL SECURITY;
ALTER TABLE answer_reviews ADD CONSTRAINT answer_reviews_decided_by
  CHECK ((na_decision IS NULL) = (na_decided_by IS NULL));

-- A new verdict is a new acceptance: nobody has confirmed it. And nobody confirms in somebody else's name.
CREATE FUNCTION follow_piece_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR NEW.revision <> OLD.revision OR NEW.updated_by <> OLD.updated_by THEN
    NEW.confirmed_by := NULL; NEW.confirmed_by_name := NULL; NEW.confirmed_at := NULL;
  ELSIF NEW.confirmed_by IS DISTINCT FROM OLD.confirmed_by AND NEW.confirmed_by IS DISTINCT FROM account() THEN
    RAISE EXCEPTION 'whoever confirms speaks for themselves' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_reviews_confirmed BEFORE INSERT OR UPDATE ON evidence_reviews
  FOR EACH ROW EXECUTE FUNCTION follow_piece_verdict();
CREATE FUNCTION follow_claim_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR (NEW.na_decision, NEW.na_reason, NEW.na_answer_sha256)
    IS DISTINCT FROM (OLD.na_decision, OLD.na_reason, OLD.na_answer_sha256) THEN
    NEW.na_decided_by := CASE WHEN NEW.na_decision IS NULL THEN NULL ELSE NEW.updated_by END;
    NEW.na_decided_by_name := CASE WHEN NEW.na_decision IS NULL THEN NULL ELSE NEW.updated_by_name END;
    NEW.na_confirmed_by := NULL; NEW.na_confirmed_by_name := NULL; NEW.na_confirmed_at := NULL;
    NEW.na_stands := true;
  ELSIF NEW.na_confirmed_by IS DISTINCT FROM OLD.na_confirmed_by AND NEW.na_confirmed_by IS DISTINCT FROM account() THEN
    RAISE EXCEPTION 'whoever confirms speaks for themselves' USING ERRCODE = '42501';
  ELSE
    NEW.na_decided_by := OLD.na_decided_by;
    NEW.na_decided_by_name := OLD.na_decided_by_name;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answer_reviews_confirmed BEFORE INSERT OR UPDATE ON answer_reviews
  FOR EACH ROW EXECUTE FUNCTION follow_claim_decision();`;
