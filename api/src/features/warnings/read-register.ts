import type { EngagementId, OrganisationId } from '@probant/shared/ids';
import type { RegisteredWarning } from '@probant/shared/warnings/warned-of';
import type { Tx } from '../../platform/database/work.js';
import { readWarnings, stateOf } from './read-warnings.js';

/** What was entered on an engagement, with what the buyer last said of each. */
export async function readRegister(
  tx: Tx,
  buyerId: OrganisationId,
  engagementId: EngagementId,
): Promise<RegisteredWarning[]> {
  const register = await readWarnings(tx, { buyerId, engagementId });
  return register.map((kept) => ({
    id: kept.row.id,
    supersedesId: kept.row.supersedesId,
    questions: kept.row.questions,
    decision: stateOf(kept).decision,
  }));
}
