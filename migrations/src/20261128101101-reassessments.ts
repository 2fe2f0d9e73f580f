import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, owned, secure } from './row-security.js';

/** Assessing again: the rules, the moments that came, and the answers that open the next assessment. */
export class Reassessments20261128101101 implements MigrationInterface {
  name = 'Reassessments20261128101101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE assessment_carries, reassessments, reassessment_rules');
  }
}

const tables = `
CREATE TABLE reassessment_rules (
  organisation_id uuid NOT NULL REFERENCES organisations (id),
  id uuid NOT NULL,
  -- Null: the rule of the organisation, for every engagement that has none of its own.
  engagement_id uuid,
  every_months integer,
  certificate_days integer,
  triggers text[] NOT NULL,
  act text NOT NULL CHECK (act IN ('send', 'propose')),
  due_days integer NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  -- In whose name requests leave.
  set_by uuid NOT NULL,
  set_by_name text NOT NULL,
  sender_email text NOT NULL,
  set_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (organisation_id, id),
  UNIQUE NULLS NOT DISTINCT (organisation_id, engagement_id),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id)
);
-- A moment belongs to whoever writes its row first, in the transaction that acts on it.
CREATE TABLE reassessments (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  moment_key text NOT NULL,
  cause jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('proposed', 'sent', 'set-aside')),
  -- Why it waits for a person though the rule sends by itself.
  issues text[] NOT NULL DEFAULT '{}',
  assessment_id uuid,
  at timestamptz NOT NULL,
  closed_at timestamptz,
  closed_by_name text NOT NULL DEFAULT '',
  PRIMARY KEY (organisation_id, engagement_id, moment_key),
  CHECK ((state = 'sent') = (assessment_id IS NOT NULL)),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
CREATE INDEX reassessments_proposed ON reassessments (organisation_id, at) WHERE state = 'proposed';
-- What of a submission opens the next assessment; both sides have read all of it before.
CREATE TABLE assessment_carries (
  buyer_id uuid NOT NULL REFERENCES organisations (id),
  id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  from_assessment_id uuid NOT NULL,
  submission_id uuid NOT NULL,
  -- The workspace that submitted it: nothing is carried to another.
  supplier_organisation_id uuid NOT NULL REFERENCES organisations (id),
  given_at timestamptz NOT NULL,
  -- The canonical text (RFC 8785) of the plan; sha256 is of its UTF-8 bytes.
  carry_text text NOT NULL,
  carry_sha256 text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (buyer_id, id),
  UNIQUE (buyer_id, assessment_id),
  FOREIGN KEY (buyer_id, assessment_id) REFERENCES assessments (buyer_id, id),
  FOREIGN KEY (buyer_id, from_assessment_id) REFERENCES assessments (buyer_id, id)
);
CREATE INDEX assessment_carries_supplier ON assessment_carries (supplier_organisation_id, assessment_id);
`;

const policies = `
${owned('reassessment_rules')}
${secure('reassessments', {
  select: of('organisation_id'),
  insert: of('organisation_id'),
  update: of('organisation_id'),
})}
${secure('assessment_carries', {
  select: either(of('buyer_id'), of('supplier_organisation_id')),
  insert: of('buyer_id'),
})}
CREATE POLICY assessment_carries_verified ON assessment_carries FOR SELECT TO probant_owner USING (true);
`;
