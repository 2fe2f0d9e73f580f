import type { MigrationInterface, QueryRunner } from 'typeorm';
import { owned } from './row-security.js';

/**
 * Where engagements stood at the end of each quarter, how far they moved since, and the counts of what the portfolio draws:
 * inherent by residual risk, proof by grade, moves, due days, grades of past quarters.
 */
export class PortfolioQuarters20261128101800 implements MigrationInterface {
  name = 'PortfolioQuarters20261128101800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${columns}\n${quarters}\n${owned('standing_quarters')}`);
    // Force holds for the owner as well, who fills in every organisation's rows here. The past is filled in before anything follows it.
    await runner.query(`
ALTER TABLE engagement_standings NO FORCE ROW LEVEL SECURITY;
ALTER TABLE score_snapshots NO FORCE ROW LEVEL SECURITY;
ALTER TABLE standing_quarters NO FORCE ROW LEVEL SECURITY;
ALTER TABLE portfolio_counts NO FORCE ROW LEVEL SECURITY;
${past}
${keys}
${followers}
${recount}
ALTER TABLE portfolio_counts FORCE ROW LEVEL SECURITY;
ALTER TABLE standing_quarters FORCE ROW LEVEL SECURITY;
ALTER TABLE score_snapshots FORCE ROW LEVEL SECURITY;
ALTER TABLE engagement_standings FORCE ROW LEVEL SECURITY;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER standings_keep_earlier ON engagement_standings;
DROP TRIGGER standings_archived ON engagement_standings;
DROP TRIGGER standings_quarters_inserted ON engagement_standings;
DROP TRIGGER standings_quarters_updated ON engagement_standings;
DROP TABLE standing_quarters;
DROP INDEX standings_tier;
DROP FUNCTION keep_earlier_standing, archive_quarters, follow_quarters, count_quarters;
${keysBefore}
ALTER TABLE portfolio_counts NO FORCE ROW LEVEL SECURITY;
DELETE FROM portfolio_counts WHERE dimension IN ('tier-grade', 'proof-grade', 'move', 'due', 'quarter');
ALTER TABLE portfolio_counts FORCE ROW LEVEL SECURITY;
ALTER TABLE engagement_standings DROP COLUMN move, DROP COLUMN change_order, DROP COLUMN proof, DROP COLUMN earlier_score,
  DROP COLUMN earlier_grade;
DROP FUNCTION quarter_of;
`);
  }
}

const columns = `
ALTER TABLE engagement_standings
  -- At the end of the quarter before the one in which the score was worked out; none where there was none then.
  ADD COLUMN earlier_score double precision,
  ADD COLUMN earlier_grade text;
ALTER TABLE engagement_standings
  -- What moved by less than a tenth is shown as the same.
  ADD COLUMN move text GENERATED ALWAYS AS (CASE WHEN score IS NULL THEN NULL WHEN earlier_score IS NULL THEN 'new'
    WHEN score - earlier_score >= 0.05 THEN 'worse' WHEN score - earlier_score <= -0.05 THEN 'better' ELSE 'same' END) STORED,
  ADD COLUMN change_order double precision GENERATED ALWAYS AS (coalesce(score - earlier_score, -1000)) STORED,
  ADD COLUMN proof text GENERATED ALWAYS AS (CASE WHEN confidence < 0.25 THEN '0-25' WHEN confidence < 0.5 THEN '25-50'
    WHEN confidence < 0.75 THEN '50-75' WHEN confidence IS NOT NULL THEN '75-100' END) STORED;
CREATE INDEX standings_change ON engagement_standings (organisation_id, change_order, engagement_id) WHERE NOT archived;
CREATE INDEX standings_move ON engagement_standings (organisation_id, move, change_order, engagement_id) WHERE NOT archived;
CREATE INDEX standings_tier ON engagement_standings (organisation_id, tier, grade, score_order, engagement_id) WHERE NOT archived;
CREATE INDEX standings_proof ON engagement_standings (organisation_id, proof, grade, score_order, engagement_id) WHERE NOT archived;`;

