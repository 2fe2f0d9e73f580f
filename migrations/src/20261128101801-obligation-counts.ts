import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What expires is counted by kind and day as it is written, so that the portfolio adds up days instead of rows. */
export class ObligationCounts20261128101801 implements MigrationInterface {
  name = 'ObligationCounts20261128101801';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
${counting}
ALTER TABLE obligations NO FORCE ROW LEVEL SECURITY;
ALTER TABLE portfolio_counts NO FORCE ROW LEVEL SECURITY;
INSERT INTO portfolio_counts (organisation_id, dimension, key, count)
  SELECT o.organisation_id, k.dimension, k.key, count(*)
  FROM (SELECT p.organisation_id, p AS whole FROM obligations p OFFSET 0) o, obligation_keys(o.whole) k GROUP BY 1, 2, 3;
ALTER TABLE portfolio_counts FORCE ROW LEVEL SECURITY;
ALTER TABLE obligations FORCE ROW LEVEL SECURITY;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION count_obligations, obligation_keys CASCADE;
ALTER TABLE portfolio_counts NO FORCE ROW LEVEL SECURITY;
DELETE FROM portfolio_counts WHERE dimension IN ('obligation', 'obligation-late');
ALTER TABLE portfolio_counts FORCE ROW LEVEL SECURITY;
`);
  }
}

const upsert = 'ON CONFLICT (organisation_id, dimension, key) DO UPDATE SET count = c.count + excluded.count';

/** Open ones alone: by the day they are due, and by the day from which they are late. */
const counting = `
CREATE FUNCTION obligation_keys(p obligations) RETURNS TABLE (dimension text, key text) LANGUAGE sql IMMUTABLE AS $$
  SELECT d.dimension, d.key FROM (
    SELECT 'obligation', p.kind || '/' || to_char(p.effective_on, 'YYYY-MM-DD')
    UNION ALL SELECT 'obligation-late', p.kind || '/' || to_char(p.overdue_from, 'YYYY-MM-DD')
  ) AS d(dimension, key) WHERE p.done_on IS NULL AND p.lapsed_on IS NULL
$$;
CREATE FUNCTION count_obligations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO portfolio_counts AS c (organisation_id, dimension, key, count)
      SELECT n.organisation_id, k.dimension, k.key, count(*) FROM new_rows n, obligation_keys(n) k GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      ${upsert};
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO portfolio_counts AS c (organisation_id, dimension, key, count)
      SELECT d.organisation_id, d.dimension, d.key, sum(d.change) FROM (
        SELECT n.organisation_id, k.dimension, k.key, 1 AS change FROM new_rows n, obligation_keys(n) k
        UNION ALL SELECT o.organisation_id, k.dimension, k.key, -1 FROM old_rows o, obligation_keys(o) k
      ) d GROUP BY 1, 2, 3 HAVING sum(d.change) <> 0 ORDER BY 1, 2, 3
      ${upsert};
  ELSE
    INSERT INTO portfolio_counts AS c (organisation_id, dimension, key, count)
      SELECT o.organisation_id, k.dimension, k.key, -count(*) FROM old_rows o, obligation_keys(o) k GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      ${upsert};
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER obligations_inserted AFTER INSERT ON obligations
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_obligations();
CREATE TRIGGER obligations_updated AFTER UPDATE ON obligations
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_obligations();
CREATE TRIGGER obligations_deleted AFTER DELETE ON obligations
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_obligations();`;
