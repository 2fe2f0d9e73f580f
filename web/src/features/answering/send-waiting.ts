import type { QueryClient } from '@tanstack/react-query';

import { readWaiting } from '../../platform/kept/waiting.js';
import type { Session } from '../../platform/session/session.js';
import { adopt, queueFor } from './answer-queues.js';
import { openDesk } from './desk.js';
import { sheetQuery } from './use-sheet.js';

/** Sends what waits of an earlier visit, whichever screen is open; what cannot go stays kept. */
export async function sendWaiting(client: QueryClient, session: Session): Promise<void> {
  const { account, organisation } = session;
  const { owners } = await readWaiting(account.id);
  for (const owner of owners.filter(({ organisationId }) => organisationId === organisation?.id)) {
    try {
      const sheet = await client.query(sheetQuery(owner.assessmentId));
      const desk = await openDesk(owner);
      adopt(queueFor({ desk, accountName: account.name, document: sheet.document }), sheet);
    } catch {
      // Out of reach, or no network: it is tried again with the next page, and told on the screen of that request.
    }
  }
}
