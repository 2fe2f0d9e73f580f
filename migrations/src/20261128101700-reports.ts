import type { MigrationInterface, QueryRunner } from 'typeorm';
import { of, owned, secure } from './row-security.js';

/** Reports that were asked for or fell due, what was made of them, and who gets them regularly. */
export class Reports20261128101700 implements MigrationInterface {
  name = 'Reports20261128101700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE report_parts, reports, report_schedules');
  }
}

const tables = `
CREATE TABLE report_schedules (
  organisation_id uuid NOT NULL REFERENCES organisations (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('board', 'register', 'portfolio')),
  format text NOT NULL CHECK (format IN ('pdf', 'xlsx', 'csv')),
  language text NOT NULL CHECK (language IN ('fr', 'en')),
  frequency text NOT NULL CHECK (frequency IN ('weekly', 'monthly', 'quarterly')),
  recipients uuid[] NOT NULL,
  -- The first report is that of the first period which begins after this day.
  since date NOT NULL,
  created_by uuid NOT NULL,
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  stopped_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id)
);
CREATE TABLE reports (
  organisation_id uuid NOT NULL REFERENCES organisations (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('board', 'supplier-file', 'register', 'portfolio')),
  format text NOT NULL CHECK (format IN ('pdf', 'xlsx', 'csv')),
  language text NOT NULL CHECK (language IN ('fr', 'en')),
  engagement_id uuid,
  -- Of the engagement at that moment; empty for what speaks of the whole portfolio.
  title text NOT NULL,
  schedule_id uuid,
  due_on date,
  job_id uuid NOT NULL,
  wanted_by uuid NOT NULL,
  wanted_by_name text NOT NULL,
  wanted_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  made_at timestamptz,
  file_name text,
  bytes bigint,
  sha256 text,
  removed_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  -- One for each moment, whichever process comes first.
  UNIQUE (organisation_id, schedule_id, due_on),
  FOREIGN KEY (organisation_id, job_id) REFERENCES jobs (organisation_id, id),
  FOREIGN KEY (organisation_id, schedule_id) REFERENCES report_schedules (organisation_id, id),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id),
  CHECK ((schedule_id IS NULL) = (due_on IS NULL)),
  CHECK ((kind = 'supplier-file') = (engagement_id IS NOT NULL)),
  CHECK ((made_at IS NULL) = (sha256 IS NULL))
);
CREATE INDEX reports_wanted ON reports (organisation_id, wanted_at, id);
CREATE INDEX reports_engagement ON reports (organisation_id, engagement_id, wanted_at) WHERE engagement_id IS NOT NULL;
CREATE INDEX reports_kept ON reports (organisation_id, made_at) WHERE removed_at IS NULL;
-- Beside the pieces they could be one of them: a report that somebody uploads again must outlive the report.
CREATE TABLE report_parts (
  organisation_id uuid NOT NULL,
  report_id uuid NOT NULL,
  number integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (organisation_id, report_id, number),
  FOREIGN KEY (organisation_id, report_id) REFERENCES reports (organisation_id, id)
);
ALTER TABLE report_parts ALTER COLUMN content SET STORAGE EXTERNAL;
`;

const kept = { select: of('organisation_id'), insert: of('organisation_id'), update: of('organisation_id') };

const policies = `
${secure('report_schedules', kept)}
${secure('reports', kept)}
${owned('report_parts')}
`;
