import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an author declared equivalent reaches the suppliers who were sent both versions, and nobody else. */
export class DeclaredKeys20261128101200 implements MigrationInterface {
  name = 'DeclaredKeys20261128101200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(declaredKeys);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION declared_keys(uuid, text)');
  }
}

/**
 * Equivalences are the buyer's. The function runs as the owner and gives of them keys alone, and of those the ones under which the
 * organisation that speaks has itself submitted an answer to another version of the questionnaire that it is now asked. Versions in
 * between are passed through, whether they were sent to it or not. It goes from the version asked to older ones or to newer ones, never
 * back: two halves of one question are not each other's.
 */
const declaredKeys = `
CREATE FUNCTION declared_keys(p_assessment uuid, p_key text)
RETURNS TABLE (version_sha256 text, question_key text, partly boolean) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = probant, public, pg_temp AS $$
DECLARE
  v_here uuid := organisation();
  v_buyer uuid;
  v_asked text;
BEGIN
  IF v_here IS NULL THEN RETURN; END IF;
  SELECT a.buyer_id, a.version_sha256 INTO v_buyer, v_asked FROM assessments a
    WHERE a.id = p_assessment AND a.supplier_organisation_id = v_here;
  IF NOT EXISTS (SELECT 1 FROM submissions u WHERE u.supplier_organisation_id = v_here AND u.buyer_id = v_buyer
    AND u.version_sha256 <> v_asked) THEN RETURN; END IF;
  RETURN QUERY
    WITH RECURSIVE asked AS MATERIALIZED (
      SELECT v.id, v.questionnaire_id FROM assessment_frames f
        JOIN questionnaire_versions sent ON sent.organisation_id = v_buyer AND sent.id = f.version_id
        -- The one that was sent, or the one that the assessment was moved to since.
        JOIN questionnaire_versions v ON v.organisation_id = v_buyer AND v.questionnaire_id = sent.questionnaire_id
          AND v.sha256 = v_asked
      WHERE f.organisation_id = v_buyer AND f.assessment_id = p_assessment),
    steps AS MATERIALIZED (
      SELECT e.version_id, e.from_version_id, m ->> 'from' AS from_key, m ->> 'to' AS to_key,
        q ->> 'kind' IN ('split', 'merged') AS partly
      FROM questionnaire_versions v
        JOIN version_equivalences e ON e.organisation_id = v_buyer AND e.version_id = v.id,
        jsonb_array_elements(e.equivalence_text::jsonb -> 'equivalences') q, jsonb_array_elements(q -> 'moves') m
      WHERE v.organisation_id = v_buyer AND v.questionnaire_id IN (SELECT a.questionnaire_id FROM asked a)
        AND m ->> 'to' IS NOT NULL AND m ->> 'fate' <> 'dropped'),
    ways AS (
      SELECT a.id AS version_id, p_key AS key, false AS partly, 0 AS towards FROM asked a
      UNION
      SELECT CASE WHEN n.older THEN s.from_version_id ELSE s.version_id END, CASE WHEN n.older THEN s.from_key ELSE s.to_key END,
        w.partly OR s.partly, CASE WHEN n.older THEN -1 ELSE 1 END
      FROM ways w JOIN (VALUES (true), (false)) n(older) ON CASE WHEN n.older THEN w.towards <= 0 ELSE w.towards >= 0 END
        JOIN steps s ON CASE WHEN n.older THEN s.version_id = w.version_id AND s.to_key = w.key
          ELSE s.from_version_id = w.version_id AND s.from_key = w.key END)
    SELECT v.sha256, w.key, bool_and(w.partly) FROM ways w
      JOIN questionnaire_versions v ON v.organisation_id = v_buyer AND v.id = w.version_id
      WHERE w.towards <> 0 AND EXISTS (SELECT 1 FROM submissions u WHERE u.supplier_organisation_id = v_here
        AND u.buyer_id = v_buyer AND u.version_sha256 = v.sha256)
        -- And under that key an answer was submitted.
        AND EXISTS (SELECT 1 FROM library_entries k WHERE k.organisation_id = v_here AND k.question_key = w.key)
      GROUP BY v.sha256, w.key;
END $$;
REVOKE ALL ON FUNCTION declared_keys(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION declared_keys(uuid, text) TO probant_app;
`;
