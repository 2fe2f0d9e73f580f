import { can, roles } from '@probant/shared/permissions';

const reviewing = roles.filter((role) => can(role, 'reviews:write'));

/** In SQL over the assessment `a`: a review that was given to a colleague who may still review is theirs. */
export function notGivenAway(account: string): string {
  return `NOT EXISTS (SELECT 1 FROM review_assignments r JOIN memberships m ON m.organisation_id = r.organisation_id
    AND m.account_id = r.account_id AND m.roles && '{${reviewing.join(',')}}'
    WHERE r.organisation_id = a.buyer_id AND r.assessment_id = a.id AND r.account_id <> ${account}::uuid)`;
}
