import type { MigrationInterface, QueryRunner } from 'typeorm';
import { owned, ownedAppendOnly } from './row-security.js';

/** What registers and name servers told one buyer, with the very bytes; and the token of a zone that it says it controls. */
export class Checks20261128040100 implements MigrationInterface {
  name = 'Checks20261128040100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(`
${ownedAppendOnly('checks')}
${ownedAppendOnly('check_replies')}
${ownedAppendOnly('zone_tokens')}
${owned('check_proofs')}
CREATE POLICY checks_verified ON checks FOR SELECT TO probant_owner USING (true);
CREATE POLICY check_replies_verified ON check_replies FOR SELECT TO probant_owner USING (true);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE zone_tokens, check_proofs, check_replies, checks');
  }
}

const tables = `
CREATE TABLE checks (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  kind text NOT NULL,
  -- The number or the domain that was asked about.
  target text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('ok', 'attention', 'unknown')),
  reading jsonb NOT NULL,
  asked_by uuid NOT NULL,
  asked_by_name text NOT NULL,
  fetched_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id)
);
CREATE INDEX checks_engagement ON checks (organisation_id, engagement_id, kind, target, fetched_at DESC);
-- As they came, so that anybody reads them again.
CREATE TABLE check_replies (
  organisation_id uuid NOT NULL,
  check_id uuid NOT NULL,
  place integer NOT NULL,
  source text NOT NULL,
  status integer NOT NULL,
  failure text,
  sha256 text NOT NULL,
  body bytea NOT NULL,
  fetched_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, check_id, place),
  FOREIGN KEY (organisation_id, check_id) REFERENCES checks (organisation_id, id)
);
-- What a reviewer takes a check to prove of an answer.
CREATE TABLE check_proofs (
  organisation_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  question_key text NOT NULL,
  check_id uuid NOT NULL,
  name text NOT NULL,
  level text NOT NULL CHECK (level IN ('E0', 'E1', 'E2', 'E3', 'E4')),
  checked_on date NOT NULL,
  -- Of the answer beside which it was taken: it proves no other.
  answer_sha256 text NOT NULL,
  graded_by uuid NOT NULL,
  graded_by_name text NOT NULL,
  graded_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, assessment_id, question_key, check_id),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessments (buyer_id, id),
  FOREIGN KEY (organisation_id, check_id) REFERENCES checks (organisation_id, id)
);
CREATE TABLE zone_tokens (
  organisation_id uuid NOT NULL REFERENCES organisations (id),
  domain text NOT NULL,
  token text NOT NULL,
  made_by uuid NOT NULL,
  made_by_name text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, domain)
);
`;
