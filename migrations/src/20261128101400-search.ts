import type { MigrationInterface, QueryRunner } from 'typeorm';
import { owned } from './row-security.js';
import { followed, sources } from './search-sources.js';

/** What each organisation can find by its words: a narrow table that triggers keep beside the rows that it tells of. */
export class Search20261128101400 implements MigrationInterface {
  name = 'Search20261128101400';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [languages, words, tables, sources, following, followed, finding])
      await runner.query(part);
    // Force holds for the owner as well, who therefore speaks for one organisation after the other.
    await runner.query(`
DO $$ DECLARE v_organisation uuid; BEGIN
  FOR v_organisation IN SELECT id FROM organisations LOOP
    PERFORM set_config('app.organisation_id', v_organisation::text, true);
    ${write} WHERE s.organisation_id = v_organisation;
  END LOOP;
  PERFORM set_config('app.organisation_id', '', true);
END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION search_find(text[], text[], integer), search_rare(uuid, text, tsquery, integer), search_stems(text[]),
  search_query(text, text[]);
DROP FUNCTION search_follow() CASCADE;
DROP FUNCTION search_refresh(uuid, text, uuid, text);
DROP VIEW search_sources;
DROP TABLE search_entries;
DROP FUNCTION search_vector(text, text, text), search_lexemes(text), search_tag(uuid, text), typed_words(jsonb), spaced(text);
DROP TEXT SEARCH CONFIGURATION search_french;
DROP TEXT SEARCH CONFIGURATION search_english;
DROP TEXT SEARCH CONFIGURATION search_plain;
`);
  }
}

/** Accents go before stems are taken, in what is kept and in what is asked: both come to the same. */
const languages = ['french', 'english', 'simple']
  .map((base) => {
    const name = base === 'simple' ? 'search_plain' : `search_${base}`;
    const stem = base === 'simple' ? 'simple' : `${base}_stem`;
    return `CREATE TEXT SEARCH CONFIGURATION ${name} (COPY = pg_catalog.${base});
ALTER TEXT SEARCH CONFIGURATION ${name} ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, ${stem};`;
  })
  .join('\n');

const words = `
-- Signs that join words in names of files and in domains part them here.
CREATE FUNCTION spaced(p_text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT translate(left(p_text, 20000), '_./\\-''’@:&', '          ') $$;

-- What a person typed in the value of an answer; keys of options, numbers and days are no words.
CREATE FUNCTION typed_words(p_value jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(word #>> '{}', ' ' ORDER BY place), '')
  FROM jsonb_path_query(p_value, 'strict $.** ? (@.type() == "string" && !(@ like_regex "^[a-z0-9_.:-]*$"))')
    WITH ORDINALITY AS w(word, place)
$$;

-- In the index every lexeme stands behind the tag of its organisation and kind: no list of places holds those of another, and a
-- search costs what its own organisation has.
CREATE FUNCTION search_tag(p_organisation uuid, p_kind text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT left(md5(p_organisation::text || p_kind), 10) $$;

CREATE FUNCTION search_lexemes(p_text text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = probant, public, pg_temp AS $$
  SELECT to_tsvector('search_french', p_text) || to_tsvector('search_english', p_text) || to_tsvector('search_plain', p_text)
$$;

CREATE FUNCTION search_vector(p_tag text, p_title text, p_body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = probant, public, pg_temp AS $$
  SELECT coalesce(string_agg(
      quote_literal(p_tag || l.lexeme) || ':' || (SELECT string_agg(p || w, ',') FROM unnest(l.positions, l.weights) u(p, w)), ' '),
    '')::tsvector
  FROM unnest(setweight(search_lexemes(spaced(p_title)), 'A') || setweight(search_lexemes(spaced(p_body)), 'C')) l
  -- A lexeme has at most 2,046 bytes, the tag before it included: nobody looks for longer ones.
  WHERE octet_length(l.lexeme) < 2000
$$;
`;

const tables = `
CREATE TABLE search_entries (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  kind text NOT NULL CHECK (kind IN ('supplier', 'engagement', 'question', 'answer', 'piece', 'finding', 'request')),
  -- The row that it tells of; the key tells several of one row apart.
  id uuid NOT NULL,
  key text NOT NULL,
  assessment_id uuid,
  title_fr text NOT NULL,
  title_en text NOT NULL,
  body_fr text NOT NULL,
  body_en text NOT NULL,
  -- Larger where it was written later.
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  vector tsvector NOT NULL,
  PRIMARY KEY (organisation_id, kind, id, key)
);
CREATE INDEX search_entries_latest ON search_entries (organisation_id, kind, sequence);
-- A long list of pending entries would be read by every search.
CREATE INDEX search_entries_words ON search_entries USING gin (vector) WITH (gin_pending_list_limit = 256);
${owned('search_entries')}
CREATE POLICY search_entries_found ON search_entries FOR SELECT TO probant_owner USING (true);
`;

