import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, owned, secure } from './row-security.js';

/** Running assessments that go from one version to another: the dry run, the move, and the way back. */
export class VersionMoves20261128100402 implements MigrationInterface {
  name = 'VersionMoves20261128100402';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(policies);
    await runner.query(settling);
    await runner.query(sheets);
    await runner.query(inOpenSheet(justified, justifiedToReconfirm));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(inOpenSheet(justifiedToReconfirm, justified));
    await runner.query(`
      DROP FUNCTION return_sheet(uuid, uuid, text, text[], text);
      DROP FUNCTION move_sheet(uuid, uuid, text, jsonb, jsonb, text[], text[], text);
      DROP FUNCTION sheet_to_move(uuid);
      DROP TRIGGER working_answers_settle ON working_answers;
      DROP FUNCTION settle_answer();
      DROP POLICY supplier_documents_moved ON supplier_documents;
      DROP TABLE moved_sheets, version_moves, dry_run_outlooks, dry_runs;
      ALTER TABLE working_answers DROP COLUMN reconfirm;
      ALTER TABLE submissions DROP COLUMN version_sha256;`);
  }
}

const tables = `
-- A submission speaks of the version that it names, whichever its assessment goes to afterwards.
ALTER TABLE submissions ADD COLUMN version_sha256 text
  GENERATED ALWAYS AS (substring(submission_text from '"versionSha256":"([0-9a-f]{64})"')) STORED;
-- What was answered before the question changed; null once somebody has saved the answer again.
ALTER TABLE working_answers ADD COLUMN reconfirm jsonb;

CREATE TABLE dry_runs (
  organisation_id uuid NOT NULL REFERENCES organisations (id),
  id uuid NOT NULL,
  version_id uuid NOT NULL,
  job_id uuid NOT NULL,
  -- The job that moves the chosen ones; none before anything was chosen.
  move_job_id uuid,
  wanted_by uuid NOT NULL,
  wanted_by_name text NOT NULL,
  wanted_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, version_id) REFERENCES questionnaire_versions (organisation_id, id),
  FOREIGN KEY (organisation_id, job_id) REFERENCES jobs (organisation_id, id),
  FOREIGN KEY (organisation_id, move_job_id) REFERENCES jobs (organisation_id, id)
);
CREATE INDEX dry_runs_version ON dry_runs (organisation_id, version_id, wanted_at DESC);
-- What one assessment would come to. Of answers that were not submitted nothing is read: questions are counted instead.
CREATE TABLE dry_run_outlooks (
  organisation_id uuid NOT NULL,
  run_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  from_number integer NOT NULL,
  submissions integer NOT NULL,
  basis text NOT NULL CHECK (basis IN ('submission', 'questions')),
  kept integer NOT NULL,
  reconfirm integer NOT NULL,
  dropped integer NOT NULL,
  added integer NOT NULL,
  score_before double precision,
  grade_before text,
  score_after double precision,
  grade_after text,
  score_unconfirmed double precision,
  grade_unconfirmed text,
  chosen boolean NOT NULL DEFAULT false,
  move_id uuid,
  problem text,
  PRIMARY KEY (organisation_id, run_id, assessment_id),
  FOREIGN KEY (organisation_id, run_id) REFERENCES dry_runs (organisation_id, id),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
-- The buyer moves the assessment; the supplier reads what changed for whoever answers, and nothing of how it weighs.
CREATE TABLE version_moves (
  buyer_id uuid NOT NULL REFERENCES organisations (id),
  id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  number integer NOT NULL,
  supplier_organisation_id uuid REFERENCES organisations (id),
  from_number integer NOT NULL,
  from_version_sha256 text NOT NULL,
  from_document_sha256 text NOT NULL,
  from_question_count integer NOT NULL,
  to_number integer NOT NULL,
  to_version_sha256 text NOT NULL,
  to_document_sha256 text NOT NULL,
  after_submissions integer NOT NULL,
  -- The canonical text (RFC 8785) of the questions that changed; sha256 is of its UTF-8 bytes.
  changes_text text NOT NULL,
  changes_sha256 text NOT NULL,
  moved_by_name text NOT NULL,
  moved_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  returned_at timestamptz,
  returned_by_name text,
  PRIMARY KEY (buyer_id, id),
  UNIQUE (buyer_id, assessment_id, number),
  FOREIGN KEY (buyer_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
CREATE INDEX version_moves_supplier ON version_moves (supplier_organisation_id, assessment_id)
  WHERE supplier_organisation_id IS NOT NULL;
-- The supplier's rows as they stood before a move wrote them, which is what the way back restores.
CREATE TABLE moved_sheets (
  supplier_organisation_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  move_id uuid NOT NULL,
  former jsonb NOT NULL,
  -- Pieces that the move put beside questions, and those that it took away from them.
  links jsonb NOT NULL,
  unlinked jsonb NOT NULL,
  PRIMARY KEY (supplier_organisation_id, assessment_id, move_id),
  FOREIGN KEY (supplier_organisation_id, assessment_id) REFERENCES answer_sheets (supplier_organisation_id, assessment_id)
);
`;

