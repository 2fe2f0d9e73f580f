import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The owner's role, which nobody signs in with, may compare the estimates with the events that tell of them. */
export class OwnerVerifiesExposure20261128022000 implements MigrationInterface {
  name = 'OwnerVerifiesExposure20261128022000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE POLICY exposure_statements_verified ON exposure_statements FOR SELECT TO probant_owner USING (true)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY exposure_statements_verified ON exposure_statements');
  }
}
