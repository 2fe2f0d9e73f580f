import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The score of today beside each past quarter: the list behind a quarter is read in its order, without asking each engagement what it was then. */
export class QuartersInTodaysOrder20261128102120 implements MigrationInterface {
  name = 'QuartersInTodaysOrder20261128102120';

  async up(runner: QueryRunner): Promise<void> {
    // Force holds for the owner as well, who fills in every organisation's rows here.
    await runner.query(`
ALTER TABLE standing_quarters ADD COLUMN score_order double precision NOT NULL DEFAULT -1;
ALTER TABLE engagement_standings NO FORCE ROW LEVEL SECURITY;
ALTER TABLE standing_quarters NO FORCE ROW LEVEL SECURITY;
ALTER TABLE standing_quarters DISABLE TRIGGER USER;
UPDATE standing_quarters q SET score_order = s.score_order FROM engagement_standings s
  WHERE s.organisation_id = q.organisation_id AND s.engagement_id = q.engagement_id;
ALTER TABLE standing_quarters ENABLE TRIGGER USER;
ALTER TABLE standing_quarters FORCE ROW LEVEL SECURITY;
ALTER TABLE engagement_standings FORCE ROW LEVEL SECURITY;
DROP INDEX standing_quarters_grade;
CREATE INDEX standing_quarters_grade ON standing_quarters (organisation_id, quarter, grade, score_order, engagement_id);
CREATE INDEX standing_quarters_order ON standing_quarters (organisation_id, quarter, score_order, engagement_id);

CREATE FUNCTION order_quarter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT s.score_order INTO NEW.score_order FROM engagement_standings s
    WHERE s.organisation_id = NEW.organisation_id AND s.engagement_id = NEW.engagement_id;
  RETURN NEW;
END $$;
CREATE TRIGGER quarters_ordered BEFORE INSERT ON standing_quarters FOR EACH ROW EXECUTE FUNCTION order_quarter();

CREATE FUNCTION reorder_quarters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE standing_quarters q SET score_order = n.score_order
    FROM new_rows n JOIN old_rows o ON o.organisation_id = n.organisation_id AND o.engagement_id = n.engagement_id
    WHERE n.score_order <> o.score_order AND q.organisation_id = n.organisation_id AND q.engagement_id = n.engagement_id
      AND q.score_order <> n.score_order;
  RETURN NULL;
END $$;
CREATE TRIGGER standings_quarters_reordered AFTER UPDATE ON engagement_standings
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION reorder_quarters();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER standings_quarters_reordered ON engagement_standings;
DROP TRIGGER quarters_ordered ON standing_quarters;
DROP FUNCTION reorder_quarters, order_quarter;
DROP INDEX standing_quarters_grade, standing_quarters_order;
ALTER TABLE standing_quarters DROP COLUMN score_order;
CREATE INDEX standing_quarters_grade ON standing_quarters (organisation_id, quarter, grade, engagement_id);
`);
  }
}
