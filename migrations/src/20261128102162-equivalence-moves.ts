import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedAppendOnly } from './row-security.js';

/**
 * What became of each key, beside the equivalence that says so: one question is followed from version to version without the
 * equivalences of all the others being unfolded for it.
 */
export class EquivalenceMoves20261128102162 implements MigrationInterface {
  name = 'EquivalenceMoves20261128102162';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(policies);
    await runner.query(`DROP FUNCTION declared_keys(uuid, text)`);
    await runner.query(declaredKeys(alongMoves));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION declared_keys(uuid, text)`);
    await runner.query(declaredKeys(alongTexts));
    await runner.query(`DROP TRIGGER version_equivalences_moves ON version_equivalences;
      DROP FUNCTION keep_equivalence_moves(); DROP TABLE equivalence_moves`);
  }
}

const movesOf = (equivalences: string): string => `
  INSERT INTO equivalence_moves (organisation_id, version_id, from_version_id, from_key, to_key, partly)
  SELECT e.organisation_id, e.version_id, e.from_version_id, m ->> 'from', m ->> 'to', bool_and(q ->> 'kind' IN ('split', 'merged'))
  FROM ${equivalences} e, jsonb_array_elements(e.equivalence_text::jsonb -> 'equivalences') q, jsonb_array_elements(q -> 'moves') m
  WHERE m ->> 'from' IS NOT NULL AND m ->> 'to' IS NOT NULL AND m ->> 'fate' <> 'dropped' GROUP BY 1, 2, 3, 4, 5`;

const table = `
CREATE TABLE equivalence_moves (
  organisation_id uuid NOT NULL,
  version_id uuid NOT NULL,
  from_version_id uuid NOT NULL,
  from_key text NOT NULL,
  to_key text NOT NULL,
  -- Half of a question that was split, or one of those that were merged.
  partly boolean NOT NULL,
  PRIMARY KEY (organisation_id, version_id, to_key, from_key),
  FOREIGN KEY (organisation_id, version_id) REFERENCES version_equivalences (organisation_id, version_id)
);
CREATE INDEX equivalence_moves_from ON equivalence_moves (organisation_id, from_version_id, from_key);
${movesOf('version_equivalences')};
CREATE FUNCTION keep_equivalence_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  ${movesOf('(SELECT NEW.*)')};
  RETURN NULL;
END $$;
CREATE TRIGGER version_equivalences_moves AFTER INSERT ON version_equivalences
  FOR EACH ROW EXECUTE FUNCTION keep_equivalence_moves();
`;

const policies = `
${ownedAppendOnly('equivalence_moves')}
CREATE POLICY equivalence_moves_followed ON equivalence_moves FOR SELECT TO probant_owner USING (true);
`;

/** From the version asked to older ones or to newer ones, never back: two halves of one question are not each other's. */
const alongMoves = `
    ways AS (
      SELECT a.id AS version_id, p_key AS key, false AS partly, 0 AS towards FROM asked a
      UNION
      SELECT n.version_id, n.key, n.partly, n.towards FROM ways w, LATERAL (
        SELECT m.from_version_id AS version_id, m.from_key AS key, w.partly OR m.partly AS partly, -1 AS towards
          FROM equivalence_moves m WHERE w.towards <= 0 AND m.organisation_id = v_buyer AND m.version_id = w.version_id
          AND m.to_key = w.key
        UNION ALL
        SELECT m.version_id, m.to_key, w.partly OR m.partly, 1
          FROM equivalence_moves m WHERE w.towards >= 0 AND m.organisation_id = v_buyer AND m.from_version_id = w.version_id
          AND m.from_key = w.key) n)`;

const alongTexts = `
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
          ELSE s.from_version_id = w.version_id AND s.from_key = w.key END)`;

function declaredKeys(ways: string): string {
  return `
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
      WHERE f.organisation_id = v_buyer AND f.assessment_id = p_assessment),${ways}
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
}
