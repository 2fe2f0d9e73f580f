import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many pieces nobody has examined stands beside each score; the daily scoring fills it in for the rows that are there. */
export class UnexaminedStandings20261128061000 implements MigrationInterface {
  name = 'UnexaminedStandings20261128061000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE engagement_standings ADD COLUMN unexamined integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE engagement_standings DROP COLUMN unexamined');
  }
}