const quarters = `
CREATE FUNCTION quarter_of(p timestamptz) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT date_trunc('quarter', p AT TIME ZONE 'Europe/Paris')::date
$$;
CREATE TABLE standing_quarters (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  -- Its first day.
  quarter date NOT NULL,
  -- As they were last worked out in that quarter.
  score double precision NOT NULL,
  grade text NOT NULL,
  PRIMARY KEY (organisation_id, engagement_id, quarter),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagement_standings (organisation_id, engagement_id)
);
CREATE INDEX standing_quarters_grade ON standing_quarters (organisation_id, quarter, grade, engagement_id);`;

/** From the scores that were kept: a quarter in which nothing was kept ends as the one before it. */
const past = `
INSERT INTO standing_quarters (organisation_id, engagement_id, quarter, score, grade)
SELECT f.organisation_id, f.engagement_id, q::date, l.score, l.grade
FROM (SELECT organisation_id, engagement_id, min(at) AS first_at FROM score_snapshots WHERE score IS NOT NULL GROUP BY 1, 2) f
  JOIN engagement_standings s ON s.organisation_id = f.organisation_id AND s.engagement_id = f.engagement_id
  CROSS JOIN generate_series(quarter_of(f.first_at), quarter_of(s.scored_at), interval '3 months') q
  CROSS JOIN LATERAL (SELECT n.score, n.grade FROM score_snapshots n WHERE n.organisation_id = f.organisation_id
    AND n.engagement_id = f.engagement_id AND quarter_of(n.at) <= q::date ORDER BY n.at DESC, n.id DESC LIMIT 1) l
WHERE s.score IS NOT NULL AND s.scored_at IS NOT NULL AND l.score IS NOT NULL AND l.grade IS NOT NULL;
INSERT INTO standing_quarters AS q (organisation_id, engagement_id, quarter, score, grade)
SELECT organisation_id, engagement_id, quarter_of(scored_at), score, grade FROM engagement_standings
WHERE score IS NOT NULL AND grade IS NOT NULL AND scored_at IS NOT NULL
ON CONFLICT (organisation_id, engagement_id, quarter) DO UPDATE SET score = excluded.score, grade = excluded.grade;
ALTER TABLE engagement_standings DISABLE TRIGGER USER;
UPDATE engagement_standings s SET earlier_score = q.score, earlier_grade = q.grade FROM standing_quarters q
WHERE q.organisation_id = s.organisation_id AND q.engagement_id = s.engagement_id AND s.score IS NOT NULL
  AND q.quarter = (quarter_of(s.scored_at) - interval '3 months')::date;
ALTER TABLE engagement_standings ENABLE TRIGGER USER;`;

const known = `
    SELECT 'all', ''
    UNION ALL SELECT 'grade', coalesce(p.grade, '')
    UNION ALL SELECT 'status', p.status
    UNION ALL SELECT 'tier', p.tier
    UNION ALL SELECT 'unlawful', '' WHERE p.unlawful
    UNION ALL SELECT 'undemonstrated', '' WHERE p.undemonstrated
    UNION ALL SELECT 'proved', '' WHERE p.knockouts @> '[{"state": "proved"}]'
    UNION ALL SELECT 'knockout', (k ->> 'id') || '/' || (k ->> 'state') FROM jsonb_array_elements(p.knockouts) k`;

const added = `
    UNION ALL SELECT 'tier-grade', p.tier || '/' || coalesce(p.grade, '')
    UNION ALL SELECT 'proof-grade', p.proof || '/' || p.grade WHERE p.proof IS NOT NULL AND p.grade IS NOT NULL
    UNION ALL SELECT 'move', p.move WHERE p.move IS NOT NULL
    UNION ALL SELECT 'due', to_char(p.due_on, 'YYYY-MM-DD')
      WHERE p.due_on IS NOT NULL AND p.status IN ('sent', 'opened', 'in-progress', 'returned')`;

