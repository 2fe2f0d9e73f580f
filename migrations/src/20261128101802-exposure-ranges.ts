import type { MigrationInterface, QueryRunner } from 'typeorm';
import { owned } from './row-security.js';

/**
 * The range of every engagement that was estimated, so that they are added up without reading statements. A row says nothing that
 * could not be worked out again; a trigger marks it stale when what it comes from is written, whichever side wrote it.
 */
export class ExposureRanges20261128101802 implements MigrationInterface {
  name = 'ExposureRanges20261128101802';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE exposure_ranges (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  low_cents bigint,
  high_cents bigint,
  stale boolean NOT NULL DEFAULT true,
  PRIMARY KEY (organisation_id, engagement_id),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id)
);
CREATE INDEX exposure_ranges_stale ON exposure_ranges (organisation_id, engagement_id) WHERE stale;
${owned('exposure_ranges')}
ALTER TABLE exposure_ranges NO FORCE ROW LEVEL SECURITY;
ALTER TABLE exposure_statements NO FORCE ROW LEVEL SECURITY;
INSERT INTO exposure_ranges (organisation_id, engagement_id)
  SELECT DISTINCT organisation_id, engagement_id FROM exposure_statements;
ALTER TABLE exposure_statements FORCE ROW LEVEL SECURITY;
ALTER TABLE exposure_ranges FORCE ROW LEVEL SECURITY;
${triggers}
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP FUNCTION exposure_is_stale, exposure_is_stale_by_warning CASCADE; DROP TABLE exposure_ranges',
    );
  }
}

/**
 * A supplier writes warnings as well: the trigger speaks for the buyer while it says so. Rows that are stale already are written
 * again: whoever works one out holds it, and has not read what is being written here.
 */
const triggers = `
CREATE FUNCTION exposure_is_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO exposure_ranges (organisation_id, engagement_id) VALUES (NEW.organisation_id, NEW.engagement_id)
    ON CONFLICT (organisation_id, engagement_id) DO UPDATE SET stale = true;
  RETURN NULL;
END $$;
CREATE TRIGGER exposure_statements_ranged AFTER INSERT ON exposure_statements FOR EACH ROW EXECUTE FUNCTION exposure_is_stale();
CREATE FUNCTION exposure_is_stale_by_warning() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_speaker text := coalesce(current_setting('app.organisation_id', true), '');
BEGIN
  PERFORM set_config('app.organisation_id', NEW.buyer_id::text, true);
  UPDATE exposure_ranges r SET stale = true FROM warnings w
    WHERE w.buyer_id = NEW.buyer_id AND w.id = (CASE WHEN TG_TABLE_NAME = 'warnings' THEN to_jsonb(NEW) ->> 'id'
      ELSE to_jsonb(NEW) ->> 'warning_id' END)::uuid
      AND r.organisation_id = w.buyer_id AND r.engagement_id = w.engagement_id;
  PERFORM set_config('app.organisation_id', v_speaker, true);
  RETURN NULL;
END $$;
CREATE TRIGGER warnings_exposure AFTER INSERT ON warnings FOR EACH ROW EXECUTE FUNCTION exposure_is_stale_by_warning();
CREATE TRIGGER warning_decisions_exposure AFTER INSERT ON warning_decisions FOR EACH ROW
  EXECUTE FUNCTION exposure_is_stale_by_warning();`;
