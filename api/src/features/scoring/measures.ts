import { textInForce } from '@probant/shared/assessments/measured-proof';
import type { ReviewedSubmission } from '@probant/shared/assessments/score-inputs';
import type { AssessmentId, OrganisationId } from '@probant/shared/ids';
import type { EvidenceLevel } from '@probant/shared/questionnaires/document';
import type { Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';

interface MeasureRow {
  readonly assessment_id: AssessmentId;
  readonly question_key: string;
  readonly level: EvidenceLevel;
  readonly measured_on: string;
  readonly answer_sha256: string;
}

/** What the buyer measured itself and a reviewer took as proof, by assessment. */
export async function readMeasures(
  tx: Tx,
  organisationId: OrganisationId,
  assessmentIds: readonly AssessmentId[],
): Promise<ReadonlyMap<AssessmentId, readonly MeasureRow[]>> {
  const rows = await tx.query<MeasureRow>(
    `SELECT assessment_id, question_key, level, to_char(measured_on, 'YYYY-MM-DD') AS measured_on, answer_sha256
     FROM measured_proofs WHERE organisation_id = $1 AND assessment_id = ANY ($2) ORDER BY question_key, source_id`,
    [organisationId, assessmentIds],
  );
  const groups = new Map<AssessmentId, MeasureRow[]>();
  for (const row of rows) groups.set(row.assessment_id, [...(groups.get(row.assessment_id) ?? []), row]);
  return groups;
}

/** Beside the pieces of an answer, for as long as that answer stands. */
export function withMeasures(
  pieces: ReviewedSubmission['pieces'],
  { answers, reviews }: Pick<ReviewedSubmission, 'answers' | 'reviews'>,
  rows: readonly MeasureRow[] = [],
): ReviewedSubmission['pieces'] {
  const all = { ...pieces };
  for (const { question_key: id, level, measured_on: datedOn, answer_sha256 } of rows) {
    if (sha256(textInForce(answers, id, reviews[id])) !== answer_sha256) continue;
    all[id] = [...(all[id] ?? []), { verdict: 'accepted', level, datedOn }];
  }
  return all;
}