const write = `INSERT INTO search_entries (organisation_id, kind, id, key, assessment_id, title_fr, title_en, body_fr, body_en, vector)
      SELECT s.*, search_vector(search_tag(s.organisation_id, s.kind), s.title_fr || ' ' || s.title_en, s.body_fr || ' ' || s.body_en)
      FROM search_sources s`;

export const following = `
-- Writes anew what can be found of one row. It speaks for the organisation that finds it, whichever side wrote the row.
CREATE FUNCTION search_refresh(p_organisation uuid, p_kind text, p_id uuid, p_key text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_organisation text := coalesce(current_setting('app.organisation_id', true), '');
BEGIN
  PERFORM set_config('app.organisation_id', p_organisation::text, true);
  DELETE FROM search_entries e
    WHERE e.organisation_id = p_organisation AND e.kind = p_kind AND e.id = p_id AND (p_key IS NULL OR e.key = p_key);
  -- Apart, so that the key leads to its one row.
  IF p_key IS NULL THEN
    ${write} WHERE s.organisation_id = p_organisation AND s.kind = p_kind AND s.id = p_id
    ON CONFLICT DO NOTHING;
  ELSE
    ${write} WHERE s.organisation_id = p_organisation AND s.kind = p_kind AND s.id = p_id AND s.key = p_key
    -- Two acts may show one piece at once: it is found once.
    ON CONFLICT DO NOTHING;
  END IF;
  PERFORM set_config('app.organisation_id', v_organisation, true);
END $$;

CREATE FUNCTION search_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
  WHEN 'suppliers' THEN PERFORM search_refresh(NEW.organisation_id, 'supplier', NEW.id, '');
  WHEN 'engagements' THEN PERFORM search_refresh(NEW.organisation_id, 'engagement', NEW.id, '');
  WHEN 'questionnaire_versions' THEN PERFORM search_refresh(NEW.organisation_id, 'question', NEW.questionnaire_id, NULL);
  WHEN 'submissions' THEN PERFORM search_refresh(NEW.buyer_id, 'answer', NEW.assessment_id, NULL);
  WHEN 'working_answers' THEN
    PERFORM search_refresh(NEW.supplier_organisation_id, 'answer', NEW.assessment_id, NEW.question_key);
  WHEN 'evidence' THEN PERFORM search_refresh(NEW.organisation_id, 'piece', NEW.id, '');
  WHEN 'submission_pieces', 'finding_pieces' THEN
    PERFORM search_refresh(NEW.buyer_id, 'piece', NEW.evidence_id, NEW.assessment_id::text);
  WHEN 'findings' THEN
    PERFORM search_refresh(NEW.buyer_id, 'finding', NEW.id, '');
    IF NEW.supplier_organisation_id IS NOT NULL THEN
      PERFORM search_refresh(NEW.supplier_organisation_id, 'finding', NEW.id, '');
    END IF;
  WHEN 'assessments' THEN
    IF TG_OP = 'UPDATE' AND OLD.supplier_organisation_id IS DISTINCT FROM NEW.supplier_organisation_id
      AND OLD.supplier_organisation_id IS NOT NULL THEN
      PERFORM search_refresh(OLD.supplier_organisation_id, 'request', OLD.id, '');
    END IF;
    IF NEW.supplier_organisation_id IS NOT NULL THEN
      PERFORM search_refresh(NEW.supplier_organisation_id, 'request', NEW.id, '');
    END IF;
  END CASE;
  RETURN NULL;
END $$;
`;

/**
 * Row security is checked before any operator that might tell of a row, and matching words is such: under it the index is never
 * used. The functions run as the owner, whose policy hides nothing, and read the rows of the organisation that speaks alone.
 *
 * A word that stands everywhere is found among the latest entries; one that does not is rare, and the index gives all of it. Either
 * way a search reads a bounded number of rows, however many there are.
 */
