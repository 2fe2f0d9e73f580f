import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, owned, ownedAppendOnly, secure } from './row-security.js';

/** The register of warnings: what was said and signed, what the other side signed of it, and what it proves. */
export class Warnings20261128040000 implements MigrationInterface {
  name = 'Warnings20261128040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(policies);
    for (const table of told)
      await runner.query(
        `CREATE POLICY ${table}_verified ON ${table} FOR SELECT TO probant_owner USING (true)`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE warning_proofs, warning_confirmations, warning_decisions, warnings, warning_files',
    );
  }
}

/** Rows of which events tell. */
const told = ['warnings', 'warning_decisions', 'warning_confirmations', 'warning_files'];

const signed = (person: string, instant: string) => `
  content_text text NOT NULL,
  sha256 text NOT NULL,
  ${person} uuid NOT NULL,
  ${person}_name text NOT NULL,
  ${instant} timestamptz NOT NULL`;

const tables = `
-- Pieces of the workspace that stores them; an entry that names one shows it to both sides.
CREATE TABLE warning_files (
  organisation_id uuid NOT NULL REFERENCES organisations (id),
  id uuid NOT NULL,
  sha256 text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  scan_engine text NOT NULL,
  scan_partial boolean NOT NULL,
  uploaded_by uuid NOT NULL,
  uploaded_by_name text NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (organisation_id, id)
);
CREATE TABLE warnings (
  buyer_id uuid NOT NULL,
  id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  -- Null while no workspace answers for the engagement: the entry is the buyer's alone.
  assessment_id uuid,
  supplier_organisation_id uuid REFERENCES organisations (id),
  author_organisation_id uuid NOT NULL,
  supersedes_id uuid,
  -- Beside the signed text, for lists.
  subject text NOT NULL,
  decide_by date NOT NULL,
  question_keys text[] NOT NULL,${signed('written_by', 'written_at')},
  PRIMARY KEY (buyer_id, id),
  -- An entry is corrected once; the next correction is of that one.
  UNIQUE (buyer_id, supersedes_id),
  CHECK ((assessment_id IS NULL) = (supplier_organisation_id IS NULL)),
  FOREIGN KEY (buyer_id, engagement_id) REFERENCES engagements (organisation_id, id),
  FOREIGN KEY (buyer_id, assessment_id) REFERENCES assessments (buyer_id, id),
  FOREIGN KEY (buyer_id, supersedes_id) REFERENCES warnings (buyer_id, id)
);
CREATE INDEX warnings_engagement ON warnings (buyer_id, engagement_id, written_at);
CREATE INDEX warnings_to_decide ON warnings (buyer_id, decide_by, id);
CREATE INDEX warnings_supplier ON warnings (supplier_organisation_id, written_at) WHERE supplier_organisation_id IS NOT NULL;
CREATE TABLE warning_decisions (
  buyer_id uuid NOT NULL,
  id uuid NOT NULL,
  warning_id uuid NOT NULL,
  supplier_organisation_id uuid,
  place integer NOT NULL,
  decision text NOT NULL CHECK (decision IN ('accepted', 'refused', 'quote-asked', 'acknowledged')),
  reason text NOT NULL,${signed('decided_by', 'decided_at')},
  PRIMARY KEY (buyer_id, id),
  UNIQUE (buyer_id, warning_id, place),
  FOREIGN KEY (buyer_id, warning_id) REFERENCES warnings (buyer_id, id)
);
CREATE TABLE warning_confirmations (
  buyer_id uuid NOT NULL,
  warning_id uuid NOT NULL,
  supplier_organisation_id uuid NOT NULL,${signed('confirmed_by', 'confirmed_at')},
  PRIMARY KEY (buyer_id, warning_id),
  FOREIGN KEY (buyer_id, warning_id) REFERENCES warnings (buyer_id, id)
);
-- What a reviewer takes an entry to prove of an answer.
CREATE TABLE warning_proofs (
  organisation_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  question_key text NOT NULL,
  warning_id uuid NOT NULL,
  level text NOT NULL CHECK (level IN ('E0', 'E1', 'E2', 'E3', 'E4')),
  graded_by uuid NOT NULL,
  graded_by_name text NOT NULL,
  graded_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, assessment_id, question_key, warning_id),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessments (buyer_id, id),
  FOREIGN KEY (organisation_id, warning_id) REFERENCES warnings (buyer_id, id)
);
`;

const parties = either(of('buyer_id'), of('supplier_organisation_id'));
const wholeEngagement = `EXISTS (SELECT 1 FROM assessments a WHERE a.id = assessment_id AND a.buyer_id = warnings.buyer_id
  AND a.engagement_id = warnings.engagement_id AND a.supplier_organisation_id = warnings.supplier_organisation_id)`;
const sameParties = (table: string) => `EXISTS (SELECT 1 FROM warnings w WHERE w.buyer_id = ${table}.buyer_id
  AND w.id = ${table}.warning_id AND w.supplier_organisation_id IS NOT DISTINCT FROM ${table}.supplier_organisation_id)`;

const policies = `
${ownedAppendOnly('warning_files')}
${secure('warnings', {
  select: parties,
  insert: `${of('author_organisation_id')} AND (
    (author_organisation_id = buyer_id AND assessment_id IS NULL)
    OR (author_organisation_id IN (buyer_id, supplier_organisation_id) AND ${wholeEngagement}))`,
})}
${secure('warning_decisions', {
  select: parties,
  insert: `${of('buyer_id')} AND ${sameParties('warning_decisions')}`,
})}
${secure('warning_confirmations', {
  select: parties,
  insert: `${of('supplier_organisation_id')} AND ${sameParties('warning_confirmations')}`,
})}
${owned('warning_proofs')}
`;