const policies = `
${owned('dry_runs')}
${owned('dry_run_outlooks')}
${secure('version_moves', {
  select: either(of('buyer_id'), of('supplier_organisation_id')),
  insert: of('buyer_id'),
  update: of('buyer_id'),
})}
REVOKE UPDATE ON version_moves FROM probant_app;
GRANT UPDATE (returned_at, returned_by_name) ON version_moves TO probant_app;
CREATE POLICY version_moves_verified ON version_moves FOR SELECT TO probant_owner USING (true);
${secure('moved_sheets', { select: of('supplier_organisation_id'), insert: of('supplier_organisation_id') })}
-- What was submitted before a move was an answer to the questionnaire of then.
CREATE POLICY supplier_documents_moved ON supplier_documents FOR SELECT USING (EXISTS (
  SELECT 1 FROM version_moves m WHERE m.buyer_id = supplier_documents.buyer_id
    AND supplier_documents.sha256 IN (m.from_document_sha256, m.to_document_sha256)
    AND m.supplier_organisation_id = (SELECT organisation())));
`;

const settling = `
-- Whoever saves an answer has looked at it: every save carries a client key of its own.
CREATE FUNCTION settle_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.reconfirm := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER working_answers_settle BEFORE UPDATE ON working_answers FOR EACH ROW
  WHEN (OLD.reconfirm IS NOT NULL AND NEW.reconfirm IS NOT DISTINCT FROM OLD.reconfirm AND NEW.client_key <> OLD.client_key)
  EXECUTE FUNCTION settle_answer();
`;

/**
 * The supplier's sheet is written in the supplier's name, inside the transaction of the buyer's act: what stands in it is read for
 * the rules alone, and nothing of it is told to the buyer.
 */
