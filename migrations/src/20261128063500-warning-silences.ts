import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedAppendOnly } from './row-security.js';

/** Which letters left about a warning that nobody decided on: one for each step. */
export class WarningSilences20261128063500 implements MigrationInterface {
  name = 'WarningSilences20261128063500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE warning_silences (
  organisation_id uuid NOT NULL,
  warning_id uuid NOT NULL,
  step text NOT NULL CHECK (step IN ('due', 'overdue', 'escalated')),
  told_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (organisation_id, warning_id, step),
  FOREIGN KEY (organisation_id, warning_id) REFERENCES warnings (buyer_id, id)
);
${ownedAppendOnly('warning_silences')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE warning_silences');
  }
}
