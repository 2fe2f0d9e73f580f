import type { MigrationInterface, QueryRunner } from 'typeorm';
import { owned } from './row-security.js';

/** What weights cannot change about a scored engagement, in a few bytes, so that all of them together can be weighed anew. */
export class RiskRows20261128101300 implements MigrationInterface {
  name = 'RiskRows20261128101300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE risk_rows (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  -- Names the engagement in a quarter of the bytes of its id, within the organisation.
  number integer NOT NULL CHECK (number > 0),
  version_id uuid NOT NULL,
  -- Score, floor, marks, and the risk of each theme.
  record bytea NOT NULL,
  -- The risk of each question.
  questions bytea NOT NULL,
  PRIMARY KEY (organisation_id, engagement_id),
  UNIQUE (organisation_id, number),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagement_standings (organisation_id, engagement_id)
);
${owned('risk_rows')}
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE risk_rows');
  }
}
