import type { MigrationInterface, QueryRunner } from 'typeorm';
import { owned } from './row-security.js';

/** Views of the portfolio that a person kept under a name, for themselves or for every member. */
export class PortfolioViews20261128101803 implements MigrationInterface {
  name = 'PortfolioViews20261128101803';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE portfolio_views (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts(id),
  account_name text NOT NULL,
  name text NOT NULL,
  -- Names and values of the address that opens it.
  filters jsonb NOT NULL,
  shared boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, account_id, name)
);
${owned('portfolio_views')}
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE portfolio_views');
  }
}
