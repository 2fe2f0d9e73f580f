import { findGiven } from '@probant/shared/answers/given-answer';
import type { ReviewedSubmission } from '@probant/shared/assessments/score-inputs';
import { parisDay } from '@probant/shared/calendar';
import type { AssessmentId, OrganisationId } from '@probant/shared/ids';
import type { EvidenceLevel } from '@probant/shared/questionnaires/document';
import { provesAnswer } from '@probant/shared/warnings/proofs';
import type { WarningContent } from '@probant/shared/warnings/warning';
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
): Promise<ReadonlyMap<AssessmentId, readonly ProofRow[]>> {
  const rows = await tx.query<ProofRow>(
    `SELECT p.assessment_id, p.question_key, p.level, w.content_text FROM warning_proofs p
     JOIN warnings w ON w.buyer_id = p.organisation_id AND w.id = p.warning_id
     WHERE p.organisation_id = $1 AND p.assessment_id = ANY ($2) ORDER BY p.question_key, p.warning_id`,
    [organisationId, assessmentIds],
  );
  const groups = new Map<AssessmentId, ProofRow[]>();
  for (const row of rows) groups.set(row.assessment_id, [...(groups.get(row.assessment_id) ?? []), row]);
  return groups;
}

/** Beside the pieces of the answers that they still prove: one that was changed since is proved no more. */
export function withWarnings(
  pieces: ReviewedSubmission['pieces'],
  { answers, reviews }: Pick<ReviewedSubmission, 'answers' | 'reviews'>,
  proofs: readonly ProofRow[] = [],
): ReviewedSubmission['pieces'] {
  const all = { ...pieces };
  for (const { question_key: questionId, level, content_text } of proofs) {
    // Written by the rule that signed it.
    const content = JSON.parse(content_text) as WarningContent;
    const counted = reviews[questionId]?.override ?? findGiven(answers, questionId);
    const value = counted?.state === 'answered' ? counted.value : undefined;
    if (!provesAnswer(questionId, content, value)) continue;
    const datedOn = content.received?.on ?? parisDay(content.signedAt);
    all[questionId] = [...(all[questionId] ?? []), { verdict: 'accepted', level, datedOn }];
  }
  return all;
}
