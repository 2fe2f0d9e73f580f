import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, secure, serving } from './row-security.js';

/**
 * Every event of an organisation's own chain is a leaf of a signed root: a proof file can then show those that are about its subject,
 * each dated by itself, and none of the others.
 */
export class EventLeaves20261128064000 implements MigrationInterface {
  name = 'EventLeaves20261128064000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE event_leaves (
  organisation_id uuid NOT NULL,
  sequence bigint NOT NULL,
  root_number integer NOT NULL REFERENCES merkle_roots (number),
  path jsonb NOT NULL,
  PRIMARY KEY (organisation_id, sequence)
);
${secure('event_leaves', { select: either(of('organisation_id'), serving('roots')), insert: serving('roots') })}
CREATE POLICY events_rooted ON events FOR SELECT USING (${serving('roots')} AND chain_id = organisation_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY events_rooted ON events; DROP TABLE event_leaves;');
  }
}
