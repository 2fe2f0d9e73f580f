import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, owned, ownedAppendOnly, secure } from './row-security.js';

/** What a version's questions became from the version before, its wording corrected since, and its retirement. */
export class Equivalences20261128100401 implements MigrationInterface {
  name = 'Equivalences20261128100401';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION version_named(uuid, uuid, text);
       DROP INDEX questionnaire_versions_sha256;
       DROP TABLE version_retirements, version_corrections, version_equivalences`);
  }
}

const tables = `
CREATE TABLE version_equivalences (
  organisation_id uuid NOT NULL,
  version_id uuid NOT NULL,
  from_version_id uuid NOT NULL,
  -- The canonical text (RFC 8785); sha256 is of its UTF-8 bytes and stands in the event of the publication.
  equivalence_text text NOT NULL,
  sha256 text NOT NULL,
  -- The author changed what was proposed.
  edited boolean NOT NULL,
  PRIMARY KEY (organisation_id, version_id),
  FOREIGN KEY (organisation_id, version_id) REFERENCES questionnaire_versions (organisation_id, id),
  FOREIGN KEY (organisation_id, from_version_id) REFERENCES questionnaire_versions (organisation_id, id)
);
-- Laid over a version that itself never changes; the supplier reads those of the versions that it was sent.
CREATE TABLE version_corrections (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  version_id uuid NOT NULL,
  version_sha256 text NOT NULL,
  -- The question's key or the theme's code, and which of its texts: 'text', 'help', 'short', 'title', 'option:<value>'.
  subject text NOT NULL,
  place text NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  reason text NOT NULL,
  corrected_by uuid NOT NULL,
  corrected_by_name text NOT NULL,
  corrected_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, version_id) REFERENCES questionnaire_versions (organisation_id, id)
);
CREATE INDEX version_corrections_version ON version_corrections (organisation_id, version_sha256, corrected_at);
CREATE TABLE version_retirements (
  organisation_id uuid NOT NULL,
  version_id uuid NOT NULL,
  reason text NOT NULL,
  retired_by uuid NOT NULL,
  retired_by_name text NOT NULL,
  retired_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (organisation_id, version_id),
  FOREIGN KEY (organisation_id, version_id) REFERENCES questionnaire_versions (organisation_id, id)
);
CREATE INDEX questionnaire_versions_sha256 ON questionnaire_versions (organisation_id, sha256);
-- The version of this hash, of the same questionnaire as another version.
CREATE FUNCTION version_named(p_organisation uuid, p_sibling uuid, p_sha256 text) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT v.id FROM questionnaire_versions s JOIN questionnaire_versions v
      ON v.organisation_id = s.organisation_id AND v.questionnaire_id = s.questionnaire_id
    WHERE s.organisation_id = p_organisation AND s.id = p_sibling AND v.sha256 = p_sha256
$$;
`;

const sentToMe = `EXISTS (SELECT 1 FROM assessments a WHERE a.buyer_id = version_corrections.organisation_id
  AND a.version_sha256 = version_corrections.version_sha256 AND a.supplier_organisation_id = (SELECT organisation()))`;

const policies = `
${ownedAppendOnly('version_equivalences')}
${secure('version_corrections', { select: either(of('organisation_id'), sentToMe), insert: of('organisation_id') })}
${owned('version_retirements')}
CREATE POLICY version_equivalences_verified ON version_equivalences FOR SELECT TO probant_owner USING (true);
CREATE POLICY version_corrections_verified ON version_corrections FOR SELECT TO probant_owner USING (true);
`;
