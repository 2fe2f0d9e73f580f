import type { MigrationInterface, QueryRunner } from 'typeorm';
import { of, owned, ownedAppendOnly, secure } from './row-security.js';

/** Questionnaires, their frozen versions, and the weights that a buyer gives them. */
export class Questionnaires20261122092000 implements MigrationInterface {
  name = 'Questionnaires20261122092000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE buyer_settings, weight_profiles, questionnaire_versions, questionnaires CASCADE',
    );
  }
}

const tables = `
CREATE TABLE questionnaires (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  id uuid NOT NULL,
  code text NOT NULL,
  title jsonb NOT NULL,
  draft jsonb NOT NULL,
  draft_revision integer NOT NULL DEFAULT 1,
  archived_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, code)
);
CREATE TABLE questionnaire_versions (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  questionnaire_id uuid NOT NULL,
  number integer NOT NULL,
  code text NOT NULL,
  title jsonb NOT NULL,
  -- The canonical text (RFC 8785) is the version; sha256 is of its UTF-8 bytes.
  document_text text NOT NULL,
  sha256 text NOT NULL,
  question_count integer NOT NULL,
  published_by uuid,
  published_by_name text NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, questionnaire_id, number),
  FOREIGN KEY (organisation_id, questionnaire_id) REFERENCES questionnaires (organisation_id, id)
);
-- A saved profile is dated and never changes; saving it again under its name makes the next number.
CREATE TABLE weight_profiles (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  id uuid NOT NULL,
  name text NOT NULL,
  number integer NOT NULL,
  preset text,
  themes jsonb NOT NULL,
  questions jsonb NOT NULL DEFAULT '{}',
  created_by uuid,
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, name, number)
);
CREATE TABLE buyer_settings (
  organisation_id uuid PRIMARY KEY REFERENCES organisations(id),
  default_profile_id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  FOREIGN KEY (organisation_id, default_profile_id) REFERENCES weight_profiles (organisation_id, id)
);
ALTER TABLE engagements ADD FOREIGN KEY (organisation_id, profile_id) REFERENCES weight_profiles (organisation_id, id);
${owned('questionnaires')}
${ownedAppendOnly('questionnaire_versions')}
${ownedAppendOnly('weight_profiles')}
${secure('buyer_settings', { select: of('organisation_id'), insert: of('organisation_id'), update: of('organisation_id') })}
`;
