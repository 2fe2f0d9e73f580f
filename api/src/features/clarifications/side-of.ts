import type { Party } from '@probant/shared/assessments/clarification';
import type { AssessmentId, OrganisationId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';

/** A row that both sides may read: each route asks for its own side of it. */
export function sideOf(
  { organisationId }: Pick<Scope, 'organisationId'>,
  party: Party,
  id: AssessmentId,
):
  | { id: AssessmentId; buyerId: OrganisationId }
  | { id: AssessmentId; supplierOrganisationId: OrganisationId } {
  return party === 'buyer' ? { id, buyerId: organisationId } : { id, supplierOrganisationId: organisationId };
}
