import type { Tx } from '../../platform/database/work.js';

/**
 * In which language to write to somebody of the other side: that of their account, else French. Reads in the same
 * transaction, for that one statement in the name of the platform.
 */
export async function languageOfAddress(tx: Tx, address: string): Promise<'fr' | 'en'> {
  await tx.query("SELECT set_config('app.purpose', 'identity', true)");
  const [row] = await tx.query<{ language: 'fr' | 'en' }>('SELECT language FROM accounts WHERE email = $1', [
    address.toLowerCase(),
  ]);
  await tx.query("SELECT set_config('app.purpose', '', true)");
  return row?.language ?? 'fr';
}
