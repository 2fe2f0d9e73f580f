import { decideAct, type Act, type Moved } from '@probant/shared/assessments/lifecycle';
import type { Clock } from '../../platform/clock/clock.js';
import { accepted } from '../../platform/http/problem.js';
import type { AssessmentEntity } from './assessments.entity.js';

/** Moves a locked assessment along its lifecycle, or ends the request; the caller saves it with the event of the act. */
export function moveAssessment(
  assessment: AssessmentEntity,
  act: Act,
  clock: Pick<Clock, 'now'>,
  reason?: string,
): Moved {
  const { status, submissions, supplierOrganisationId } = assessment;
  const progress = { status, submissions, accepted: supplierOrganisationId !== null };
  const moved = accepted(decideAct(progress, act, reason));
  Object.assign(assessment, {
    status: moved.to,
    statusAt: clock.now(),
    revision: assessment.revision + 1,
  });
  return moved;
}