function keysOf(entries: string): string {
  return `
CREATE OR REPLACE FUNCTION standing_keys(p engagement_standings) RETURNS TABLE (dimension text, key text)
LANGUAGE sql IMMUTABLE AS $$
  SELECT d.dimension, d.key FROM (${entries}
  ) AS d(dimension, key) WHERE NOT p.archived
$$;`;
}

const keys = keysOf(`${known}${added}`);
const keysBefore = keysOf(known);

const upsert = 'ON CONFLICT (organisation_id, dimension, key) DO UPDATE SET count = c.count + excluded.count';

/**
 * Triggers of one event fire in the order of their names: an engagement that is archived takes its rows out of the counts before
 * rows that the same statement adds are counted as the archived engagement's.
 */
const followers = `
CREATE FUNCTION keep_earlier_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.earlier_score := OLD.score;
  NEW.earlier_grade := OLD.grade;
  RETURN NEW;
END $$;
CREATE TRIGGER standings_keep_earlier BEFORE UPDATE OF scored_at ON engagement_standings FOR EACH ROW
  WHEN (quarter_of(NEW.scored_at) > quarter_of(OLD.scored_at))
  EXECUTE FUNCTION keep_earlier_standing();

CREATE FUNCTION archive_quarters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO portfolio_counts AS c (organisation_id, dimension, key, count)
    SELECT q.organisation_id, 'quarter', to_char(q.quarter, 'YYYY-MM-DD') || '/' || q.grade,
      sum(CASE WHEN n.archived THEN -1 ELSE 1 END)
    FROM new_rows n JOIN old_rows o ON o.organisation_id = n.organisation_id AND o.engagement_id = n.engagement_id
      JOIN standing_quarters q ON q.organisation_id = n.organisation_id AND q.engagement_id = n.engagement_id
    WHERE n.archived <> o.archived GROUP BY 1, 3 ORDER BY 1, 3
    ${upsert};
  RETURN NULL;
END $$;
CREATE TRIGGER standings_archived AFTER UPDATE ON engagement_standings
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION archive_quarters();

CREATE FUNCTION follow_quarters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO standing_quarters (organisation_id, engagement_id, quarter, score, grade)
      SELECT organisation_id, engagement_id, quarter_of(scored_at), score, grade FROM new_rows
      WHERE score IS NOT NULL AND grade IS NOT NULL AND scored_at IS NOT NULL ORDER BY 1, 2
      ON CONFLICT (organisation_id, engagement_id, quarter) DO UPDATE SET score = excluded.score, grade = excluded.grade;
    RETURN NULL;
  END IF;
  DELETE FROM standing_quarters q USING new_rows n JOIN old_rows o
      ON o.organisation_id = n.organisation_id AND o.engagement_id = n.engagement_id
    WHERE q.organisation_id = n.organisation_id AND q.engagement_id = n.engagement_id AND n.score IS NULL AND o.score IS NOT NULL
      AND q.quarter = quarter_of(coalesce(n.scored_at, o.scored_at));
  -- Quarters in which nothing was worked out ended as the last one before them.
  INSERT INTO standing_quarters AS q (organisation_id, engagement_id, quarter, score, grade)
    SELECT n.organisation_id, n.engagement_id, between_both.quarter::date, o.score, o.grade
    FROM new_rows n JOIN old_rows o ON o.organisation_id = n.organisation_id AND o.engagement_id = n.engagement_id,
      generate_series(quarter_of(o.scored_at) + interval '3 months', quarter_of(n.scored_at) - interval '3 months',
        interval '3 months') AS between_both(quarter)
    WHERE o.score IS NOT NULL AND o.grade IS NOT NULL
    UNION ALL
    SELECT n.organisation_id, n.engagement_id, quarter_of(n.scored_at), n.score, n.grade
    FROM new_rows n JOIN old_rows o ON o.organisation_id = n.organisation_id AND o.engagement_id = n.engagement_id
    WHERE n.score IS NOT NULL AND n.grade IS NOT NULL AND n.scored_at IS NOT NULL
      AND (o.score, o.grade, quarter_of(o.scored_at)) IS DISTINCT FROM (n.score, n.grade, quarter_of(n.scored_at))
    ORDER BY 1, 2, 3
    ON CONFLICT (organisation_id, engagement_id, quarter) DO UPDATE SET score = excluded.score, grade = excluded.grade
    WHERE (q.score, q.grade) IS DISTINCT FROM (excluded.score, excluded.grade);
  RETURN NULL;
END $$;
CREATE TRIGGER standings_quarters_inserted AFTER INSERT ON engagement_standings
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION follow_quarters();
CREATE TRIGGER standings_quarters_updated AFTER UPDATE ON engagement_standings
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION follow_quarters();

CREATE FUNCTION count_quarters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO portfolio_counts AS c (organisation_id, dimension, key, count)
      SELECT n.organisation_id, 'quarter', to_char(n.quarter, 'YYYY-MM-DD') || '/' || n.grade, count(*)
      FROM new_rows n JOIN engagement_standings s ON s.organisation_id = n.organisation_id AND s.engagement_id = n.engagement_id
      WHERE NOT s.archived GROUP BY 1, 3 ORDER BY 1, 3
      ${upsert};
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO portfolio_counts AS c (organisation_id, dimension, key, count)
      SELECT d.organisation_id, 'quarter', to_char(d.quarter, 'YYYY-MM-DD') || '/' || d.grade, sum(d.change) FROM (
        SELECT organisation_id, engagement_id, quarter, grade, 1 AS change FROM new_rows
        UNION ALL SELECT organisation_id, engagement_id, quarter, grade, -1 FROM old_rows
      ) d JOIN engagement_standings s ON s.organisation_id = d.organisation_id AND s.engagement_id = d.engagement_id
      WHERE NOT s.archived GROUP BY 1, 3 HAVING sum(d.change) <> 0 ORDER BY 1, 3
      ${upsert};
  ELSE
    INSERT INTO portfolio_counts AS c (organisation_id, dimension, key, count)
      SELECT o.organisation_id, 'quarter', to_char(o.quarter, 'YYYY-MM-DD') || '/' || o.grade, -count(*)
      FROM old_rows o JOIN engagement_standings s ON s.organisation_id = o.organisation_id AND s.engagement_id = o.engagement_id
      WHERE NOT s.archived GROUP BY 1, 3 ORDER BY 1, 3
      ${upsert};
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER quarters_inserted AFTER INSERT ON standing_quarters
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_quarters();
CREATE TRIGGER quarters_updated AFTER UPDATE ON standing_quarters
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_quarters();
CREATE TRIGGER quarters_deleted AFTER DELETE ON standing_quarters
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_quarters();`;

const recount = `
INSERT INTO portfolio_counts (organisation_id, dimension, key, count)
  SELECT s.organisation_id, k.dimension, k.key, count(*)
  FROM (SELECT p.organisation_id, p AS whole FROM engagement_standings p OFFSET 0) s, standing_keys(s.whole) k
  WHERE k.dimension IN ('tier-grade', 'proof-grade', 'move', 'due') GROUP BY 1, 2, 3
  UNION ALL
  SELECT q.organisation_id, 'quarter', to_char(q.quarter, 'YYYY-MM-DD') || '/' || q.grade, count(*)
  FROM standing_quarters q JOIN engagement_standings s ON s.organisation_id = q.organisation_id AND s.engagement_id = q.engagement_id
  WHERE NOT s.archived GROUP BY 1, 3;`;
