import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SaveAnswersQuietly20261127225500 } from './20261127225500-save-answers-quietly.js';
import { PartialAnswersPlayed20261128064500 } from './20261128064500-partial-answers-played.js';

/** A table with some of the rows that it asks for is not counted as answered: the progress that both sides read said otherwise. */
export class PartialAnswers20261128060000 implements MigrationInterface {
  name = 'PartialAnswers20261128060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE working_answers ADD COLUMN partial boolean NOT NULL DEFAULT false');
    await runner.query(saveAnswers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await new SaveAnswersQuietly20261127225500().up(runner);
    await new PartialAnswersPlayed20261128064500().up(runner);
    await runner.query('ALTER TABLE working_answers DROP COLUMN partial');
  }
}

/**
 * p_roles: the roles that may write answers. p_document: sha256 of the questionnaire that the values were checked against.
 * p_seen: revision of every answer that the checks looked at ({"BKP-03": 2}; 0 when there was none).
 * p_items: [{key, expected, client, kind, state, value, comment, justification, partial, text}], text being the canonical event.
 * Returns {outcome}: 'saved' with results and the sheet's revision; 'stale' with what stands there now; 'key-reused' with the
 * questions whose client key is known for another answer; 'changed' when something the checks looked at moved meanwhile;
 * 'signed-out', 'not-found', 'forbidden' or 'closed'. All or nothing.
 */
