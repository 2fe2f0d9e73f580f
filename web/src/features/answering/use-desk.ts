import { use } from 'react';

import type { KeptOwner } from '../../platform/kept/kept-owner.js';
import { useSignedIn } from '../../platform/session/session.js';
import { openDesk, type Desk } from './desk.js';

/** Whose desk for a request stands open: one per account, workspace and request. */
export function useOwner(assessmentId: string): KeptOwner {
  const { account, organisation } = useSignedIn();
  return { accountId: account.id, organisationId: organisation?.id ?? '', assessmentId };
}

/** What waits in this browser for a request, once it has been read. */
export function useDesk(assessmentId: string): Desk {
  return use(openDesk(useOwner(assessmentId)));
}
