import type { MigrationInterface, QueryRunner } from 'typeorm';
import { owned, ownedAppendOnly } from './row-security.js';

/** Who changed what of a draft, and who has it open: two authors neither overwrite nor surprise each other. */
export class DraftEdits20261128100200 implements MigrationInterface {
  name = 'DraftEdits20261128100200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE questionnaire_editors, questionnaire_edits');
  }
}

const tables = `
CREATE TABLE questionnaire_edits (
  organisation_id uuid NOT NULL,
  questionnaire_id uuid NOT NULL,
  -- The revision that the edit made.
  revision integer NOT NULL,
  -- Made by the browser: the same edit sent twice is applied once.
  client_key text NOT NULL,
  -- Of its steps: the same key with others is another edit.
  steps_sha256 text NOT NULL,
  account_id uuid,
  account_name text NOT NULL,
  touched text[] NOT NULL,
  edited_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, questionnaire_id, revision),
  UNIQUE (organisation_id, questionnaire_id, client_key),
  FOREIGN KEY (organisation_id, questionnaire_id) REFERENCES questionnaires (organisation_id, id)
);
-- One row per open tab, refreshed while it is looked at; rows that are no longer refreshed say nothing and are removed.
CREATE TABLE questionnaire_editors (
  organisation_id uuid NOT NULL,
  questionnaire_id uuid NOT NULL,
  tab_id uuid NOT NULL,
  account_id uuid NOT NULL,
  account_name text NOT NULL,
  place text NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, questionnaire_id, tab_id),
  FOREIGN KEY (organisation_id, questionnaire_id) REFERENCES questionnaires (organisation_id, id)
);
${ownedAppendOnly('questionnaire_edits')}
${owned('questionnaire_editors')}
`;
