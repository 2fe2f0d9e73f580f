import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, owned, secure } from './row-security.js';

/** The supplier's side: answer sheets, answers, pieces of evidence; and the submissions that both sides read. */
export class Answers20261122094000 implements MigrationInterface {
  name = 'Answers20261122094000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE clarifications, submission_pieces, submissions, evidence_links, evidence, evidence_files, working_answers, answer_sheets',
    );
  }
}

const tables = `
-- One per assessment and workspace: the revision that submitting names, and the progress that the buyer may see.
CREATE TABLE answer_sheets (
  supplier_organisation_id uuid NOT NULL REFERENCES organisations(id),
  assessment_id uuid NOT NULL REFERENCES assessments (id),
  buyer_id uuid NOT NULL REFERENCES organisations(id),
  revision bigint NOT NULL DEFAULT 0,
  answered integer NOT NULL DEFAULT 0,
  last_saved_at timestamptz,
  PRIMARY KEY (supplier_organisation_id, assessment_id),
  FOREIGN KEY (buyer_id, assessment_id) REFERENCES assessments (buyer_id, id)
) WITH (fillfactor = 70);
CREATE INDEX answer_sheets_buyer ON answer_sheets (buyer_id, assessment_id);
CREATE TABLE working_answers (
  supplier_organisation_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  question_key text NOT NULL,
  -- 'cleared' keeps the row, its revision and its history when the supplier takes an answer back.
  state text NOT NULL CHECK (state IN ('answered', 'refused', 'na', 'cleared')),
  value jsonb,
  comment text NOT NULL DEFAULT '',
  justification text NOT NULL DEFAULT '',
  revision integer NOT NULL DEFAULT 1,
  client_key text NOT NULL,
  updated_by uuid NOT NULL,
  updated_by_name text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (supplier_organisation_id, assessment_id, question_key),
  FOREIGN KEY (supplier_organisation_id, assessment_id) REFERENCES answer_sheets (supplier_organisation_id, assessment_id)
) WITH (fillfactor = 80);
CREATE TABLE evidence_files (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  sha256 text NOT NULL,
  bytes bigint NOT NULL,
  media_type text NOT NULL,
  scan_engine text NOT NULL,
  scan_partial boolean NOT NULL,
  scanned_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, sha256)
);
CREATE TABLE evidence (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  id uuid NOT NULL,
  sha256 text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  dated_on date,
  expires_on date,
  supersedes_id uuid,
  superseded_at timestamptz,
  submitted_at timestamptz,
  uploaded_by uuid NOT NULL,
  uploaded_by_name text NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT now(),
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, sha256) REFERENCES evidence_files (organisation_id, sha256),
  FOREIGN KEY (organisation_id, supersedes_id) REFERENCES evidence (organisation_id, id)
);
CREATE INDEX evidence_uploaded ON evidence (organisation_id, uploaded_at DESC, id);
CREATE TABLE evidence_links (
  organisation_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  question_key text NOT NULL,
  evidence_id uuid NOT NULL,
  linked_by uuid NOT NULL,
  linked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, assessment_id, question_key, evidence_id),
  FOREIGN KEY (organisation_id, evidence_id) REFERENCES evidence (organisation_id, id),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES answer_sheets (supplier_organisation_id, assessment_id)
);
CREATE INDEX evidence_links_evidence ON evidence_links (organisation_id, evidence_id);
CREATE TABLE submissions (
  buyer_id uuid NOT NULL,
  supplier_organisation_id uuid NOT NULL REFERENCES organisations(id),
  id uuid NOT NULL UNIQUE,
  assessment_id uuid NOT NULL,
  number integer NOT NULL,
  sheet_revision bigint NOT NULL,
  -- The canonical text (RFC 8785) is the submission; sha256 is of its UTF-8 bytes.
  submission_text text NOT NULL,
  sha256 text NOT NULL,
  attested_by uuid NOT NULL,
  attested_by_name text NOT NULL,
  submitted_at timestamptz NOT NULL,
  PRIMARY KEY (buyer_id, id),
  UNIQUE (buyer_id, assessment_id, number),
  FOREIGN KEY (buyer_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
CREATE INDEX submissions_supplier ON submissions (supplier_organisation_id, assessment_id);
CREATE TABLE submission_pieces (
  buyer_id uuid NOT NULL,
  supplier_organisation_id uuid NOT NULL,
  submission_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  sha256 text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  scan_engine text NOT NULL,
  scan_partial boolean NOT NULL,
  dated_on date,
  expires_on date,
  uploaded_at timestamptz NOT NULL,
  question_keys text[] NOT NULL,
  PRIMARY KEY (buyer_id, submission_id, evidence_id),
  FOREIGN KEY (buyer_id, submission_id) REFERENCES submissions (buyer_id, id),
  FOREIGN KEY (supplier_organisation_id, evidence_id) REFERENCES evidence (organisation_id, id)
);
CREATE INDEX submission_pieces_assessment ON submission_pieces (buyer_id, assessment_id, evidence_id);
CREATE TABLE clarifications (
  buyer_id uuid NOT NULL,
  supplier_organisation_id uuid NOT NULL REFERENCES organisations(id),
  id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  question_key text NOT NULL,
  author_organisation_id uuid NOT NULL,
  author_id uuid NOT NULL,
  author_name text NOT NULL,
  body text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (buyer_id, id),
  FOREIGN KEY (buyer_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
CREATE INDEX clarifications_thread ON clarifications (buyer_id, assessment_id, question_key, at);
`;

const parties = either(of('buyer_id'), of('supplier_organisation_id'));
const ownAssessment = (supplier: string) =>
  `${of(supplier)} AND EXISTS (SELECT 1 FROM assessments a WHERE a.id = assessment_id
     AND a.supplier_organisation_id = (SELECT organisation()))`;

const policies = `
${secure('answer_sheets', {
  select: parties,
  insert: `${ownAssessment('supplier_organisation_id')} OR (SELECT purpose()) = 'link'`,
  update: ownAssessment('supplier_organisation_id'),
})}
${secure('working_answers', {
  select: of('supplier_organisation_id'),
  insert: of('supplier_organisation_id'),
  update: of('supplier_organisation_id'),
})}
${secure('evidence_files', { select: of('organisation_id'), insert: of('organisation_id') })}
${secure('evidence', { select: of('organisation_id'), insert: of('organisation_id'), update: of('organisation_id') })}
${owned('evidence_links')}
${secure('submissions', { select: parties, insert: ownAssessment('supplier_organisation_id') })}
${secure('submission_pieces', { select: parties, insert: ownAssessment('supplier_organisation_id') })}
${secure('clarifications', {
  select: parties,
  insert: `author_organisation_id = (SELECT organisation()) AND EXISTS (SELECT 1 FROM assessments a
    WHERE a.id = assessment_id AND a.buyer_id = clarifications.buyer_id
      AND a.supplier_organisation_id = clarifications.supplier_organisation_id)`,
})}
`;
