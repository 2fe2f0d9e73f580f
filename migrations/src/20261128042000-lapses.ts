import type { MigrationInterface, QueryRunner } from 'typeorm';
import { owned } from './row-security.js';

/** What lapses, a row for each in the order of its day, so that a page of all engagements costs the same at any size. */
export class Lapses20261128042000 implements MigrationInterface {
  name = 'Lapses20261128042000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE lapses (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('piece-aged', 'piece-expired', 'certificate-nears-end', 'certificate-ended', 'date-aged',
    'answers-to-reconfirm')),
  name text NOT NULL,
  questions text[] NOT NULL,
  label jsonb,
  -- The last day on which it holds; it does not depend on today.
  last_on date NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagement_standings (organisation_id, engagement_id)
);
CREATE INDEX lapses_day ON lapses (organisation_id, last_on, id);
CREATE INDEX lapses_engagement ON lapses (organisation_id, engagement_id);
ALTER TABLE engagement_standings ADD COLUMN score_soon double precision, ADD COLUMN grade_soon text;
${owned('lapses')}
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE lapses; ALTER TABLE engagement_standings DROP COLUMN score_soon, DROP COLUMN grade_soon',
    );
  }
}
