import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What would help a supplier's score most, told with a review: questions in three steps and no number. */
export class Improvements20261128100900 implements MigrationInterface {
  name = 'Improvements20261128100900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE review_notices ADD COLUMN improvements jsonb NOT NULL DEFAULT '[]'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE review_notices DROP COLUMN improvements');
  }
}
