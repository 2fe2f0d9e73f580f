import type { DelegationId, OrganisationId } from '@probant/shared/ids';
import { speakFor, type Tx } from '../../platform/database/work.js';

/**
 * Ends everything that the link of a part has opened, in this very transaction. An ended session says to its own browser, and to
 * nobody else, that the part was taken back, until it is cleared away with the expired ones.
 */
export async function endSessions(
  tx: Tx,
  scope: { readonly organisationId: OrganisationId; readonly accountId: string },
  id: DelegationId,
): Promise<void> {
  const serving = await speakFor(tx, scope.organisationId, scope.accountId, 'link');
  await serving.query('UPDATE sessions SET expires_at = least(expires_at, now()) WHERE delegation_id = $1', [
    id,
  ]);
  await serving.query('DELETE FROM delegation_codes WHERE delegation_id = $1', [id]);
  await tx.query("SELECT speak($1, $2, '')", [scope.organisationId, scope.accountId]);
}
