import type { VersionId } from '@probant/shared/ids';
import type { RiskRecord } from '@probant/shared/scoring/risk-records';
import type { Tx } from '../../platform/database/work.js';
import type { ScoredStanding } from './standings.js';

/** What weights cannot change about an engagement, by the version that its last submission answers. */
export interface StandingRisks extends RiskRecord {
  readonly versionId: VersionId;
}

const given = `
  SELECT n."engagementId" AS engagement_id, n."versionId" AS version_id, decode(n.record, 'base64') AS record,
    decode(n.questions, 'base64') AS questions
  FROM jsonb_to_recordset($1::jsonb) AS n("engagementId" uuid, "versionId" uuid, record text, questions text)`;

const update = `
WITH given AS (${given})
UPDATE risk_rows r SET version_id = g.version_id, record = g.record, questions = g.questions FROM given g
WHERE r.organisation_id = organisation() AND r.engagement_id = g.engagement_id`;

const countMissing = `
WITH given AS (${given})
SELECT count(*)::int AS missing FROM given g WHERE NOT EXISTS (
  SELECT 1 FROM risk_rows r WHERE r.organisation_id = organisation() AND r.engagement_id = g.engagement_id)`;

const insert = `
WITH given AS (${given}), last AS (
  SELECT coalesce(max(number), 0) AS number FROM risk_rows WHERE organisation_id = organisation()
)
INSERT INTO risk_rows AS r (organisation_id, engagement_id, number, version_id, record, questions)
SELECT organisation(), g.engagement_id, last.number + row_number() OVER (ORDER BY g.engagement_id), g.version_id, g.record, g.questions
FROM given g JOIN engagement_standings s ON s.organisation_id = organisation() AND s.engagement_id = g.engagement_id, last
WHERE NOT EXISTS (SELECT 1 FROM risk_rows r WHERE r.organisation_id = organisation() AND r.engagement_id = g.engagement_id)`;

/** Takes over the risks of engagements that were scored. */
export async function replaceRisks(tx: Tx, scored: readonly ScoredStanding[]): Promise<void> {
  const rows = scored.flatMap(({ engagementId, risks }) =>
    risks === null ? [] : [toRow(engagementId, risks)],
  );
  if (rows.length === 0) return;
  const parameters = [JSON.stringify(rows)];
  await tx.query(update, parameters);
  const { missing } = await tx.get<{ missing: number }>(countMissing, parameters);
  if (missing === 0) return;
  // Numbers are given one after the other: only a first score waits for others.
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('risk_rows/' || organisation(), 0))");
  await tx.query(insert, parameters);
}

function toRow(engagementId: string, { versionId, record, questions }: StandingRisks) {
  return {
    engagementId,
    versionId,
    record: Buffer.from(record).toString('base64'),
    questions: Buffer.from(questions).toString('base64'),
  };
}
