import { acceptsAnswers, type AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { AssessmentId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';

/**
 * Locks the sheet of a request that still takes changes. The assessment is locked first, as everything that moves it does,
 * and only while it has to start.
 */
export async function lockSheet(tx: Tx, scope: Scope, assessmentId: AssessmentId): Promise<void> {
  const { status } = await readStatus(tx, scope, assessmentId, '');
  const sure =
    status === 'in-progress' ? { status } : await readStatus(tx, scope, assessmentId, 'FOR UPDATE');
  if (!acceptsAnswers(sure.status)) fail('assessment-closed');
  await tx.get(
    'SELECT 1 FROM answer_sheets WHERE supplier_organisation_id = $1 AND assessment_id = $2 FOR UPDATE',
    [scope.organisationId, assessmentId],
  );
  // The wait for the lock may have let the submission go first.
  const now = await readStatus(tx, scope, assessmentId, '');
  if (!acceptsAnswers(now.status)) fail('assessment-closed');
}

/** The sheet has a new revision, and the assessment is in progress from its first change on. */
export async function moveSheet(tx: Tx, scope: Scope, assessmentId: AssessmentId): Promise<number> {
  const started = await tx.query(
    `WITH started AS (UPDATE assessments SET status = 'in-progress', status_at = coalesce(played_at(), now()), revision = revision + 1
       WHERE id = $1 AND supplier_organisation_id = $2 AND status IN ('sent', 'opened', 'returned') RETURNING 1)
     SELECT * FROM started`,
    [assessmentId, scope.organisationId],
  );
  if (started.length > 0) await tx.recordForBoth({ kind: 'answering-started', assessmentId });
  const { revision } = await tx.get<{ revision: string }>(
    `WITH moved AS (UPDATE answer_sheets SET revision = revision + 1, last_saved_at = coalesce(played_at(), now())
       WHERE supplier_organisation_id = $1 AND assessment_id = $2 RETURNING revision)
     SELECT revision FROM moved`,
    [scope.organisationId, assessmentId],
  );
  return Number(revision);
}

function readStatus(
  tx: Tx,
  scope: Scope,
  assessmentId: AssessmentId,
  lock: '' | 'FOR UPDATE',
): Promise<{ status: AssessmentStatus }> {
  return tx.get<{ status: AssessmentStatus }>(
    `SELECT status FROM assessments WHERE id = $1 AND supplier_organisation_id = $2 ${lock}`,
    [assessmentId, scope.organisationId],
  );
}
