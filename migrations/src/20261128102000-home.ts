import type { MigrationInterface, QueryRunner } from 'typeorm';
import { owned } from './row-security.js';

/** What waits for a buyer's people, found by kind and in the order in which it waits, however much there is beside it. */
export class Home20261128102000 implements MigrationInterface {
  name = 'Home20261128102000';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [waits, following, kept, indexes]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX obligations_kind, assessments_standing, findings_to_agree, findings_to_verify;
DROP FUNCTION thread_waits_follow(), thread_waits_close() CASCADE;
DROP FUNCTION thread_waits_refresh(uuid, uuid, text);
DROP TABLE thread_waits;
`);
  }
}

const waits = `
-- Threads whose last word is the supplier's and that nobody settled: they wait for the buyer.
CREATE TABLE thread_waits (
  organisation_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  question_key text NOT NULL,
  since timestamptz NOT NULL,
  -- False while the assessment is closed: nothing can be written in it then.
  open boolean NOT NULL,
  PRIMARY KEY (organisation_id, assessment_id, question_key),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
CREATE INDEX thread_waits_open ON thread_waits (organisation_id, since) WHERE open;
${owned('thread_waits')}
`;

const insertOne = `
  INSERT INTO thread_waits (organisation_id, assessment_id, question_key, since, open)
  SELECT c.buyer_id, c.assessment_id, c.question_key, c.at, a.status NOT IN ('decided', 'cancelled')
  FROM assessments a JOIN LATERAL (SELECT m.* FROM clarifications m WHERE m.buyer_id = a.buyer_id AND m.assessment_id = a.id
      AND m.question_key = p_question AND m.supplier_organisation_id = a.supplier_organisation_id
    ORDER BY m.at DESC, m.id DESC LIMIT 1) c ON true
  WHERE a.buyer_id = p_buyer AND a.id = p_assessment AND c.author_organisation_id <> c.buyer_id
    AND NOT coalesce((SELECT s.resolved AND s.at >= c.at FROM clarification_settlements s WHERE s.buyer_id = c.buyer_id
      AND s.assessment_id = c.assessment_id AND s.question_key = c.question_key
      AND s.supplier_organisation_id = c.supplier_organisation_id ORDER BY s.at DESC, s.id DESC LIMIT 1), false)
  ON CONFLICT (organisation_id, assessment_id, question_key) DO UPDATE SET since = excluded.since, open = excluded.open`;

/** Either side writes in a thread: the trigger speaks for the buyer while it says who waits. */
const following = `
CREATE FUNCTION thread_waits_refresh(p_buyer uuid, p_assessment uuid, p_question text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM thread_waits w
    WHERE w.organisation_id = p_buyer AND w.assessment_id = p_assessment AND w.question_key = p_question;
  ${insertOne};
END $$;
CREATE FUNCTION thread_waits_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_speaker text := coalesce(current_setting('app.organisation_id', true), '');
BEGIN
  PERFORM set_config('app.organisation_id', NEW.buyer_id::text, true);
  PERFORM thread_waits_refresh(NEW.buyer_id, NEW.assessment_id, NEW.question_key);
  PERFORM set_config('app.organisation_id', v_speaker, true);
  RETURN NULL;
END $$;
-- Another workspace takes the place of the one that wrote, and does not read what it wrote.
CREATE FUNCTION thread_waits_close() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_speaker text := coalesce(current_setting('app.organisation_id', true), '');
BEGIN
  PERFORM set_config('app.organisation_id', NEW.buyer_id::text, true);
  IF NEW.supplier_organisation_id IS DISTINCT FROM OLD.supplier_organisation_id THEN
    DELETE FROM thread_waits w WHERE w.organisation_id = NEW.buyer_id AND w.assessment_id = NEW.id;
  ELSE
    UPDATE thread_waits w SET open = NEW.status NOT IN ('decided', 'cancelled')
      WHERE w.organisation_id = NEW.buyer_id AND w.assessment_id = NEW.id;
  END IF;
  PERFORM set_config('app.organisation_id', v_speaker, true);
  RETURN NULL;
END $$;
CREATE TRIGGER clarifications_wait AFTER INSERT ON clarifications FOR EACH ROW EXECUTE FUNCTION thread_waits_follow();
CREATE TRIGGER clarification_settlements_wait AFTER INSERT ON clarification_settlements FOR EACH ROW
  EXECUTE FUNCTION thread_waits_follow();
CREATE TRIGGER assessments_wait AFTER UPDATE OF status, supplier_organisation_id ON assessments FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.supplier_organisation_id IS DISTINCT FROM NEW.supplier_organisation_id)
  EXECUTE FUNCTION thread_waits_close();
`;

/** Force holds for the owner as well, who therefore speaks for one organisation after the other. */
const kept = `
DO $$ DECLARE v_organisation uuid; BEGIN
  PERFORM set_config('app.purpose', 'identity', true);
  FOR v_organisation IN SELECT id FROM organisations LOOP
    PERFORM set_config('app.organisation_id', v_organisation::text, true);
    PERFORM thread_waits_refresh(t.buyer_id, t.assessment_id, t.question_key) FROM (SELECT DISTINCT c.buyer_id,
      c.assessment_id, c.question_key FROM clarifications c WHERE c.buyer_id = v_organisation) t;
  END LOOP;
  PERFORM set_config('app.organisation_id', '', true);
  PERFORM set_config('app.purpose', '', true);
END $$`;

const indexes = `
CREATE INDEX obligations_kind ON obligations (organisation_id, kind, effective_on, id)
  WHERE done_on IS NULL AND lapsed_on IS NULL;
CREATE INDEX assessments_standing ON assessments (buyer_id, status, status_at, id);
CREATE INDEX findings_to_agree ON findings (buyer_id, raised_at, id)
  WHERE status = 'proposed' AND proposal ->> 'by' = 'supplier';
CREATE INDEX findings_to_verify ON findings (buyer_id, raised_at, id) WHERE status = 'delivered';
`;
