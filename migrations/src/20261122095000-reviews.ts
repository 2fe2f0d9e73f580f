import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, owned, ownedAppendOnly, secure } from './row-security.js';

/** The buyer's judgement: reviews of answers and pieces, findings, score snapshots, decisions. */
export class Reviews20261122095000 implements MigrationInterface {
  name = 'Reviews20261122095000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE decision_notices, decisions, score_snapshots, findings, evidence_reviews, answer_reviews',
    );
  }
}

const tables = `
CREATE TABLE answer_reviews (
  organisation_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  question_key text NOT NULL,
  -- The submission whose answer was seen; a changed answer in a later one is to be seen again.
  seen_submission integer,
  na_decision text CHECK (na_decision IN ('accepted', 'refused')),
  na_reason text NOT NULL DEFAULT '',
  override_state text CHECK (override_state IN ('answered', 'refused')),
  override_value jsonb,
  override_reason text NOT NULL DEFAULT '',
  shared_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  updated_by uuid NOT NULL,
  updated_by_name text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, assessment_id, question_key),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
CREATE TABLE evidence_reviews (
  organisation_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  question_key text NOT NULL,
  evidence_id uuid NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('accepted', 'rejected')),
  level text CHECK (level IN ('E0', 'E1', 'E2', 'E3', 'E4')),
  note text NOT NULL DEFAULT '',
  revision integer NOT NULL DEFAULT 1,
  updated_by uuid NOT NULL,
  updated_by_name text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, assessment_id, question_key, evidence_id),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessments (buyer_id, id),
  CHECK ((verdict = 'accepted') = (level IS NOT NULL))
);
CREATE TABLE findings (
  buyer_id uuid NOT NULL,
  supplier_organisation_id uuid,
  id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  question_key text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')),
  text jsonb NOT NULL,
  fix jsonb NOT NULL,
  closing_reason text NOT NULL DEFAULT '',
  shared_at timestamptz,
  raised_at timestamptz NOT NULL DEFAULT now(),
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (buyer_id, id),
  UNIQUE (buyer_id, assessment_id, question_key),
  FOREIGN KEY (buyer_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
CREATE INDEX findings_supplier ON findings (supplier_organisation_id, assessment_id) WHERE shared_at IS NOT NULL;
CREATE TABLE score_snapshots (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  submission_id uuid,
  cause text NOT NULL CHECK (cause IN ('submitted', 'returned', 'reviewed', 'decided', 'profile-changed')),
  engine_version text NOT NULL,
  rule_set text NOT NULL,
  version_id uuid NOT NULL,
  version_sha256 text NOT NULL,
  profile_id uuid NOT NULL,
  score double precision NOT NULL,
  grade text NOT NULL,
  before_review boolean NOT NULL,
  inputs jsonb NOT NULL,
  result jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessments (buyer_id, id),
  FOREIGN KEY (organisation_id, version_id) REFERENCES questionnaire_versions (organisation_id, id),
  FOREIGN KEY (organisation_id, profile_id) REFERENCES weight_profiles (organisation_id, id)
);
CREATE INDEX score_snapshots_assessment ON score_snapshots (organisation_id, assessment_id, at DESC);
CREATE TABLE decisions (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('sign', 'sign-with-conditions', 'refuse')),
  reason text NOT NULL,
  snapshot_id uuid NOT NULL,
  decided_by uuid NOT NULL,
  decided_by_name text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessments (buyer_id, id),
  FOREIGN KEY (organisation_id, snapshot_id) REFERENCES score_snapshots (organisation_id, id)
);
-- What the supplier is told of a decision; grade and knock-out reasons only when the buyer shares them.
CREATE TABLE decision_notices (
  buyer_id uuid NOT NULL,
  supplier_organisation_id uuid NOT NULL REFERENCES organisations(id),
  decision_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  outcome text NOT NULL,
  conditions text NOT NULL DEFAULT '',
  message text NOT NULL DEFAULT '',
  grade text,
  knockout_reasons jsonb,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (buyer_id, decision_id),
  FOREIGN KEY (buyer_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
CREATE INDEX decision_notices_supplier ON decision_notices (supplier_organisation_id, assessment_id);
`;

const policies = `
${owned('answer_reviews')}
${owned('evidence_reviews')}
${secure('findings', {
  select: either(of('buyer_id'), `${of('supplier_organisation_id')} AND shared_at IS NOT NULL`),
  insert: of('buyer_id'),
  update: of('buyer_id'),
})}
${ownedAppendOnly('score_snapshots')}
${ownedAppendOnly('decisions')}
${secure('decision_notices', { select: either(of('buyer_id'), of('supplier_organisation_id')), insert: of('buyer_id') })}
`;
