import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a sealed file has no timestamp; files that were sealed before do not say. */
export class TimestampProblems20261128070000 implements MigrationInterface {
  name = 'TimestampProblems20261128070000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE proof_files ADD COLUMN timestamp_problem text
         CHECK (timestamp_problem IN ('not-configured', 'no-answer', 'refused', 'not-sound')),
         ADD CHECK (timestamp_problem IS NULL OR timestamped_at IS NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE proof_files DROP COLUMN timestamp_problem');
  }
}
