import type { Tx } from '../../platform/database/work.js';
import type { ScoredStanding } from './standings.js';

/** The id is made of what a lapse is, so that one that was known stays where a page left off, and costs no write. */
const replace = `
WITH scored AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS n("engagementId" uuid, "assessmentId" uuid, lapses jsonb)
), known AS (
  SELECT md5(concat_ws('/', n."engagementId", l.kind, l.subject, l."lastOn"))::uuid AS id, n."engagementId" AS engagement_id,
    n."assessmentId" AS assessment_id, l.kind, l.name, ARRAY(SELECT jsonb_array_elements_text(l.questions)) AS questions,
    l.label, l."lastOn" AS last_on
  FROM scored n, jsonb_to_recordset(n.lapses) AS l(kind text, subject text, name text, questions jsonb, label jsonb, "lastOn" date)
), gone AS (
  DELETE FROM lapses x USING scored n WHERE x.organisation_id = organisation() AND x.engagement_id = n."engagementId"
    AND NOT EXISTS (SELECT 1 FROM known k WHERE k.id = x.id)
)
INSERT INTO lapses AS x (organisation_id, id, engagement_id, assessment_id, kind, name, questions, label, last_on)
SELECT organisation(), id, engagement_id, assessment_id, kind, name, questions, label, last_on FROM known ORDER BY id
ON CONFLICT (organisation_id, id) DO UPDATE SET assessment_id = excluded.assessment_id, name = excluded.name,
  questions = excluded.questions, label = excluded.label
WHERE (x.assessment_id, x.name, x.questions, x.label)
  IS DISTINCT FROM (excluded.assessment_id, excluded.name, excluded.questions, excluded.label)`;

/** Takes over what lapses of the submissions by which engagements are scored, in one statement for all of them. */
export async function replaceLapses(tx: Tx, scored: readonly ScoredStanding[]): Promise<void> {
  const rows = scored.map(({ engagementId, assessmentId, lapses }) => ({
    engagementId,
    assessmentId,
    lapses,
  }));
  await tx.query(replace, [JSON.stringify(rows)]);
}
