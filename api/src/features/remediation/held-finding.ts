import type { FindingSide } from '@probant/shared/findings/finding';
import type { FindingId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { fail, found } from '../../platform/http/problem.js';
import { AssessmentEntity } from '../assessments/assessments.public.js';
import { FindingEntity } from '../findings/findings.public.js';

export interface HeldFinding {
  readonly side: FindingSide;
  readonly finding: FindingEntity;
  readonly assessment: AssessmentEntity;
}

/** A row that both sides may read: each route asks for its own side of it. */
function sideOf({ organisationId }: Scope, side: FindingSide, id: FindingId) {
  return side === 'buyer' ? { id, buyerId: organisationId } : { id, supplierOrganisationId: organisationId };
}

export async function getFinding(
  tx: Tx,
  scope: Scope,
  side: FindingSide,
  id: FindingId,
): Promise<HeldFinding> {
  const finding = found(await tx.find(FindingEntity, sideOf(scope, side, id)));
  const { buyerId, assessmentId } = finding;
  const assessment = found(await tx.find(AssessmentEntity, { buyerId, id: assessmentId }));
  return { side, finding, assessment };
}

/**
 * The finding, with its assessment locked: both sides may lock that one, and every act on a finding, a review or a decision
 * begins with it. Without a revision nothing that was read can be stale.
 */
export async function holdFinding(
  tx: Tx,
  scope: Scope,
  side: FindingSide,
  id: FindingId,
  revision?: number,
): Promise<HeldFinding> {
  const before = found(await tx.find(FindingEntity, sideOf(scope, side, id)));
  const { buyerId, assessmentId } = before;
  const assessment = await tx.lock(AssessmentEntity, { buyerId, id: assessmentId });
  const finding = found(await tx.find(FindingEntity, sideOf(scope, side, id)));
  if (revision !== undefined && finding.revision !== revision) fail('stale-revision');
  return { side, finding, assessment };
}
