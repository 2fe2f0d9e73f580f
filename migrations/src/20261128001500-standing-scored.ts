import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A standing names the assessment that its score is of: an engagement that is asked anew keeps the score of the time before. */
export class StandingScored20261128001500 implements MigrationInterface {
  name = 'StandingScored20261128001500';

  async up(runner: QueryRunner): Promise<void> {
    // Force holds for the owner as well, who fills in every organisation's rows here.
    await runner.query(`
ALTER TABLE engagement_standings ADD COLUMN scored_assessment_id uuid;
ALTER TABLE engagement_standings NO FORCE ROW LEVEL SECURITY;
ALTER TABLE score_snapshots NO FORCE ROW LEVEL SECURITY;
UPDATE engagement_standings s SET scored_assessment_id = last.assessment_id
FROM (SELECT DISTINCT ON (organisation_id, engagement_id) organisation_id, engagement_id, assessment_id
  FROM score_snapshots ORDER BY organisation_id, engagement_id, at DESC, id DESC) last
WHERE last.organisation_id = s.organisation_id AND last.engagement_id = s.engagement_id AND s.scored_at IS NOT NULL;
ALTER TABLE engagement_standings FORCE ROW LEVEL SECURITY;
ALTER TABLE score_snapshots FORCE ROW LEVEL SECURITY;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE engagement_standings DROP COLUMN scored_assessment_id');
  }
}
