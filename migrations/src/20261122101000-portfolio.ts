import type { MigrationInterface, QueryRunner } from 'typeorm';
import { of, owned, secure } from './row-security.js';

/** Where each engagement stands today, and the counts of the portfolio, kept by trigger so that a page costs the same at any size. */
export class Portfolio20261122101000 implements MigrationInterface {
  name = 'Portfolio20261122101000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(standings);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE engagement_standings, portfolio_counts CASCADE');
  }
}

const standings = `
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
CREATE TABLE engagement_standings (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  supplier_id uuid NOT NULL,
  supplier_name text NOT NULL,
  engagement_name text NOT NULL,
  tier text NOT NULL,
  assessment_id uuid,
  status text NOT NULL DEFAULT 'none',
  due_on date,
  score double precision,
  base double precision,
  floor double precision,
  grade text,
  confidence double precision,
  before_review boolean,
  -- Active knock-outs as [{"id", "state"}], state being unlawful, proved or undemonstrated.
  knockouts jsonb NOT NULL DEFAULT '[]',
  unlawful boolean NOT NULL DEFAULT false,
  undemonstrated boolean NOT NULL DEFAULT false,
  -- Theme code to risk 0 to 1.
  themes jsonb NOT NULL DEFAULT '{}',
  answered integer NOT NULL DEFAULT 0,
  questions integer NOT NULL DEFAULT 0,
  scored_at timestamptz,
  archived boolean NOT NULL DEFAULT false,
  search text GENERATED ALWAYS AS (lower(supplier_name || ' ' || engagement_name)) STORED,
  PRIMARY KEY (organisation_id, engagement_id),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id)
);
CREATE INDEX standings_score ON engagement_standings (organisation_id, score DESC NULLS LAST, engagement_id) WHERE NOT archived;
CREATE INDEX standings_name ON engagement_standings (organisation_id, lower(supplier_name), engagement_id) WHERE NOT archived;
CREATE INDEX standings_due ON engagement_standings (organisation_id, due_on, engagement_id) WHERE NOT archived;
CREATE INDEX standings_grade ON engagement_standings (organisation_id, grade, score DESC NULLS LAST, engagement_id) WHERE NOT archived;
CREATE INDEX standings_status ON engagement_standings (organisation_id, status, due_on, engagement_id) WHERE NOT archived;
CREATE INDEX standings_search ON engagement_standings USING gin (search public.gin_trgm_ops);

CREATE TABLE portfolio_counts (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  -- 'all', 'grade', 'status', 'tier', 'knockout' (id/state), 'unlawful', 'undemonstrated'
  dimension text NOT NULL,
  key text NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (organisation_id, dimension, key)
);
${owned('engagement_standings')}
${secure('portfolio_counts', { select: of('organisation_id'), insert: of('organisation_id'), update: of('organisation_id') })}

CREATE FUNCTION standing_keys(p engagement_standings) RETURNS TABLE (dimension text, key text)
LANGUAGE sql IMMUTABLE AS $$
  SELECT d.dimension, d.key FROM (
    SELECT 'all', ''
    UNION ALL SELECT 'grade', coalesce(p.grade, '')
    UNION ALL SELECT 'status', p.status
    UNION ALL SELECT 'tier', p.tier
    UNION ALL SELECT 'unlawful', '' WHERE p.unlawful
    UNION ALL SELECT 'undemonstrated', '' WHERE p.undemonstrated
    UNION ALL SELECT 'knockout', (k ->> 'id') || '/' || (k ->> 'state') FROM jsonb_array_elements(p.knockouts) k
  ) AS d(dimension, key) WHERE NOT p.archived
$$;

CREATE FUNCTION count_standings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO portfolio_counts AS c (organisation_id, dimension, key, count)
      SELECT n.organisation_id, k.dimension, k.key, count(*) FROM new_rows n, standing_keys(n) k GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      ON CONFLICT (organisation_id, dimension, key) DO UPDATE SET count = c.count + excluded.count;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO portfolio_counts AS c (organisation_id, dimension, key, count)
      SELECT d.organisation_id, d.dimension, d.key, sum(d.change) FROM (
        SELECT n.organisation_id, k.dimension, k.key, 1 AS change FROM new_rows n, standing_keys(n) k
        UNION ALL
        SELECT o.organisation_id, k.dimension, k.key, -1 FROM old_rows o, standing_keys(o) k
      ) d GROUP BY 1, 2, 3 HAVING sum(d.change) <> 0 ORDER BY 1, 2, 3
      ON CONFLICT (organisation_id, dimension, key) DO UPDATE SET count = c.count + excluded.count;
  ELSE
    INSERT INTO portfolio_counts AS c (organisation_id, dimension, key, count)
      SELECT o.organisation_id, k.dimension, k.key, -count(*) FROM old_rows o, standing_keys(o) k GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      ON CONFLICT (organisation_id, dimension, key) DO UPDATE SET count = c.count + excluded.count;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER standings_inserted AFTER INSERT ON engagement_standings
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_standings();
CREATE TRIGGER standings_updated AFTER UPDATE ON engagement_standings
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_standings();
CREATE TRIGGER standings_deleted AFTER DELETE ON engagement_standings
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_standings();
`;
