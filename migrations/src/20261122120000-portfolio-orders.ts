import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every order of the portfolio has its index, so that a page costs the same at any size. */
export class PortfolioOrders20261122120000 implements MigrationInterface {
  name = 'PortfolioOrders20261122120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX standings_score, standings_name, standings_grade, standings_due, standings_status;
-- What a list sorts by, never null. Columns rather than expressions: under row security only comparisons of plain columns
-- may use an index, since a function could leak what it is given.
ALTER TABLE engagement_standings
  ADD COLUMN score_order double precision GENERATED ALWAYS AS (coalesce(score, -1)) STORED,
  ADD COLUMN due_order date GENERATED ALWAYS AS (coalesce(due_on, '9999-12-31')) STORED,
  ADD COLUMN name_order text GENERATED ALWAYS AS (lower(supplier_name)) STORED;
CREATE INDEX standings_score ON engagement_standings (organisation_id, score_order, engagement_id) WHERE NOT archived;
CREATE INDEX standings_name ON engagement_standings (organisation_id, name_order, engagement_id) WHERE NOT archived;
CREATE INDEX standings_due ON engagement_standings (organisation_id, due_order, engagement_id) WHERE NOT archived;
CREATE INDEX standings_awaited ON engagement_standings (organisation_id, due_order, engagement_id)
  WHERE NOT archived AND status IN ('sent', 'opened', 'in-progress', 'returned');
CREATE INDEX standings_grade ON engagement_standings (organisation_id, grade, score_order, engagement_id) WHERE NOT archived;
CREATE INDEX standings_status ON engagement_standings (organisation_id, status, due_order, engagement_id) WHERE NOT archived;
CREATE INDEX standings_unlawful ON engagement_standings (organisation_id, score_order, engagement_id) WHERE NOT archived AND unlawful;
CREATE INDEX standings_undemonstrated ON engagement_standings (organisation_id, score_order, engagement_id)
  WHERE NOT archived AND undemonstrated;
CREATE INDEX standings_knockouts ON engagement_standings USING gin (knockouts jsonb_path_ops) WHERE NOT archived;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE engagement_standings DROP COLUMN score_order, DROP COLUMN due_order, DROP COLUMN name_order',
    );
  }
}
