import type { TimeZone } from '@probant/shared/calendar';
import type { OrganisationId } from '@probant/shared/ids';
import type { Work } from '../../platform/database/work.js';

export interface Buyer {
  readonly id: OrganisationId;
  readonly name: string;
  readonly timeZone: TimeZone;
}

/** Every buyer, for work that falls due by itself: what is done for one is done in a transaction of its own. */
export function listBuyers(work: Work): Promise<Buyer[]> {
  return work.serve('identity', (tx) =>
    tx.query<Buyer>(
      `SELECT id, name, time_zone AS "timeZone" FROM organisations WHERE kind = 'buyer' ORDER BY id`,
    ),
  );
}