const saveAnswers = `
CREATE OR REPLACE FUNCTION save_answers(
  p_session bytea, p_assessment uuid, p_roles text[], p_document text, p_seen jsonb, p_items jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_account uuid; v_name text; v_actor text; v_organisation uuid; v_roles text[]; v_bound uuid;
  v_status text; v_document text;
  v_sheet_revision bigint; v_answered integer := 0;
  v_sequence bigint; v_hash text; v_previous text; v_text_hash text;
  v_now timestamptz; v_at text;
  v_item record;
  v_results jsonb := '[]'; v_conflicts jsonb; v_reused jsonb; v_fresh boolean := false;
BEGIN
  PERFORM speak(NULL, NULL, 'identity');
  SELECT s.account_id, a.name, m.organisation_id, m.roles, s.assessment_id
    INTO v_account, v_name, v_organisation, v_roles, v_bound
    FROM sessions s JOIN accounts a ON a.id = s.account_id
    LEFT JOIN memberships m ON m.account_id = s.account_id AND m.organisation_id = s.organisation_id
    WHERE s.token_hash = p_session AND s.expires_at > now();
  IF NOT FOUND THEN RETURN '{"outcome": "signed-out"}'; END IF;
  PERFORM speak(v_organisation, v_account, '');
  v_actor := 'account:' || v_account;
  SELECT a.status, a.document_sha256 INTO v_status, v_document FROM assessments a
    WHERE a.id = p_assessment AND a.supplier_organisation_id = v_organisation
      AND (v_bound IS NULL OR v_bound = p_assessment);
  IF NOT FOUND THEN RETURN '{"outcome": "not-found"}'; END IF;
  IF NOT v_roles && p_roles THEN RETURN '{"outcome": "forbidden"}'; END IF;
  IF v_status <> 'in-progress' THEN
    SELECT a.status INTO v_status FROM assessments a WHERE a.id = p_assessment FOR UPDATE;
  END IF;
  IF v_status NOT IN ('sent', 'opened', 'in-progress', 'returned') THEN
    RETURN jsonb_build_object('outcome', 'closed', 'status', v_status);
  END IF;
  IF v_document <> p_document THEN RETURN '{"outcome": "changed"}'; END IF;

  SELECT s.revision INTO v_sheet_revision FROM answer_sheets s
    WHERE s.supplier_organisation_id = v_organisation AND s.assessment_id = p_assessment FOR UPDATE;
  IF NOT FOUND THEN RETURN '{"outcome": "not-found"}'; END IF;
  -- The wait for the lock may have let another save, or the submission, go first.
  SELECT a.status INTO v_status FROM assessments a WHERE a.id = p_assessment;
  IF v_status NOT IN ('sent', 'opened', 'in-progress', 'returned') THEN
    RETURN jsonb_build_object('outcome', 'closed', 'status', v_status);
  END IF;
  IF p_seen <> '{}'::jsonb AND EXISTS (
    SELECT 1 FROM jsonb_each_text(p_seen) seen
    LEFT JOIN working_answers w ON w.supplier_organisation_id = v_organisation
      AND w.assessment_id = p_assessment AND w.question_key = seen.key
    WHERE coalesce(w.revision, 0) <> seen.value::integer
  ) THEN RETURN '{"outcome": "changed"}'; END IF;

  -- Everything is checked before anything is written: a refusal has nothing to undo and raises no error that a log would keep.
  -- LIMIT 1 keeps the look-up one by one: a save has few items, and a sheet a hundred answers.
  SELECT jsonb_agg(i.key) FILTER (WHERE w.client_key = i.client),
      jsonb_agg(jsonb_build_object('key', i.key, 'revision', coalesce(w.revision, 0), 'state', w.state, 'value', w.value,
        'comment', w.comment, 'justification', w.justification,
        'savedBy', w.updated_by_name, 'savedAt', instant_text(w.updated_at))) FILTER (WHERE w.client_key IS DISTINCT FROM i.client)
    INTO v_reused, v_conflicts
    FROM jsonb_to_recordset(p_items) AS i(
      key text, expected integer, client text, state text, value jsonb, comment text, justification text)
    LEFT JOIN LATERAL (SELECT * FROM working_answers a WHERE a.supplier_organisation_id = v_organisation
      AND a.assessment_id = p_assessment AND a.question_key = i.key LIMIT 1) w ON true
    WHERE CASE WHEN w.client_key = i.client
      THEN (w.state, w.value, w.comment, w.justification) IS DISTINCT FROM (i.state, i.value, i.comment, i.justification)
      ELSE coalesce(w.revision, 0) <> i.expected END;
  IF v_reused IS NOT NULL THEN RETURN jsonb_build_object('outcome', 'key-reused', 'keys', v_reused); END IF;
  IF v_conflicts IS NOT NULL THEN RETURN jsonb_build_object('outcome', 'stale', 'conflicts', v_conflicts); END IF;

  v_now := date_trunc('milliseconds', clock_timestamp());
  v_at := instant_text(v_now);
  SELECT c.sequence, c.hash INTO v_sequence, v_hash FROM chains c
    WHERE c.organisation_id = v_organisation AND c.id = p_assessment FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO chains (organisation_id, id) VALUES (v_organisation, p_assessment)
      RETURNING sequence, hash INTO v_sequence, v_hash;
  END IF;

  FOR v_item IN
    SELECT i.*, w.client_key AS old_client, w.revision AS old_revision, w.state AS old_state, w.partial AS old_partial,
      w.updated_at AS old_at
    FROM jsonb_to_recordset(p_items) AS i(
      key text, expected integer, client text, kind text, state text, value jsonb, comment text, justification text,
      partial boolean, text text)
    LEFT JOIN LATERAL (SELECT * FROM working_answers a WHERE a.supplier_organisation_id = v_organisation
      AND a.assessment_id = p_assessment AND a.question_key = i.key LIMIT 1) w ON true
  LOOP
    IF v_item.old_client = v_item.client THEN
      v_results := v_results || jsonb_build_object('key', v_item.key, 'revision', v_item.old_revision,
        'savedAt', instant_text(v_item.old_at));
      CONTINUE;
    END IF;
    v_fresh := true;
    INSERT INTO working_answers AS w (supplier_organisation_id, assessment_id, question_key, state, value, comment,
        justification, partial, revision, client_key, updated_by, updated_by_name, updated_at)
      VALUES (v_organisation, p_assessment, v_item.key, v_item.state, v_item.value, v_item.comment,
        v_item.justification, v_item.partial, v_item.expected + 1, v_item.client, v_account, v_name, v_now)
      ON CONFLICT (supplier_organisation_id, assessment_id, question_key) DO UPDATE SET
        state = excluded.state, value = excluded.value, comment = excluded.comment,
        justification = excluded.justification, partial = excluded.partial, revision = excluded.revision, client_key = excluded.client_key,
        updated_by = excluded.updated_by, updated_by_name = excluded.updated_by_name, updated_at = excluded.updated_at;
    v_answered := v_answered
      + CASE WHEN v_item.state = 'cleared' OR v_item.partial THEN 0 ELSE 1 END
      - CASE WHEN coalesce(v_item.old_state, 'cleared') = 'cleared' OR v_item.old_partial THEN 0 ELSE 1 END;
    v_previous := v_hash;
    v_sequence := v_sequence + 1;
    v_text_hash := encode(sha256(convert_to(v_item.text, 'UTF8')), 'hex');
    v_hash := encode(sha256(convert_to(concat_ws(E'\\n', v_previous,
      v_organisation::text || '/' || p_assessment::text, v_sequence::text, v_at, v_actor,
      v_item.kind, v_text_hash), 'UTF8')), 'hex');
    INSERT INTO events (organisation_id, chain_id, sequence, at, actor, kind, text, text_sha256, previous_hash, hash)
      VALUES (v_organisation, p_assessment, v_sequence, v_now, v_actor, v_item.kind, v_item.text,
        v_text_hash, v_previous, v_hash);
    v_results := v_results || jsonb_build_object('key', v_item.key, 'revision', v_item.expected + 1, 'savedAt', v_at);
  END LOOP;

  IF v_fresh THEN
    UPDATE chains c SET sequence = v_sequence, hash = v_hash
      WHERE c.organisation_id = v_organisation AND c.id = p_assessment;
    v_sheet_revision := v_sheet_revision + 1;
    UPDATE answer_sheets s SET revision = v_sheet_revision, answered = s.answered + v_answered, last_saved_at = v_now
      WHERE s.supplier_organisation_id = v_organisation AND s.assessment_id = p_assessment;
    IF v_status <> 'in-progress' THEN
      UPDATE assessments a SET status = 'in-progress', status_at = v_now, revision = a.revision + 1 WHERE a.id = p_assessment;
      PERFORM append_shared_event(p_assessment, 'answering-started', v_actor,
        '{"assessmentId":"' || p_assessment || '","kind":"answering-started"}');
    END IF;
  END IF;
  RETURN jsonb_build_object('outcome', 'saved', 'sheetRevision', v_sheet_revision, 'results', v_results);
END $$;
`;
