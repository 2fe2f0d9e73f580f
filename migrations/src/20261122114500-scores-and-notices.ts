import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, secure, serving } from './row-security.js';

/** Scores that are still to be kept, what a supplier is told of a review, and on which answer a judgement was made. */
export class ScoresAndNotices20261122114500 implements MigrationInterface {
  name = 'ScoresAndNotices20261122114500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(policies);
    await runner.query(due);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER submissions_due ON submissions;
DROP FUNCTION score_due();
DROP TABLE review_notices, scores_due;
DROP INDEX score_snapshots_submitted, findings_severity;
ALTER TABLE clarifications DROP COLUMN told_at;
ALTER TABLE findings DROP COLUMN closed_at, DROP COLUMN closed_by_name, DROP COLUMN closed_by_answer;
ALTER TABLE answer_reviews DROP COLUMN note, DROP COLUMN na_answer_sha256, DROP COLUMN override_answer_sha256`);
  }
}

const tables = `
-- An assessment in which nothing counts has a snapshot that says so.
ALTER TABLE score_snapshots ALTER COLUMN score DROP NOT NULL, ALTER COLUMN grade DROP NOT NULL;
CREATE UNIQUE INDEX score_snapshots_submitted ON score_snapshots (organisation_id, submission_id) WHERE cause = 'submitted';

-- A judgement is on an answer: once the answer changes it no longer holds, and the question is to be seen again.
ALTER TABLE answer_reviews
  ADD COLUMN note text NOT NULL DEFAULT '',
  ADD COLUMN na_answer_sha256 text NOT NULL DEFAULT '',
  ADD COLUMN override_answer_sha256 text NOT NULL DEFAULT '';

-- A finding that an answer closed opens again when an answer calls for it; one that a person closed stays closed.
ALTER TABLE findings
  ADD COLUMN closed_at timestamptz,
  ADD COLUMN closed_by_name text,
  ADD COLUMN closed_by_answer boolean NOT NULL DEFAULT false;
CREATE INDEX findings_severity ON findings (buyer_id, status, severity, id);

-- When the letter that tells of a message leaves: several messages of an hour share one.
ALTER TABLE clarifications ADD COLUMN told_at timestamptz NOT NULL DEFAULT now();

CREATE TABLE scores_due (
  buyer_id uuid NOT NULL,
  submission_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (buyer_id, submission_id),
  FOREIGN KEY (buyer_id, submission_id) REFERENCES submissions (buyer_id, id)
);
CREATE INDEX scores_due_next ON scores_due (next_attempt_at);

-- What the supplier reads of a review, copied by allow-list each time it is returned or decided.
CREATE TABLE review_notices (
  buyer_id uuid NOT NULL,
  supplier_organisation_id uuid NOT NULL REFERENCES organisations(id),
  id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  submission_number integer NOT NULL,
  reviews jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (buyer_id, id),
  FOREIGN KEY (buyer_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
CREATE INDEX review_notices_assessment ON review_notices (buyer_id, assessment_id, at DESC);
CREATE INDEX review_notices_supplier ON review_notices (supplier_organisation_id, assessment_id, at DESC);
`;

const policies = `
${secure('scores_due', {
  select: either(of('buyer_id'), serving('scores')),
  insert: of('buyer_id'),
  update: of('buyer_id'),
  delete: of('buyer_id'),
})}
${secure('review_notices', {
  select: either(of('buyer_id'), of('supplier_organisation_id')),
  insert: of('buyer_id'),
})}
`;

const due = `
-- The supplier submits and may not write the buyer's scores: the submission leaves a note in the same transaction, as the
-- shared events do, and the score is kept once it is committed, however often the process dies in between.
CREATE FUNCTION score_due() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_organisation text := coalesce(current_setting('app.organisation_id', true), '');
BEGIN
  PERFORM set_config('app.organisation_id', NEW.buyer_id::text, true);
  INSERT INTO scores_due (buyer_id, submission_id, assessment_id) VALUES (NEW.buyer_id, NEW.id, NEW.assessment_id);
  PERFORM set_config('app.organisation_id', v_organisation, true);
  RETURN NULL;
END $$;
CREATE TRIGGER submissions_due AFTER INSERT ON submissions FOR EACH ROW EXECUTE FUNCTION score_due();
`;
