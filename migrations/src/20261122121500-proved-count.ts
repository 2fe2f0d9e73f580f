import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Engagements with a proved knock-out are counted as the unlawful and the undemonstrated ones are. */
export class ProvedCount20261122121500 implements MigrationInterface {
  name = 'ProvedCount20261122121500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      keysWith(`UNION ALL SELECT 'proved', '' WHERE p.knockouts @> '[{"state": "proved"}]'`),
    );
    // Force holds for the owner as well, who counts for every organisation here.
    await runner.query(`
ALTER TABLE engagement_standings NO FORCE ROW LEVEL SECURITY;
ALTER TABLE portfolio_counts NO FORCE ROW LEVEL SECURITY;
INSERT INTO portfolio_counts (organisation_id, dimension, key, count)
  SELECT s.organisation_id, 'proved', '', count(*) FROM engagement_standings s
  WHERE NOT s.archived AND s.knockouts @> '[{"state": "proved"}]' GROUP BY 1;
ALTER TABLE engagement_standings FORCE ROW LEVEL SECURITY;
ALTER TABLE portfolio_counts FORCE ROW LEVEL SECURITY;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(keysWith(''));
    await runner.query(`
ALTER TABLE portfolio_counts NO FORCE ROW LEVEL SECURITY;
DELETE FROM portfolio_counts WHERE dimension = 'proved';
ALTER TABLE portfolio_counts FORCE ROW LEVEL SECURITY;
`);
  }
}

function keysWith(proved: string): string {
  return `
CREATE OR REPLACE FUNCTION standing_keys(p engagement_standings) RETURNS TABLE (dimension text, key text)
LANGUAGE sql IMMUTABLE AS $$
  SELECT d.dimension, d.key FROM (
    SELECT 'all', ''
    UNION ALL SELECT 'grade', coalesce(p.grade, '')
    UNION ALL SELECT 'status', p.status
    UNION ALL SELECT 'tier', p.tier
    UNION ALL SELECT 'unlawful', '' WHERE p.unlawful
    UNION ALL SELECT 'undemonstrated', '' WHERE p.undemonstrated
    ${proved}
    UNION ALL SELECT 'knockout', (k ->> 'id') || '/' || (k ->> 'state') FROM jsonb_array_elements(p.knockouts) k
  ) AS d(dimension, key) WHERE NOT p.archived
$$`;
}
