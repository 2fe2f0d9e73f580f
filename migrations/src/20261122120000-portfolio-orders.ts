import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every order of the portfolio has its index, so that a page costs the same at any size. */
export class PortfolioOrders20261122120000 implements MigrationInterface {
  name = 'PortfolioOrders20261122120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX standings_score, standings_grade, standings_due, standings_status;
CREATE INDEX standings_score ON engagement_standings (organisation_id, coalesce(score, -1), engagement_id) WHERE NOT archived;
CREATE INDEX standings_grade ON engagement_standings (organisation_id, grade, coalesce(score, -1), engagement_id) WHERE NOT archived;
CREATE INDEX standings_due ON engagement_standings (organisation_id, coalesce(due_on, '9999-12-31'::date), engagement_id) WHERE NOT archived;
CREATE INDEX standings_status ON engagement_standings (organisation_id, status, coalesce(due_on, '9999-12-31'::date), engagement_id)
  WHERE NOT archived;
CREATE INDEX standings_unlawful ON engagement_standings (organisation_id, coalesce(score, -1), engagement_id) WHERE NOT archived AND unlawful;
CREATE INDEX standings_undemonstrated ON engagement_standings (organisation_id, coalesce(score, -1), engagement_id)
  WHERE NOT archived AND undemonstrated;
CREATE INDEX standings_knockouts ON engagement_standings USING gin (knockouts jsonb_path_ops) WHERE NOT archived;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX standings_score, standings_grade, standings_due, standings_status, standings_unlawful, standings_undemonstrated, standings_knockouts',
    );
  }
}
