import type { MigrationInterface, QueryRunner } from 'typeorm';
import { finding, following } from './20261128101400-search.js';
import { sources } from './search-sources.js';
import { reachedKinds, reachedSources } from './search-reach-sources.js';

/**
 * Contacts, messages with their files, and what a supplier is asked are found as well; and what keeps all of it does so by indexes
 * that no statistics are needed to choose.
 */
export class SearchReach20261128102140 implements MigrationInterface {
  name = 'SearchReach20261128102140';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [kinds, latest, parts, asked, reachedSources, keeping, reaching, found, follows])
      await runner.query(part);
    await speakForEach(
      runner,
      `${write} WHERE s.organisation_id = v_organisation AND s.kind IN ${refilled} ${anew}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(unfollows);
    await runner.query(`DROP FUNCTION search_refresh_asked(uuid, uuid, text);
DROP FUNCTION search_find(text[], text[], integer), search_rare(uuid, text, tsquery, integer), search_stems(text[]),
  search_query(text, text[])`);
    for (const part of [sources, following].map(replacing)) await runner.query(part);
    await runner.query(finding);
    await runner.query(`DROP VIEW ${reachedKinds.map((kind) => `search_of_${kind}`).join(', ')};
DROP FUNCTION asked_words(jsonb, text);
DROP INDEX search_entries_latest, assessments_asked;
CREATE INDEX search_entries_latest ON search_entries (organisation_id, kind, sequence)`);
    await speakForEach(
      runner,
      `DELETE FROM search_entries WHERE organisation_id = v_organisation AND kind IN ${refilled};
      ${write} WHERE s.organisation_id = v_organisation AND s.kind IN ${refilled}`,
    );
    await runner.query(allowing(formerKinds));
    await runner.query(formerParts);
  }
}

const refilled = "('question', 'contact', 'clarification')";

const formerKinds = ['supplier', 'engagement', 'question', 'answer', 'piece', 'finding', 'request'];
const kinds = allowing(reachedKinds);

function allowing(some: readonly string[]): string {
  return `ALTER TABLE search_entries DROP CONSTRAINT search_entries_kind_check;
ALTER TABLE search_entries ADD CONSTRAINT search_entries_kind_check CHECK (kind IN (${some.map((kind) => `'${kind}'`).join(', ')}))`;
}

function replacing(text: string): string {
  return text
    .replaceAll('CREATE VIEW', 'CREATE OR REPLACE VIEW')
    .replaceAll('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION');
}

/** Force holds for the owner as well, who therefore speaks for one organisation after the other. */
async function speakForEach(runner: QueryRunner, statement: string): Promise<void> {
  await runner.query(`
DO $$ DECLARE v_organisation uuid; BEGIN
  FOR v_organisation IN SELECT id FROM organisations LOOP
    PERFORM set_config('app.organisation_id', v_organisation::text, true);
    ${statement};
  END LOOP;
  PERFORM set_config('app.organisation_id', '', true);
END $$`);
}

/**
 * Led by organisation and kind as the primary key is, this index looked as good as that one for a row that is written again, as long as
 * nothing was known of the table: each row then walked over all rows of its kind. Behind an expression it serves the latest alone.
 */
const latest = `
DROP INDEX search_entries_latest;
CREATE INDEX search_entries_latest ON search_entries (search_tag(organisation_id, kind), sequence);
CREATE INDEX assessments_asked ON assessments (supplier_organisation_id, buyer_id, document_sha256, created_at)
  WHERE supplier_organisation_id IS NOT NULL;
`;

/**
 * Rules of row security ask these of every statement on answers, and hardly anybody holds a part: they say so before a query is
 * planned, and look for the part before the questions.
 */
const parts = `
CREATE OR REPLACE FUNCTION delegating() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF delegation() IS NULL THEN RETURN NULL; END IF;
  RETURN (SELECT d.supplier_organisation_id FROM delegations d
    WHERE d.id = delegation() AND d.revoked_at IS NULL AND d.expires_at > now());
END $$;
CREATE OR REPLACE FUNCTION delegated_assessment() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF delegation() IS NULL THEN RETURN NULL; END IF;
  RETURN (SELECT d.assessment_id FROM delegations d
    WHERE d.id = delegation() AND d.revoked_at IS NULL AND d.expires_at > now());
END $$;
CREATE OR REPLACE FUNCTION delegated_keys() RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_part delegations%ROWTYPE;
BEGIN
  IF delegation() IS NULL THEN RETURN '{}'; END IF;
  SELECT d.* INTO v_part FROM delegations d WHERE d.id = delegation() AND d.revoked_at IS NULL AND d.expires_at > now();
  IF NOT FOUND THEN RETURN '{}'; END IF;
  RETURN (SELECT coalesce(array_agg(q.value ->> 'id'), '{}')
    FROM assessments a JOIN supplier_documents s ON s.buyer_id = a.buyer_id AND s.sha256 = a.document_sha256,
      LATERAL jsonb_array_elements(s.document_text::jsonb -> 'themes') t, LATERAL jsonb_array_elements(t.value -> 'questions') q
    WHERE a.id = v_part.assessment_id AND a.supplier_organisation_id = v_part.supplier_organisation_id
      AND (t.value ->> 'code' = ANY (v_part.themes) OR q.value ->> 'id' = ANY (v_part.questions)));
END $$;
`;
const formerParts = `
CREATE OR REPLACE FUNCTION delegating() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT d.supplier_organisation_id FROM delegations d
   WHERE d.id = delegation() AND d.revoked_at IS NULL AND d.expires_at > now() $$;
CREATE OR REPLACE FUNCTION delegated_assessment() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT d.assessment_id FROM delegations d
   WHERE d.id = delegation() AND d.revoked_at IS NULL AND d.expires_at > now() $$;
CREATE OR REPLACE FUNCTION delegated_keys() RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(q.value ->> 'id'), '{}')
  FROM delegations d
  JOIN assessments a ON a.id = d.assessment_id AND a.supplier_organisation_id = d.supplier_organisation_id
  JOIN supplier_documents s ON s.buyer_id = a.buyer_id AND s.sha256 = a.document_sha256,
  LATERAL jsonb_array_elements(s.document_text::jsonb -> 'themes') t,
  LATERAL jsonb_array_elements(t.value -> 'questions') q
  WHERE d.id = delegation() AND d.revoked_at IS NULL AND d.expires_at > now()
    AND (t.value ->> 'code' = ANY (d.themes) OR q.value ->> 'id' = ANY (d.questions))
