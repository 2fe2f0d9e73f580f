import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is hashed beside values that only the buyer knows, where the supplier's chain tells the hash: there are so few contexts
 * of an engagement, and ways to a step of a notice, that all could be tried.
 */
export class Salts20261128065000 implements MigrationInterface {
  name = 'Salts20261128065000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of salted) await runner.query(`ALTER TABLE ${table} ADD COLUMN salt text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of salted) await runner.query(`ALTER TABLE ${table} DROP COLUMN salt`);
  }
}

const salted = ['assessment_frames', 'notice_steps'] as const;
