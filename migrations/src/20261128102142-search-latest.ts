import type { MigrationInterface, QueryRunner } from 'typeorm';
import { found } from './20261128102140-search-reach.js';

/** The latest of a kind are read from the end of their index, and not sorted out of all. */
export class SearchLatest20261128102142 implements MigrationInterface {
  name = 'SearchLatest20261128102142';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(latest);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(found);
  }
}

const latest = `
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
    SELECT array_agg(f.sequence ORDER BY f.rank DESC, f.sequence DESC) INTO v_found FROM (
      SELECT l.sequence, ts_rank(l.vector, v_query) AS rank FROM (
        SELECT e.organisation_id, e.kind, e.sequence, e.vector FROM search_entries e
          WHERE search_tag(e.organisation_id, e.kind) = v_tag
          -- By the tag as well, though it is one: behind row security the planner takes nothing of it for settled, and would sort.
          ORDER BY search_tag(e.organisation_id, e.kind) DESC, e.sequence DESC LIMIT 600) l
      -- A tag is short, and may be that of another: the columns decide, after the latest were taken.
      WHERE l.organisation_id = v_here AND l.kind = search_find.kind AND l.vector @@ v_query
      ORDER BY rank DESC, l.sequence DESC LIMIT p_limit) f;
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