const sheets = `
CREATE FUNCTION sheet_to_move(p_assessment uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_here uuid := organisation();
  v_there uuid;
  v_sheet jsonb;
BEGIN
  SELECT a.supplier_organisation_id INTO v_there FROM assessments a
    WHERE a.id = p_assessment AND a.buyer_id = v_here FOR UPDATE;
  IF v_there IS NULL THEN RETURN NULL; END IF;
  PERFORM set_config('app.organisation_id', v_there::text, true);
  PERFORM 1 FROM answer_sheets s WHERE s.supplier_organisation_id = v_there AND s.assessment_id = p_assessment FOR UPDATE;
  SELECT jsonb_build_object(
    'rows', coalesce((SELECT jsonb_agg(jsonb_build_object('questionId', w.question_key, 'state', w.state, 'value', w.value,
        'comment', w.comment, 'justification', w.justification, 'reconfirm', w.reconfirm))
      FROM working_answers w WHERE w.supplier_organisation_id = v_there AND w.assessment_id = p_assessment), '[]'),
    'linked', coalesce((SELECT jsonb_agg(DISTINCT l.question_key) FROM evidence_links l
      WHERE l.organisation_id = v_there AND l.assessment_id = p_assessment), '[]'))
    INTO v_sheet;
  PERFORM set_config('app.organisation_id', v_here::text, true);
  RETURN v_sheet;
END $$;

-- p_writes: [{questionId, source, state, value, comment, justification, partial, reconfirm}]; p_links: [{from, to}];
-- p_unlinks: questions whose pieces leave them; p_asked: the questions by which progress is counted; p_event: canonical text for the supplier's own chain.
CREATE FUNCTION move_sheet(p_assessment uuid, p_move uuid, p_actor text, p_writes jsonb, p_links jsonb, p_unlinks text[],
  p_asked text[], p_event text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_here uuid := organisation();
  v_there uuid;
  v_former jsonb;
  v_links jsonb;
  v_wanted jsonb;
  v_unlinked jsonb;
  v_write record;
  v_source record;
BEGIN
  SELECT a.supplier_organisation_id INTO v_there FROM assessments a WHERE a.id = p_assessment AND a.buyer_id = v_here;
  IF v_there IS NULL THEN RETURN; END IF;
  PERFORM set_config('app.organisation_id', v_there::text, true);
  SELECT coalesce(jsonb_agg(jsonb_build_object('questionId', i.key, 'row', to_jsonb(w))), '[]') INTO v_former
    FROM (SELECT item ->> 'questionId' AS key FROM jsonb_array_elements(p_writes) item) i
    LEFT JOIN working_answers w ON w.supplier_organisation_id = v_there AND w.assessment_id = p_assessment
      AND w.question_key = i.key;
  FOR v_write IN SELECT * FROM jsonb_to_recordset(p_writes) AS i("questionId" text, source text, state text, value jsonb,
    comment text, justification text, partial boolean, reconfirm jsonb)
  LOOP
    SELECT coalesce(f.row ->> 'updated_by', w.updated_by::text, l.linked_by::text)::uuid AS author,
        coalesce(f.row ->> 'updated_by_name', w.updated_by_name, l.name, '') AS author_name,
        coalesce((f.row ->> 'updated_at')::timestamptz, w.updated_at, l.linked_at, now()) AS saved_at INTO v_source
      FROM (SELECT 1) one
      -- The source may have been written a moment ago, by this very move.
      LEFT JOIN LATERAL (SELECT e -> 'row' AS row FROM jsonb_array_elements(v_former) e
        WHERE e ->> 'questionId' = v_write.source AND jsonb_typeof(e -> 'row') = 'object') f ON true
      LEFT JOIN working_answers w ON w.supplier_organisation_id = v_there AND w.assessment_id = p_assessment
        AND w.question_key = v_write.source
      LEFT JOIN LATERAL (SELECT k.linked_by, k.linked_at, e.uploaded_by_name AS name FROM evidence_links k
        JOIN evidence e ON e.organisation_id = k.organisation_id AND e.id = k.evidence_id
        WHERE k.organisation_id = v_there AND k.assessment_id = p_assessment AND k.question_key = v_write.source
        ORDER BY k.linked_at LIMIT 1) l ON true;
    INSERT INTO working_answers AS w (supplier_organisation_id, assessment_id, question_key, state, value, comment,
        justification, partial, reconfirm, revision, client_key, updated_by, updated_by_name, updated_at)
      VALUES (v_there, p_assessment, v_write."questionId", v_write.state, v_write.value, v_write.comment,
        v_write.justification, v_write.partial, v_write.reconfirm, 1, 'move:' || p_move, v_source.author,
        v_source.author_name, v_source.saved_at)
      ON CONFLICT (supplier_organisation_id, assessment_id, question_key) DO UPDATE SET
        state = excluded.state, value = excluded.value, comment = excluded.comment, justification = excluded.justification,
        partial = excluded.partial, reconfirm = excluded.reconfirm, revision = w.revision + 1,
        client_key = excluded.client_key, updated_by = excluded.updated_by, updated_by_name = excluded.updated_by_name,
        updated_at = excluded.updated_at;
  END LOOP;
  SELECT coalesce(jsonb_agg(jsonb_build_object('questionId', i."to", 'link', to_jsonb(l))), '[]') INTO v_wanted
    FROM jsonb_to_recordset(p_links) AS i("from" text, "to" text) JOIN evidence_links l
      ON l.organisation_id = v_there AND l.assessment_id = p_assessment AND l.question_key = i."from";
  WITH gone AS (DELETE FROM evidence_links l WHERE l.organisation_id = v_there AND l.assessment_id = p_assessment
      AND l.question_key = ANY (p_unlinks) RETURNING l.*)
    SELECT coalesce(jsonb_agg(to_jsonb(gone)), '[]') INTO v_unlinked FROM gone;
  WITH added AS (
    INSERT INTO evidence_links (organisation_id, assessment_id, question_key, evidence_id, linked_by, linked_at)
      SELECT v_there, p_assessment, w ->> 'questionId', was.evidence_id, was.linked_by, was.linked_at
        FROM jsonb_array_elements(v_wanted) w, jsonb_populate_record(NULL::evidence_links, w -> 'link') was
      ON CONFLICT DO NOTHING RETURNING question_key, evidence_id)
    SELECT coalesce(jsonb_agg(jsonb_build_object('questionId', question_key, 'evidenceId', evidence_id)), '[]')
      INTO v_links FROM added;
  INSERT INTO moved_sheets (supplier_organisation_id, assessment_id, move_id, former, links, unlinked)
    SELECT v_there, p_assessment, p_move, v_former, v_links, v_unlinked FROM answer_sheets s
      WHERE s.supplier_organisation_id = v_there AND s.assessment_id = p_assessment;
  UPDATE answer_sheets s SET revision = s.revision + 1, answered = (
      SELECT count(*) FROM working_answers w WHERE w.supplier_organisation_id = v_there AND w.assessment_id = p_assessment
        AND w.question_key = ANY (p_asked) AND w.state <> 'cleared' AND NOT w.partial)
    WHERE s.supplier_organisation_id = v_there AND s.assessment_id = p_assessment;
  PERFORM append_event(p_assessment, 'answers-moved', p_actor, p_event);
  PERFORM set_config('app.organisation_id', v_here::text, true);
END $$;

-- Rows that the move wrote become what they were, where their questions are asked again; a question of the later version alone
-- keeps what was said to it since.
CREATE FUNCTION return_sheet(p_assessment uuid, p_move uuid, p_actor text, p_asked text[], p_event text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_here uuid := organisation();
  v_there uuid;
BEGIN
  SELECT a.supplier_organisation_id INTO v_there FROM assessments a WHERE a.id = p_assessment AND a.buyer_id = v_here;
  IF v_there IS NULL THEN RETURN; END IF;
  PERFORM set_config('app.organisation_id', v_there::text, true);
  PERFORM 1 FROM answer_sheets s WHERE s.supplier_organisation_id = v_there AND s.assessment_id = p_assessment FOR UPDATE;
  WITH former AS (
    SELECT e ->> 'questionId' AS key, jsonb_populate_record(NULL::working_answers, nullif(e -> 'row', 'null')) AS was
      FROM moved_sheets m, jsonb_array_elements(m.former) e
      WHERE m.supplier_organisation_id = v_there AND m.assessment_id = p_assessment AND m.move_id = p_move)
  UPDATE working_answers w SET state = coalesce((f.was).state, 'cleared'), value = nullif((f.was).value, 'null'),
      comment = coalesce((f.was).comment, ''), justification = coalesce((f.was).justification, ''),
      partial = coalesce((f.was).partial, false), reconfirm = nullif((f.was).reconfirm, 'null'), revision = w.revision + 1,
      client_key = 'return:' || p_move, updated_by = coalesce((f.was).updated_by, w.updated_by),
      updated_by_name = coalesce((f.was).updated_by_name, w.updated_by_name),
      updated_at = coalesce((f.was).updated_at, w.updated_at)
    FROM former f WHERE w.supplier_organisation_id = v_there AND w.assessment_id = p_assessment AND w.question_key = f.key
      AND f.key = ANY (p_asked);
  DELETE FROM evidence_links l USING moved_sheets m, jsonb_array_elements(m.links) k
    WHERE m.supplier_organisation_id = v_there AND m.assessment_id = p_assessment AND m.move_id = p_move
      AND l.organisation_id = v_there AND l.assessment_id = p_assessment AND l.question_key = k ->> 'questionId'
      AND l.evidence_id = (k ->> 'evidenceId')::uuid AND l.question_key = ANY (p_asked);
  INSERT INTO evidence_links SELECT was.* FROM moved_sheets m, jsonb_array_elements(m.unlinked) u,
      jsonb_populate_record(NULL::evidence_links, u) was
    WHERE m.supplier_organisation_id = v_there AND m.assessment_id = p_assessment AND m.move_id = p_move
    ON CONFLICT DO NOTHING;
  UPDATE answer_sheets s SET revision = s.revision + 1, answered = (
      SELECT count(*) FROM working_answers w WHERE w.supplier_organisation_id = v_there AND w.assessment_id = p_assessment
        AND w.question_key = ANY (p_asked) AND w.state <> 'cleared' AND NOT w.partial)
    WHERE s.supplier_organisation_id = v_there AND s.assessment_id = p_assessment;
  PERFORM append_event(p_assessment, 'answers-moved-back', p_actor, p_event);
  PERFORM set_config('app.organisation_id', v_here::text, true);
END $$;
`;

const justified = "'justification', w.justification, 'revision'";
const justifiedToReconfirm = "'justification', w.justification, 'reconfirm', w.reconfirm, 'revision'";

/** The function that opens a sheet as it stands, but for this place. */
function inOpenSheet(from: string, to: string): string {
  return `
DO $do$
DECLARE
  v_text text := pg_get_functiondef('open_sheet(bytea, uuid, text[], boolean)'::regprocedure);
BEGIN
  IF array_length(string_to_array(v_text, $place$${from}$place$), 1) <> 2 THEN
    RAISE EXCEPTION 'open_sheet has not one place to replace';
  END IF;
  EXECUTE replace(v_text, $place$${from}$place$, $place$${to}$place$);
END $do$`;
}
