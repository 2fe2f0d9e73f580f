import type { Tx } from '../../platform/database/work.js';

export interface Correspondent {
  /** That of their account, else French. */
  readonly language: 'fr' | 'en';
  /** Whether the address still belongs to a member of the organisation. */
  readonly isMember: boolean;
}

/**
 * To whom one writes on the other side. Reads in the same transaction, for that one statement in the name of the platform.
 */
export async function findCorrespondent(
  tx: Tx,
  address: string,
  organisationId: string,
): Promise<Correspondent> {
  await tx.query("SELECT set_config('app.purpose', 'identity', true)");
  const [row] = await tx.query<{ language: 'fr' | 'en'; is_member: boolean }>(
    `SELECT a.language, EXISTS (SELECT 1 FROM memberships m WHERE m.account_id = a.id AND m.organisation_id = $2) AS is_member
     FROM accounts a WHERE a.email = $1`,
    [address.toLowerCase(), organisationId],
  );
  await tx.query("SELECT set_config('app.purpose', '', true)");
  return { language: row?.language ?? 'fr', isMember: row?.is_member ?? false };
}
