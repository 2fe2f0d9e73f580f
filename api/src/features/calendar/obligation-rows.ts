import type { EngagementId, ObligationId, OrganisationId } from '@probant/shared/ids';
import { settle, type Mark } from '@probant/shared/obligations/marks';
import type { Obligation } from '@probant/shared/obligations/obligation';
import type { Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';

/** The same for as long as the obligation is: calendars that were told of it know it again. */
export function obligationId(organisationId: string, engagementId: string, key: string): ObligationId {
  const hash = sha256(`${organisationId}/${engagementId}/${key}`);
  const [a, b, c, d, e] = [
    [0, 8],
    [8, 12],
    [13, 16],
    [17, 20],
    [20, 32],
  ].map(([from, to]) => hash.slice(from, to));
  // Version 8 of RFC 9562: an id made in a way of one's own.
  return `${a ?? ''}-${b ?? ''}-8${c ?? ''}-a${d ?? ''}-${e ?? ''}` as ObligationId;
}

export interface KnownMark extends Mark {
  /** How many marks there are. */
  readonly number: number;
}

/** What was said last of each obligation of the engagements, by engagement and key. */
export async function lastMarks(
  tx: Tx,
  organisationId: OrganisationId,
  engagementIds: readonly EngagementId[],
): Promise<Map<string, KnownMark>> {
  const rows = await tx.query<KnownMark & { engagementId: string; key: string }>(
    `SELECT DISTINCT ON (engagement_id, key) engagement_id AS "engagementId", key, number, act, due_on::text AS "dueOn",
       "on"::text AS "on"
     FROM obligation_marks WHERE organisation_id = $1 AND engagement_id = ANY($2) ORDER BY engagement_id, key, number DESC`,
    [organisationId, engagementIds],
  );
  return new Map(rows.map(({ engagementId, key, ...mark }) => [`${engagementId} ${key}`, mark]));
}

/** An obligation as its row keeps it, with what was said of it. */
export function toRow(
  organisationId: string,
  engagementId: string,
  obligation: Obligation,
  mark: KnownMark | undefined,
): object {
  const { key, kind, dueOn, precision, facts } = obligation;
  return {
    id: obligationId(organisationId, engagementId, key),
    engagementId,
    ...{ key, kind, dueOn, precision, facts },
    ...settle(obligation, mark ?? null),
    marks: mark?.number ?? 0,
  };
}

const rewrite = `
WITH wanted AS (
  SELECT * FROM jsonb_to_recordset($3::jsonb) AS w(id uuid, "engagementId" uuid, key text, kind text, "dueOn" date,
    precision text, facts jsonb, "effectiveOn" date, "overdueFrom" date, "doneOn" date, "lapsedOn" date, marks integer)
), gone AS (
  DELETE FROM obligations o WHERE o.organisation_id = $1 AND o.engagement_id = ANY($2)
    AND NOT EXISTS (SELECT 1 FROM wanted w WHERE w.id = o.id)
)
INSERT INTO obligations AS o (organisation_id, id, engagement_id, supplier_id, supplier_name, engagement_name, key, kind, due_on,
  precision, facts, effective_on, overdue_from, done_on, lapsed_on, marks)
SELECT e.organisation_id, w.id, e.id, s.id, s.name, e.name, w.key, w.kind, w."dueOn", w.precision, w.facts, w."effectiveOn",
  w."overdueFrom", w."doneOn", w."lapsedOn", w.marks
FROM wanted w JOIN engagements e ON e.organisation_id = $1 AND e.id = w."engagementId"
  JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id
ORDER BY w.id
ON CONFLICT (organisation_id, id) DO UPDATE SET supplier_id = excluded.supplier_id, supplier_name = excluded.supplier_name,
  engagement_name = excluded.engagement_name, due_on = excluded.due_on, precision = excluded.precision, facts = excluded.facts,
  effective_on = excluded.effective_on, overdue_from = excluded.overdue_from, done_on = excluded.done_on,
  lapsed_on = excluded.lapsed_on, marks = excluded.marks, sequence = o.sequence + 1, changed_at = DEFAULT
WHERE (o.supplier_id, o.supplier_name, o.engagement_name, o.due_on, o.precision, o.facts, o.effective_on, o.overdue_from,
    o.done_on, o.lapsed_on, o.marks)
  IS DISTINCT FROM (excluded.supplier_id, excluded.supplier_name, excluded.engagement_name, excluded.due_on, excluded.precision,
    excluded.facts, excluded.effective_on, excluded.overdue_from, excluded.done_on, excluded.lapsed_on, excluded.marks)`;

/** The rows of these engagements become the ones given; one that says the same as before stays untouched. */
export async function rewriteRows(
  tx: Tx,
  organisationId: OrganisationId,
  engagementIds: readonly EngagementId[],
  rows: readonly object[],
): Promise<void> {
  await tx.query(rewrite, [organisationId, engagementIds, JSON.stringify(rows)]);
}
