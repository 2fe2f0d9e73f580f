import { canAny, type Action, type OrganisationKind, type Role } from '../permissions.js';

/** What a search finds, in the order in which it is shown. */
export const searchKinds = [
  'supplier',
  'contact',
  'engagement',
  'request',
  'question',
  'answer',
  'piece',
  'clarification',
  'finding',
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** The permission to read what is found, by side; a kind that a side does not have is not there. */
const readBy: Readonly<Record<OrganisationKind, Partial<Readonly<Record<SearchKind, Action>>>>> = {
  buyer: {
    supplier: 'suppliers:read',
    contact: 'suppliers:read',
    engagement: 'engagements:read',
    question: 'questionnaires:read',
    answer: 'reviews:read',
    piece: 'reviews:read',
    clarification: 'reviews:read',
    finding: 'reviews:read',
  },
  supplier: {
    request: 'requests:read',
    question: 'requests:read',
    answer: 'answers:read',
    piece: 'requests:read',
    clarification: 'requests:read',
    finding: 'remediation:read',
  },
};

/** The kinds that somebody with these roles may find. */
export function searchKindsOf(side: OrganisationKind, roles: readonly Role[]): SearchKind[] {
  return searchKinds.filter((kind) => {
    const action = readBy[side][kind];
    return action !== undefined && canAny(roles, action);
  });
}
