import type { AssessmentId, OrganisationId } from '@probant/shared/ids';
import type { EvidenceLevel } from '@probant/shared/questionnaires/document';
import type { WarningContent } from '@probant/shared/warnings/warning';
import type { GradedWarning } from '@probant/shared/warnings/with-warnings';
import type { Tx } from '../../platform/database/work.js';

interface ProofRow {
  readonly assessment_id: AssessmentId;
  readonly question_key: string;
  readonly level: EvidenceLevel;
  readonly content_text: string;
}

/** Entries of the register that a reviewer took as proof, by assessment. */
export async function readWarningProofs(
  tx: Tx,
  organisationId: OrganisationId,
  assessmentIds: readonly AssessmentId[],
): Promise<ReadonlyMap<AssessmentId, readonly GradedWarning[]>> {
  const rows = await tx.query<ProofRow>(
    `SELECT p.assessment_id, p.question_key, p.level, w.content_text FROM warning_proofs p
     JOIN warnings w ON w.buyer_id = p.organisation_id AND w.id = p.warning_id
     WHERE p.organisation_id = $1 AND p.assessment_id = ANY ($2) ORDER BY p.question_key, p.warning_id`,
    [organisationId, assessmentIds],
  );
  const groups = new Map<AssessmentId, GradedWarning[]>();
  for (const { assessment_id: id, question_key: questionId, level, content_text } of rows) {
    // Written by the rule that signed it.
    const content = JSON.parse(content_text) as WarningContent;
    groups.set(id, [...(groups.get(id) ?? []), { questionId, level, content }]);
  }
  return groups;
}