export const finding = `
-- Any of the forms of a word, all of the words; the last one may be only begun. Words that say nothing are left out beside others.
CREATE FUNCTION search_query(p_tag text, p_words text[]) RETURNS tsquery LANGUAGE plpgsql STABLE
SET search_path = probant, public, pg_temp AS $$
DECLARE
  v_all text[] := '{}';
  v_any text;
  v_last integer := cardinality(p_words);
  v_word text;
  v_place integer := 0;
BEGIN
  FOREACH v_word IN ARRAY p_words LOOP
    v_place := v_place + 1;
    CONTINUE WHEN v_last > 1 AND (to_tsvector('search_french', v_word) = '' OR to_tsvector('search_english', v_word) = '')
      AND NOT (v_place = v_last AND v_all = '{}');
    SELECT string_agg(quote_literal(p_tag || l.lexeme) || CASE WHEN v_place = v_last AND length(l.lexeme) > 1 THEN ':*' ELSE '' END, ' | ')
      INTO v_any FROM unnest(search_lexemes(v_word)) l;
    CONTINUE WHEN v_any IS NULL;
    v_all := v_all || ('(' || v_any || ')');
  END LOOP;
  RETURN CASE WHEN v_all = '{}' THEN NULL ELSE array_to_string(v_all, ' & ')::tsquery END;
END $$;

CREATE FUNCTION search_stems(p_words text[]) RETURNS TABLE (stem text, begun boolean) LANGUAGE sql STABLE
SET search_path = probant, public, pg_temp AS $$
  SELECT l.lexeme, w.place = cardinality(p_words) FROM unnest(p_words) WITH ORDINALITY w(word, place), unnest(search_lexemes(w.word)) l
$$;

CREATE FUNCTION search_rare(p_organisation uuid, p_kind text, p_query tsquery, p_most integer) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = probant, public, pg_temp SET jit = off
SET enable_seqscan = off SET enable_indexscan = off AS $$
  SELECT array_agg(f.sequence ORDER BY f.rank DESC, f.sequence DESC) FROM (
    SELECT c.sequence, ts_rank(c.vector, p_query) AS rank FROM (
      -- Told as texts, so that no index but that of the words answers.
      SELECT e.sequence, e.vector FROM search_entries e WHERE e.vector @@ p_query
        AND e.organisation_id::text = p_organisation::text AND e.kind || '' = p_kind LIMIT 600) c
    ORDER BY rank DESC, c.sequence DESC LIMIT p_most) f
$$;

-- So few rows that what they belong to is looked up one by one.
CREATE FUNCTION search_find(p_kinds text[], p_words text[], p_limit integer)
RETURNS TABLE (kind text, id uuid, key text, assessment_id uuid, title_fr text, title_en text, body_fr text, body_en text, place bigint)
LANGUAGE plpgsql STABLE ROWS 30 SECURITY DEFINER SET search_path = probant, public, pg_temp SET jit = off AS $$
DECLARE
  v_here uuid := organisation();
  v_query tsquery;
  v_found bigint[];
  v_rare bigint[];
BEGIN
  IF v_here IS NULL THEN RETURN; END IF;
  FOREACH kind IN ARRAY p_kinds LOOP
    v_query := search_query(search_tag(v_here, kind), p_words);
    CONTINUE WHEN v_query IS NULL;
    SELECT array_agg(f.sequence ORDER BY f.rank DESC, f.sequence DESC) INTO v_found FROM (
      SELECT l.sequence, ts_rank(l.vector, v_query) AS rank FROM (
        SELECT e.sequence, e.vector FROM search_entries e
          WHERE e.organisation_id = v_here AND e.kind = search_find.kind ORDER BY e.sequence DESC LIMIT 600) l
      WHERE l.vector @@ v_query ORDER BY rank DESC, l.sequence DESC LIMIT p_limit) f;
    IF coalesce(cardinality(v_found), 0) < p_limit THEN
      v_rare := search_rare(v_here, kind, v_query, p_limit);
      SELECT array_agg(f.sequence ORDER BY f.rank DESC, f.sequence DESC) INTO v_found FROM (
        SELECT e.sequence, ts_rank(e.vector, v_query) AS rank FROM search_entries e
          WHERE e.organisation_id = v_here AND e.kind = search_find.kind AND e.sequence = ANY (v_found || v_rare)
          ORDER BY rank DESC, e.sequence DESC LIMIT p_limit) f;
    END IF;
    RETURN QUERY
      SELECT e.kind, e.id, e.key, e.assessment_id, e.title_fr, e.title_en, e.body_fr, e.body_en, f.place
      FROM unnest(v_found) WITH ORDINALITY f(sequence, place)
        JOIN search_entries e ON e.organisation_id = v_here AND e.kind = search_find.kind AND e.sequence = f.sequence
      ORDER BY f.place;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION search_find(text[], text[], integer), search_rare(uuid, text, tsquery, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_find(text[], text[], integer) TO probant_app;
`;
