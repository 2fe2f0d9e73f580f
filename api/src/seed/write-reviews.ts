import { toInputs, toResult } from '../features/scoring/snapshots.js';
import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/work.js';
import type { Batch, Ground, InventedAssessment } from './invented-assessment.js';
import { insertRows } from './insert-rows.js';
import { causeOf, outcomeOf, reason } from './tell-story.js';

/** Verdicts, the kept score, and the decision with what the supplier is told of it. */
export async function writeReviews(
  tx: Tx,
  { buyer, profile, version }: Ground,
  { assessments }: Batch,
): Promise<void> {
  const { organisationId, accountId, accountName } = buyer.scope;
  await insertRows(
    tx,
    'evidence_reviews',
    assessments.flatMap(({ id, verdicts, actedAt }) =>
      verdicts.map(({ questionId, evidenceId, level }) => ({
        organisation_id: organisationId,
        assessment_id: id,
        question_key: questionId,
        evidence_id: evidenceId,
        verdict: 'accepted',
        level,
        note: '',
        revision: 1,
        updated_by: accountId,
        updated_by_name: accountName,
        updated_at: actedAt,
      })),
    ),
  );
  await insertRows(
    tx,
    'score_snapshots',
    assessments.flatMap(({ scored, id, engagement, snapshotId, status }) => {
      if (scored === null) return [];
      return [
        {
          organisation_id: organisationId,
          id: snapshotId,
          assessment_id: id,
          engagement_id: engagement.id,
          submission_id: scored.facts.submissionId,
          cause: causeOf(status),
          engine_version: scored.engineVersion,
          rule_set: scored.ruleSet,
          version_id: version.id,
          version_sha256: version.sha256,
          profile_id: profile.profileId,
          score: scored.range.score.score,
          grade: scored.range.score.grade,
          before_review: scored.beforeReview,
          inputs: toInputs(scored),
          result: toResult(scored),
          at: scored.asOf,
        },
      ];
    }),
  );
  // The scores that the submissions asked for have just been kept.
  await tx.query('DELETE FROM scores_due WHERE buyer_id = $1 AND assessment_id = ANY ($2)', [
    organisationId,
    assessments.map(({ id }) => id),
  ]);
  await writeDecisions(tx, organisationId, assessments, { accountId, accountName });
}

async function writeDecisions(
  tx: Tx,
  organisationId: string,
  assessments: readonly InventedAssessment[],
  { accountId, accountName }: { readonly accountId: string; readonly accountName: string },
): Promise<void> {
  const decided = assessments
    .filter(({ status }) => status === 'decided')
    .map((one) => ({ one, id: newId(), outcome: outcomeOf(one) }));
  await insertRows(
    tx,
    'decisions',
    decided.map(({ one, id, outcome }) => ({
      organisation_id: organisationId,
      id,
      assessment_id: one.id,
      outcome,
      reason,
      snapshot_id: one.snapshotId,
      decided_by: accountId,
      decided_by_name: accountName,
      at: one.actedAt,
    })),
  );
  await insertRows(
    tx,
    'decision_notices',
    decided.map(({ one, id, outcome }) => ({
      buyer_id: organisationId,
      supplier_organisation_id: one.engagement.workspace.scope.organisationId,
      decision_id: id,
      assessment_id: one.id,
      outcome,
      conditions: '',
      message: '',
      at: one.actedAt,
    })),
  );
}
