import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure, serving } from './row-security.js';

/** Whether what a new database begins with, the demo, was loaded to its end. */
export class FirstLoad20261127233000 implements MigrationInterface {
  name = 'FirstLoad20261127233000';

  async up(runner: QueryRunner): Promise<void> {
    const rule = serving('identity');
    await runner.query(`
CREATE TABLE first_loads (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  began_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz
);
${secure('first_loads', { select: rule, insert: rule, update: rule })}
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE first_loads');
  }
}
