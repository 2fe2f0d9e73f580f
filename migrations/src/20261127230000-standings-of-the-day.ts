import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, serving } from './row-security.js';

/** The product asks which organisations there are, and then speaks for each to bring its standings up to the day. */
export class StandingsOfTheDay20261127230000 implements MigrationInterface {
  name = 'StandingsOfTheDay20261127230000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(selectFor('identity', 'link', 'outbox', 'scores'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(selectFor('identity', 'link', 'outbox'));
  }
}

function selectFor(...purposes: string[]): string {
  return `ALTER POLICY organisations_select ON organisations USING (${either(of('id'), serving(...purposes))})`;
}
