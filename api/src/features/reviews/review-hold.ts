import { acceptsReview } from '@probant/shared/assessments/lifecycle';
import type { AssessmentId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { AssessmentEntity, moveAssessment } from '../assessments/assessments.public.js';
import { findFacts, type AssessedFacts } from '../scoring/scoring.public.js';

export interface HeldReview {
  readonly assessment: AssessmentEntity;
  readonly facts: AssessedFacts;
}

/** The assessment, locked and under review: the first thing written starts the review. */
export async function holdReview(
  tx: Tx,
  scope: Scope,
  id: AssessmentId,
  clock: Pick<Clock, 'now'>,
): Promise<HeldReview> {
  const assessment = await tx.lock(AssessmentEntity, { buyerId: scope.organisationId, id });
  const { status } = assessment;
  if (!acceptsReview(status)) fail('transition-refused', { params: { status } });
  if (status === 'submitted') await startReview(tx, assessment, clock);
  const facts = await findFacts(tx, scope.organisationId, id);
  if (facts === undefined) return fail('transition-refused', { params: { status } });
  return { assessment, facts };
}

export async function startReview(
  tx: Tx,
  assessment: AssessmentEntity,
  clock: Pick<Clock, 'now'>,
): Promise<void> {
  moveAssessment(assessment, 'start-review', clock);
  await tx.manager.save(assessment);
  await tx.recordForBoth({
    kind: 'review-started',
    assessmentId: assessment.id,
    number: assessment.submissions,
  });
}
