import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a recipient was last sent a new link: two in a row end each other. */
export class LinkRenewals20261127235000 implements MigrationInterface {
  name = 'LinkRenewals20261127235000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE recipients ADD COLUMN renewed_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE recipients DROP COLUMN renewed_at');
  }
}
