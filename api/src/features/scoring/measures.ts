import type { ConfirmedMeasure } from '@probant/shared/assessments/measured-proof';
import type { AssessmentId, OrganisationId } from '@probant/shared/ids';
import type { Tx } from '../../platform/database/work.js';

interface MeasureRow extends ConfirmedMeasure {
  readonly assessmentId: AssessmentId;
}

/** What the buyer measured itself or a register answered, and a reviewer took as proof, by assessment; of the answer beside which it was, the hash. */
export async function readMeasures(
  tx: Tx,
  organisationId: OrganisationId,
  assessmentIds: readonly AssessmentId[],
): Promise<ReadonlyMap<AssessmentId, readonly ConfirmedMeasure[]>> {
  const rows = await tx.query<MeasureRow>(
    `SELECT assessment_id AS "assessmentId", question_key AS "questionId", source_id AS "sourceId",
       'EICAR ' || to_char(measured_on, 'YYYY-MM-DD') AS name, level,
       to_char(measured_on, 'YYYY-MM-DD') AS "measuredOn", answer_sha256 AS "answerText"
     FROM measured_proofs WHERE organisation_id = $1 AND assessment_id = ANY ($2)
     UNION ALL
     SELECT assessment_id, question_key, check_id, name, level, to_char(checked_on, 'YYYY-MM-DD'), answer_sha256
     FROM check_proofs WHERE organisation_id = $1 AND assessment_id = ANY ($2)
     ORDER BY "questionId", "sourceId"`,
    [organisationId, assessmentIds],
  );
  const groups = new Map<AssessmentId, MeasureRow[]>();
  for (const row of rows) groups.set(row.assessmentId, [...(groups.get(row.assessmentId) ?? []), row]);
  return groups;
}
