import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What `probant verify --chain` reads: chains belong to organisations, and the check is of all of them. */
const read = ['organisations', 'assessments', 'acceptances', 'chains', 'events'];

/**
 * Row security is forced, so that even the owner of the tables sees the rows of the organisation that speaks alone. The
 * owner's role, which nobody signs in with, may read the chains of all.
 */
export class OwnerVerifies20261122115000 implements MigrationInterface {
  name = 'OwnerVerifies20261122115000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of read)
      await runner.query(
        `CREATE POLICY ${table}_verified ON ${table} FOR SELECT TO probant_owner USING (true)`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of read) await runner.query(`DROP POLICY ${table}_verified ON ${table}`);
  }
}