$$;
`;

const asked = `
-- What a question says beside its text: its help, its options, the columns of its table and what may stand in them.
CREATE FUNCTION asked_words(p_question jsonb, p_language text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT concat_ws(' ', p_question -> 'help' ->> p_language, (SELECT string_agg(label ->> p_language, ' · ' ORDER BY place)
    FROM jsonb_path_query(p_question, 'strict $.** ? (@.type() == "object" && exists(@.label)).label')
      WITH ORDINALITY AS l(label, place)))
$$;
`;

const columns = 'organisation_id, kind, id, key, assessment_id, title_fr, title_en, body_fr, body_en, vector';
const writeFrom = (view: string): string => `INSERT INTO search_entries AS e (${columns})
      SELECT s.*, search_vector(search_tag(s.organisation_id, s.kind), s.title_fr || ' ' || s.title_en, s.body_fr || ' ' || s.body_en)
      FROM ${view} s`;
const write = writeFrom('search_sources');
const anew = `ON CONFLICT (organisation_id, kind, id, key) DO UPDATE SET assessment_id = excluded.assessment_id,
      title_fr = excluded.title_fr, title_en = excluded.title_en, body_fr = excluded.body_fr, body_en = excluded.body_en,
      vector = excluded.vector, sequence = DEFAULT
      WHERE (e.assessment_id, e.title_fr, e.title_en, e.body_fr, e.body_en) IS DISTINCT FROM
        (excluded.assessment_id, excluded.title_fr, excluded.title_en, excluded.body_fr, excluded.body_en)`;

/** The kind is told by the view: a plan of all of them took longer than the writing. */
const refreshOf = (kind: string): string => `
  WHEN '${kind}' THEN
    IF p_key IS NULL THEN
      ${writeFrom(`search_of_${kind}`)} WHERE s.organisation_id = p_organisation AND s.id = p_id
      ON CONFLICT DO NOTHING;
    ELSE
      ${writeFrom(`search_of_${kind}`)} WHERE s.organisation_id = p_organisation AND s.id = p_id AND s.key = p_key
      ${anew};
      -- Neither written nor as it was: nothing is said there any more.
      IF NOT FOUND AND NOT EXISTS (SELECT FROM search_of_${kind} s
        WHERE s.organisation_id = p_organisation AND s.id = p_id AND s.key = p_key) THEN
        DELETE FROM search_entries e
          WHERE e.organisation_id = p_organisation AND e.kind = p_kind AND e.id = p_id AND e.key = p_key;
      END IF;
    END IF;`;

/** One plan for all rows, by indexes alone: it is right however large a table has become since, and whatever is known of it. */
const planned = 'SET enable_seqscan = off SET plan_cache_mode = force_generic_plan';

const keeping = `
-- Writes anew what can be found of one row. It speaks for the organisation that finds it, whichever side wrote the row.
CREATE OR REPLACE FUNCTION search_refresh(p_organisation uuid, p_kind text, p_id uuid, p_key text) RETURNS void LANGUAGE plpgsql
${planned} AS $$
DECLARE
  v_organisation text := coalesce(current_setting('app.organisation_id', true), '');
BEGIN
  PERFORM set_config('app.organisation_id', p_organisation::text, true);
  IF p_key IS NULL THEN
    DELETE FROM search_entries e WHERE e.organisation_id = p_organisation AND e.kind = p_kind AND e.id = p_id;
  END IF;
  CASE p_kind${reachedKinds.map(refreshOf).join('')}
  END CASE;
  PERFORM set_config('app.organisation_id', v_organisation, true);
END $$;

-- A workspace is asked the same by many requests: their questions are found once.
CREATE FUNCTION search_refresh_asked(p_organisation uuid, p_buyer uuid, p_sha256 text) RETURNS void LANGUAGE plpgsql
${planned} AS $$
DECLARE
  v_organisation text := coalesce(current_setting('app.organisation_id', true), '');
  v_asked boolean;
  v_found boolean;
BEGIN
  IF p_organisation IS NULL THEN RETURN; END IF;
  PERFORM set_config('app.organisation_id', p_organisation::text, true);
  v_asked := EXISTS (SELECT FROM assessments a
    WHERE a.supplier_organisation_id = p_organisation AND a.buyer_id = p_buyer AND a.document_sha256 = p_sha256);
  v_found := EXISTS (SELECT FROM search_entries e
    WHERE e.organisation_id = p_organisation AND e.kind = 'question' AND e.id = p_buyer AND left(e.key, 64) = p_sha256);
  IF v_asked <> v_found THEN PERFORM search_refresh(p_organisation, 'question', p_buyer, NULL); END IF;
  PERFORM set_config('app.organisation_id', v_organisation, true);
END $$;
`;

const reaching = `
CREATE OR REPLACE FUNCTION search_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
  WHEN 'suppliers' THEN PERFORM search_refresh(NEW.organisation_id, 'supplier', NEW.id, '');
  WHEN 'contacts' THEN
    IF TG_OP = 'DELETE' THEN PERFORM search_refresh(OLD.organisation_id, 'contact', OLD.id, '');
    ELSE PERFORM search_refresh(NEW.organisation_id, 'contact', NEW.id, '');
    END IF;
  WHEN 'engagements' THEN PERFORM search_refresh(NEW.organisation_id, 'engagement', NEW.id, '');
  WHEN 'questionnaire_versions' THEN PERFORM search_refresh(NEW.organisation_id, 'question', NEW.questionnaire_id, NULL);
  WHEN 'submissions' THEN PERFORM search_refresh(NEW.buyer_id, 'answer', NEW.assessment_id, NULL);
  WHEN 'working_answers' THEN
    PERFORM search_refresh(NEW.supplier_organisation_id, 'answer', NEW.assessment_id, NEW.question_key);
  WHEN 'evidence' THEN PERFORM search_refresh(NEW.organisation_id, 'piece', NEW.id, '');
  WHEN 'submission_pieces', 'finding_pieces' THEN
    PERFORM search_refresh(NEW.buyer_id, 'piece', NEW.evidence_id, NEW.assessment_id::text);
  WHEN 'clarifications' THEN
    PERFORM search_refresh(NEW.buyer_id, 'clarification', NEW.id, NEW.question_key);
    PERFORM search_refresh(NEW.supplier_organisation_id, 'clarification', NEW.id, NEW.question_key);
  WHEN 'clarification_files' THEN
    PERFORM search_refresh(NEW.buyer_id, 'clarification', NEW.clarification_id, NEW.question_key);
    PERFORM search_refresh(NEW.supplier_organisation_id, 'clarification', NEW.clarification_id, NEW.question_key);
  WHEN 'findings' THEN
    PERFORM search_refresh(NEW.buyer_id, 'finding', NEW.id, '');
    IF NEW.supplier_organisation_id IS NOT NULL THEN
      PERFORM search_refresh(NEW.supplier_organisation_id, 'finding', NEW.id, '');
    END IF;
  WHEN 'assessments' THEN
    IF TG_OP = 'UPDATE' THEN
      IF OLD.supplier_organisation_id IS DISTINCT FROM NEW.supplier_organisation_id AND OLD.supplier_organisation_id IS NOT NULL THEN
        PERFORM search_refresh(OLD.supplier_organisation_id, 'request', OLD.id, '');
      END IF;
      IF (OLD.supplier_organisation_id, OLD.document_sha256) IS DISTINCT FROM (NEW.supplier_organisation_id, NEW.document_sha256) THEN
        PERFORM search_refresh_asked(OLD.supplier_organisation_id, OLD.buyer_id, OLD.document_sha256);
        PERFORM search_refresh_asked(NEW.supplier_organisation_id, NEW.buyer_id, NEW.document_sha256);
      END IF;
    ELSE
      PERFORM search_refresh_asked(NEW.supplier_organisation_id, NEW.buyer_id, NEW.document_sha256);
    END IF;
    IF NEW.supplier_organisation_id IS NOT NULL THEN
      PERFORM search_refresh(NEW.supplier_organisation_id, 'request', NEW.id, '');
    END IF;
  END CASE;
  RETURN NULL;
END $$;
`;

/** As it was, but for how the latest are reached. */
export const found = `
CREATE OR REPLACE FUNCTION search_find(p_kinds text[], p_words text[], p_limit integer)
RETURNS TABLE (kind text, id uuid, key text, assessment_id uuid, title_fr text, title_en text, body_fr text, body_en text, place bigint)
LANGUAGE plpgsql STABLE ROWS 30 SECURITY DEFINER SET search_path = probant, public, pg_temp SET jit = off SET enable_seqscan = off AS $$
DECLARE
  v_here uuid := organisation();
  v_tag text;
  v_query tsquery;
  v_found bigint[];
  v_rare bigint[];
BEGIN
  IF v_here IS NULL THEN RETURN; END IF;
  FOREACH kind IN ARRAY p_kinds LOOP
    v_tag := search_tag(v_here, kind);
    v_query := search_query(v_tag, p_words);
    CONTINUE WHEN v_query IS NULL;
    -- A tag is short, and may be that of another: the columns decide, told as texts so that the index by the tag answers.
    SELECT array_agg(f.sequence ORDER BY f.rank DESC, f.sequence DESC) INTO v_found FROM (
      SELECT l.sequence, ts_rank(l.vector, v_query) AS rank FROM (
        SELECT e.sequence, e.vector FROM search_entries e
          WHERE search_tag(e.organisation_id, e.kind) = v_tag
            AND e.organisation_id::text = v_here::text AND e.kind || '' = search_find.kind ORDER BY e.sequence DESC LIMIT 600) l
      WHERE l.vector @@ v_query ORDER BY rank DESC, l.sequence DESC LIMIT p_limit) f;
    IF coalesce(cardinality(v_found), 0) < p_limit THEN
      v_rare := search_rare(v_here, kind, v_query, p_limit);
      SELECT array_agg(f.sequence ORDER BY f.rank DESC, f.sequence DESC) INTO v_found FROM (
        SELECT e.sequence, ts_rank(e.vector, v_query) AS rank FROM search_entries e
          WHERE search_tag(e.organisation_id, e.kind) = v_tag AND e.sequence = ANY (v_found || v_rare)
            AND e.organisation_id::text = v_here::text AND e.kind || '' = search_find.kind
          ORDER BY rank DESC, e.sequence DESC LIMIT p_limit) f;
    END IF;
    RETURN QUERY
      SELECT e.kind, e.id, e.key, e.assessment_id, e.title_fr, e.title_en, e.body_fr, e.body_en, f.place
      FROM unnest(v_found) WITH ORDINALITY f(sequence, place)
        JOIN search_entries e ON search_tag(e.organisation_id, e.kind) = v_tag AND e.sequence = f.sequence
          AND e.organisation_id::text = v_here::text AND e.kind || '' = search_find.kind
      ORDER BY f.place;
  END LOOP;
END $$;
`;

const names = ['name', 'email', 'job_title', 'phone'];
const changed = (columns: readonly string[]): string =>
  columns.map((column) => `OLD.${column} IS DISTINCT FROM NEW.${column}`).join(' OR ');

const follows = `
CREATE TRIGGER contacts_found AFTER INSERT OR DELETE ON contacts FOR EACH ROW EXECUTE FUNCTION search_follow();
CREATE TRIGGER contacts_found_on AFTER UPDATE ON contacts FOR EACH ROW WHEN (${changed(names)}) EXECUTE FUNCTION search_follow();
CREATE TRIGGER clarifications_found AFTER INSERT ON clarifications FOR EACH ROW EXECUTE FUNCTION search_follow();
CREATE TRIGGER clarification_files_found AFTER INSERT ON clarification_files FOR EACH ROW EXECUTE FUNCTION search_follow();
CREATE TRIGGER assessments_asked_on AFTER UPDATE ON assessments FOR EACH ROW
  WHEN (OLD.document_sha256 <> NEW.document_sha256 AND OLD.supplier_organisation_id IS NOT DISTINCT FROM NEW.supplier_organisation_id)
  EXECUTE FUNCTION search_follow();
`;
const unfollows = `
DROP TRIGGER contacts_found ON contacts;
DROP TRIGGER contacts_found_on ON contacts;
DROP TRIGGER clarifications_found ON clarifications;
DROP TRIGGER clarification_files_found ON clarification_files;
DROP TRIGGER assessments_asked_on ON assessments;
`;
