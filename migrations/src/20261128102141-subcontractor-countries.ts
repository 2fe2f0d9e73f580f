import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a company of a chain is established, as a supplier's record already says it; nothing where nobody told. */
export class SubcontractorCountries20261128102141 implements MigrationInterface {
  name = 'SubcontractorCountries20261128102141';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE subcontractors ADD COLUMN country text CHECK (country ~ '^[A-Z]{2}$')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE subcontractors DROP COLUMN country');
  }
}
