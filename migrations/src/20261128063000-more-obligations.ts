import type { MigrationInterface, QueryRunner } from 'typeorm';
import { followedByCalendar, followedThrough } from './followed-by-calendar.js';

/** The calendar follows drills, notices, certificates, findings, incidents, warnings and checks as well. */
export class MoreObligations20261128063000 implements MigrationInterface {
  name = 'MoreObligations20261128063000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${throughParents};\n${throughHolders};\n${triggers}`);
    // Force holds for the owner as well, who marks every organisation's engagements here.
    await runner.query(`
ALTER TABLE calendar_engagements NO FORCE ROW LEVEL SECURITY;
UPDATE calendar_engagements SET stale = true WHERE NOT stale;
ALTER TABLE calendar_engagements FORCE ROW LEVEL SECURITY;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION calendar_is_stale_through, calendar_of_holder_is_stale CASCADE');
    for (const table of followed) await runner.query(`DROP TRIGGER ${table}_calendar ON ${table}`);
  }
}

/** Tables that name the engagement, or an assessment of it, themselves. */
const followed = [
  'drill_plans',
  'drill_records',
  'drills',
  'certification_chains',
  'submissions',
  'checks',
  'notices',
  'findings',
  'warnings',
] as const;

const throughParents = `
CREATE FUNCTION calendar_is_stale_through() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_row jsonb := to_jsonb(NEW);
  v_speaker text := coalesce(current_setting('app.organisation_id', true), '');
  v_owner uuid := coalesce(v_row ->> 'buyer_id', v_row ->> 'organisation_id');
  v_engagement uuid;
BEGIN
  -- A supplier writes some of them: the trigger speaks for the buyer while it says so.
  PERFORM set_config('app.organisation_id', v_owner::text, true);
  EXECUTE format('SELECT engagement_id FROM %I WHERE %I = $1 AND id = $2', TG_ARGV[0], TG_ARGV[1])
    INTO v_engagement USING v_owner, (v_row ->> TG_ARGV[2])::uuid;
  IF v_engagement IS NOT NULL THEN
    INSERT INTO calendar_engagements AS c (organisation_id, engagement_id) VALUES (v_owner, v_engagement)
      ON CONFLICT (organisation_id, engagement_id) DO UPDATE SET stale = true WHERE NOT c.stale;
  END IF;
  PERFORM set_config('app.organisation_id', v_speaker, true);
  RETURN NULL;
END $$`;

/** A certificate stands for its holder, whoever it performs for. */
const throughHolders = `
CREATE FUNCTION calendar_of_holder_is_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE calendar_engagements c SET stale = true
    WHERE NOT c.stale AND (c.organisation_id, c.engagement_id) IN (
      SELECT e.organisation_id, e.id FROM written w
        JOIN engagements e ON e.organisation_id = w.organisation_id AND e.supplier_id = w.supplier_id
      UNION
      SELECT h.organisation_id, h.engagement_id FROM written w
        JOIN certification_chains h ON h.organisation_id = w.organisation_id
          AND h.chain -> 'actors' @> jsonb_build_array(jsonb_build_object('id', coalesce(w.supplier_id, w.subcontractor_id))));
  RETURN NULL;
END $$`;

const triggers = `
${followedByCalendar('drill_plans')};
${followedByCalendar('drill_records')};
${followedByCalendar('certification_chains')};
${followedByCalendar('submissions')};
${followedByCalendar('checks', { when: "NEW.kind = 'bodacc'" })};
${followedByCalendar('notices', { of: 'state' })};
-- None is raised with a plan.
CREATE TRIGGER findings_calendar AFTER UPDATE OF status, due_on, accepted_until ON findings FOR EACH ROW
  EXECUTE FUNCTION calendar_is_stale();
${followedByCalendar('warnings')};
${followedByCalendar('drills', { of: 'recorded' })};
${followedThrough('drill_drops', { of: 'dropped_on', parent: 'drills', owner: 'organisation_id', key: 'drill_id' })};
${followedThrough('incident_statements', { parent: 'incidents', owner: 'buyer_id', key: 'incident_id' })};
${followedThrough('incident_files', { parent: 'incidents', owner: 'buyer_id', key: 'incident_id' })};
${followedThrough('warning_decisions', { parent: 'warnings', owner: 'buyer_id', key: 'warning_id' })};
CREATE TRIGGER certificates_calendar_added AFTER INSERT ON certificates REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION calendar_of_holder_is_stale();
CREATE TRIGGER certificates_calendar_changed AFTER UPDATE ON certificates REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION calendar_of_holder_is_stale()`;
