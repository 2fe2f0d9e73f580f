import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever works out an engagement's obligations holds its row, and has not read what is being written meanwhile: a row that is
 * stale already is written again, after them.
 */
export class CalendarStaleAgain20261128102050 implements MigrationInterface {
  name = 'CalendarStaleAgain20261128102050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(following(''));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(following('NOT c.stale AND'));
  }
}

function following(unless: string): string {
  return `
CREATE OR REPLACE FUNCTION calendar_of_supplier_is_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE calendar_engagements c SET stale = true FROM engagements e
    WHERE ${unless} e.organisation_id = NEW.organisation_id AND e.supplier_id = NEW.id
      AND c.organisation_id = e.organisation_id AND c.engagement_id = e.id;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION calendar_of_holder_is_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE calendar_engagements c SET stale = true
    WHERE ${unless} (c.organisation_id, c.engagement_id) IN (
      SELECT e.organisation_id, e.id FROM written w
        JOIN engagements e ON e.organisation_id = w.organisation_id AND e.supplier_id = w.supplier_id
      UNION
      SELECT h.organisation_id, h.engagement_id FROM written w
        JOIN certification_chains h ON h.organisation_id = w.organisation_id
          AND h.chain -> 'actors' @> jsonb_build_array(jsonb_build_object('id', coalesce(w.supplier_id, w.subcontractor_id))));
  RETURN NULL;
END $$;`;
}
