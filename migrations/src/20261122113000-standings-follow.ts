import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The standing of an engagement shows its latest assessment, whichever side moved it. */
export class StandingsFollow20261122113000 implements MigrationInterface {
  name = 'StandingsFollow20261122113000';

  async up(runner: QueryRunner): Promise<void> {
    // The supplier's own steps move the status as well, and may not write the buyer's rows: the trigger speaks for the
    // buyer while it does, as the shared events do.
    await runner.query(`
CREATE FUNCTION follow_assessment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_organisation text := coalesce(current_setting('app.organisation_id', true), '');
BEGIN
  PERFORM set_config('app.organisation_id', NEW.buyer_id::text, true);
  IF TG_OP = 'INSERT' THEN
    UPDATE engagement_standings s SET assessment_id = NEW.id, status = NEW.status, due_on = NEW.due_on,
        questions = NEW.question_count, answered = 0
      WHERE s.organisation_id = NEW.buyer_id AND s.engagement_id = NEW.engagement_id;
  ELSE
    UPDATE engagement_standings s SET status = NEW.status, due_on = NEW.due_on
      WHERE s.organisation_id = NEW.buyer_id AND s.engagement_id = NEW.engagement_id AND s.assessment_id = NEW.id;
  END IF;
  PERFORM set_config('app.organisation_id', v_organisation, true);
  RETURN NULL;
END $$;
CREATE TRIGGER assessments_followed AFTER INSERT ON assessments FOR EACH ROW EXECUTE FUNCTION follow_assessment();
CREATE TRIGGER assessments_followed_on AFTER UPDATE OF status, due_on ON assessments FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.due_on IS DISTINCT FROM NEW.due_on)
  EXECUTE FUNCTION follow_assessment();
CREATE INDEX assessments_due ON assessments (buyer_id, due_on, id);
CREATE INDEX assessments_sent ON assessments (buyer_id, created_at DESC, id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER assessments_followed ON assessments;
DROP TRIGGER assessments_followed_on ON assessments;
DROP FUNCTION follow_assessment();
DROP INDEX assessments_due, assessments_sent`);
  }
}
