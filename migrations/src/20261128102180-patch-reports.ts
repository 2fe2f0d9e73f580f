import type { MigrationInterface, QueryRunner } from 'typeorm';
import { followedByCalendar } from './followed-by-calendar.js';
import { ownedAppendOnly } from './row-security.js';

/** The monthly patch reports of an engagement: from when they are expected, and what was recorded of each month. */
export class PatchReports20261128102180 implements MigrationInterface {
  name = 'PatchReports20261128102180';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(policies);
    for (const table of followed) await runner.query(followedByCalendar(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE patch_reports, patch_report_expectations');
  }
}

const followed = ['patch_report_expectations', 'patch_reports'] as const;

const tables = `
CREATE TABLE patch_report_expectations (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  revision integer NOT NULL,
  expectation jsonb NOT NULL,
  set_by uuid NOT NULL,
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, engagement_id, revision),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id)
);
CREATE TABLE patch_reports (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  month text NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  -- Within the month: what is recorded later corrects what was before.
  revision integer NOT NULL,
  report jsonb NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, engagement_id, month, revision),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id)
);
`;

// The owner's role, which nobody signs in with, may compare the rows with the events that tell of them.
const policies = `
${ownedAppendOnly('patch_report_expectations')}
${ownedAppendOnly('patch_reports')}
CREATE POLICY patch_report_expectations_verified ON patch_report_expectations FOR SELECT TO probant_owner USING (true);
CREATE POLICY patch_reports_verified ON patch_reports FOR SELECT TO probant_owner USING (true);
`;
