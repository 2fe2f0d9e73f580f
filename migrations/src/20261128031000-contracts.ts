import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedAppendOnly } from './row-security.js';

/** The buyer's contract of an engagement: terms, documents with their text, and what was found of each clause. All only grow. */
export class Contracts20261128031000 implements MigrationInterface {
  name = 'Contracts20261128031000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${tables};\n${findingOrigins};\n${policies}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE clause_assessments, contract_documents, contract_terms;
DELETE FROM findings WHERE origin <> 'answer';
ALTER TABLE findings DROP CONSTRAINT findings_origin_key,
  ADD UNIQUE (buyer_id, assessment_id, question_key);
ALTER TABLE findings DROP COLUMN origin;
`);
  }
}

const tables = `
CREATE TABLE contract_terms (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  number integer NOT NULL,
  terms jsonb NOT NULL,
  reason text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (organisation_id, engagement_id, number),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id)
);
CREATE TABLE contract_documents (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  bytes bigint NOT NULL,
  media_type text NOT NULL,
  scan_engine text NOT NULL,
  scan_partial boolean NOT NULL,
  -- Passages are quoted by their place in this text, which therefore never changes.
  text text NOT NULL,
  text_state text NOT NULL CHECK (text_state IN ('read', 'image-only', 'encrypted', 'too-long', 'unreadable')),
  text_sha256 text NOT NULL,
  pages integer,
  supersedes_id uuid,
  uploaded_by uuid NOT NULL,
  uploaded_by_name text NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, engagement_id, id),
  UNIQUE (organisation_id, supersedes_id),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id),
  FOREIGN KEY (organisation_id, engagement_id, supersedes_id)
    REFERENCES contract_documents (organisation_id, engagement_id, id)
);
CREATE INDEX contract_documents_engagement ON contract_documents (organisation_id, engagement_id, uploaded_at, id);
CREATE TABLE clause_assessments (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  clause_id text NOT NULL,
  revision integer NOT NULL,
  status text NOT NULL CHECK (status IN ('present', 'weak', 'adverse', 'absent')),
  document_id uuid,
  passage_start integer,
  passage_end integer,
  article text,
  quote text NOT NULL,
  note text NOT NULL,
  assessed_by uuid NOT NULL,
  assessed_by_name text NOT NULL,
  assessed_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (organisation_id, engagement_id, clause_id, revision),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id),
  FOREIGN KEY (organisation_id, engagement_id, document_id)
    REFERENCES contract_documents (organisation_id, engagement_id, id),
  CHECK ((document_id IS NULL) = (passage_start IS NULL) AND (passage_start IS NULL) = (passage_end IS NULL))
)`;

const findingOrigins = `
ALTER TABLE findings
  ADD COLUMN origin text NOT NULL DEFAULT 'answer' CHECK (origin IN ('answer', 'contract')),
  DROP CONSTRAINT findings_buyer_id_assessment_id_question_key_key,
  ADD CONSTRAINT findings_origin_key UNIQUE (buyer_id, assessment_id, question_key, origin)`;

const policies = `
${ownedAppendOnly('contract_terms')}
${ownedAppendOnly('contract_documents')}
${ownedAppendOnly('clause_assessments')}
${['contract_terms', 'contract_documents', 'clause_assessments'].map(verified).join(';\n')}`;

/** The owner's role, which nobody signs in with, compares the rows with the events that tell of them. */
function verified(table: string): string {
  return `CREATE POLICY ${table}_verified ON ${table} FOR SELECT TO probant_owner USING (true)`;
}
