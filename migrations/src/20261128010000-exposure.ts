import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedAppendOnly } from './row-security.js';

/** What an engagement may cost, as it was estimated each time, and who accepted that such amounts are indicative. */
export class Exposure20261128010000 implements MigrationInterface {
  name = 'Exposure20261128010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE exposure_notices, exposure_statements');
  }
}

const tables = `
CREATE TABLE exposure_statements (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  revision integer NOT NULL,
  statement jsonb NOT NULL,
  stated_by uuid NOT NULL,
  stated_by_name text NOT NULL,
  stated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, engagement_id, revision),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id)
);
CREATE TABLE exposure_notices (
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  -- Of the words that were accepted; others have another.
  number integer NOT NULL,
  accepted_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, account_id, number)
);
`;

const policies = `
${ownedAppendOnly('exposure_statements')}
${ownedAppendOnly('exposure_notices')}
`;
