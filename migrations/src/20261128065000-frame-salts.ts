import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the event of a sending hashes beside the context of the engagement, which the supplier could otherwise find by trying all. */
export class FrameSalts20261128065000 implements MigrationInterface {
  name = 'FrameSalts20261128065000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE assessment_frames ADD COLUMN salt text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE assessment_frames DROP COLUMN salt');
  }
}
