import { assessmentAddress, findingAddress, warningAddress } from '../addresses.js';
import type { Obligation, ObligationFacts } from './obligation.js';

type Placed = Pick<Obligation, 'kind' | 'facts'> & { readonly engagementId: string };

/** What the page is, that an obligation comes from. */
export const obligationPlaces = [
  'contract',
  'assessment',
  'certification',
  'checks',
  'drills',
  'patch-reports',
  'notice',
  'incidents',
  'warning',
  'finding',
  'engagement',
] as const;
export type ObligationPlace = (typeof obligationPlaces)[number];

export interface PlaceOf {
  readonly place: ObligationPlace;
  readonly path: string;
}

/** The page of the engagement's file, or of the buyer, on which the obligation comes from and is dealt with. */
export function placeOf({ kind, facts, engagementId }: Placed): PlaceOf {
  const file = `/engagements/${engagementId}`;
  const { assessmentId, warningId, findingId, noticeId } = facts;
  switch (kind) {
    case 'assessment-due':
    case 'piece-expiry':
    case 'announced-change':
      return assessmentId === undefined
        ? { place: 'engagement', path: file }
        : { place: 'assessment', path: assessmentAddress(assessmentId) };
    case 'certificate-expiry':
      return { place: 'certification', path: `${file}/certification` };
    case 'drill':
      return { place: 'drills', path: `${file}/drills` };
    case 'patch-report':
      return { place: 'patch-reports', path: `${file}/patch-reports` };
    case 'notice-cure':
      return {
        place: 'notice',
        path: noticeId === undefined ? `${file}/notices` : `${file}/notices/${noticeId}`,
      };
    case 'incident-deadline':
      return { place: 'incidents', path: `${file}/incidents` };
    case 'warning-answer':
      return {
        place: 'warning',
        path: warningId === undefined ? `${file}/warnings` : warningAddress(warningId),
      };
    case 'remediation':
    case 'acceptance-end':
      return {
        place: 'finding',
        path: findingId === undefined ? `${file}/findings` : findingAddress('buyer', findingId),
      };
    case 'reassessment':
      return placeOfEvent(facts, file);
    default:
      return { place: 'contract', path: `${file}/contract` };
  }
}

/** Where what happened can be read. */
function placeOfEvent({ trigger, assessmentId }: ObligationFacts, file: string): PlaceOf {
  switch (trigger) {
    case 'certificate-ended':
    case 'certificate-lost':
    case 'subcontractor':
      return { place: 'certification', path: `${file}/certification` };
    case 'bodacc':
      return { place: 'checks', path: `${file}/checks` };
    case 'drill':
      return { place: 'drills', path: `${file}/drills` };
    case 'patch-reports':
      return { place: 'patch-reports', path: `${file}/patch-reports` };
    case 'incident':
      return { place: 'incidents', path: `${file}/incidents` };
    case 'regulation':
      return { place: 'contract', path: `${file}/contract` };
    case 'announced-change':
      return assessmentId === undefined
        ? { place: 'engagement', path: file }
        : { place: 'assessment', path: assessmentAddress(assessmentId) };
    default:
      return { place: 'engagement', path: file };
  }
}
