import type { MigrationInterface, QueryRunner } from 'typeorm';
import { owned } from './row-security.js';

/** Files of questionnaires: what was read of them, what a person changed of that, and the draft that they became. */
export class QuestionnaireImports20261128100300 implements MigrationInterface {
  name = 'QuestionnaireImports20261128100300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE questionnaire_imports');
  }
}

const tables = `
CREATE TABLE questionnaire_imports (
  organisation_id uuid NOT NULL REFERENCES organisations (id),
  id uuid NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  bytes bigint NOT NULL,
  media_type text NOT NULL,
  scan_engine text NOT NULL,
  scan_partial boolean NOT NULL,
  -- The reading under way, or the last one.
  job_id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  -- How the sheets are read, and what is changed of the items that were read.
  reading jsonb NOT NULL DEFAULT '{}',
  wish jsonb NOT NULL DEFAULT '{}',
  -- What the job read or why it could not; absent while it reads.
  outcome jsonb,
  questionnaire_id uuid,
  saved_by_name text,
  saved_at timestamptz,
  uploaded_by uuid NOT NULL,
  uploaded_by_name text NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, job_id) REFERENCES jobs (organisation_id, id),
  FOREIGN KEY (organisation_id, questionnaire_id) REFERENCES questionnaires (organisation_id, id),
  CHECK ((questionnaire_id IS NULL) = (saved_at IS NULL))
);
CREATE INDEX questionnaire_imports_newest ON questionnaire_imports (organisation_id, uploaded_at DESC, id DESC);
CREATE INDEX questionnaire_imports_saved ON questionnaire_imports (organisation_id, questionnaire_id);
${owned('questionnaire_imports')}
`;
