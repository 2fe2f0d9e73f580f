import type { Schema } from '../api/client.js';
import { kept, type KeptDatabase } from './kept-database.js';

type Session = Schema<'SessionResponse'>;

interface KeptSession {
  readonly session: Session;
  readonly keptAt: number;
}

/** As long as the server itself would let a session live. */
const longestMs = 14 * 24 * 3_600_000;

/** Who was here last, for a page that is opened without a network. Only who answers requests works without one. */
export async function keepSession(session: Session, database: KeptDatabase = kept): Promise<void> {
  if (session.organisation?.kind !== 'supplier') return forgetKept(database);
  const { account } = session;
  const others = await accountsOf(database);
  await database.write(['session', 'sheets', 'saved'], (transaction) => {
    const row: KeptSession = { session, keptAt: Date.now() };
    transaction.objectStore('session').put(row, 'session');
    for (const accountId of others.filter((other) => other !== account.id)) {
      const range = IDBKeyRange.bound([accountId], [accountId, []]);
      transaction.objectStore('sheets').delete(range);
      transaction.objectStore('saved').delete(range);
    }
  });
}

export async function readKeptSession(database: KeptDatabase = kept): Promise<Session | null> {
  const row: unknown = await database.read('session', (store) => store.get('session'));
  if (typeof row !== 'object' || row === null) return null;
  // Written by `keepSession` alone.
  const { session, keptAt } = row as KeptSession;
  return Date.now() - keptAt < longestMs ? session : null;
}

/**
 * The session is over: nothing that the server gave is shown from here any more. What somebody typed stays kept under
 * their account, and is neither shown nor sent before they are back.
 */
export async function forgetKept(database: KeptDatabase = kept): Promise<void> {
  await database.write(['session', 'sheets', 'saved'], (transaction) => {
    for (const store of ['session', 'sheets', 'saved']) transaction.objectStore(store).clear();
  });
}

async function accountsOf(database: KeptDatabase): Promise<string[]> {
  const keys = await database.read('sheets', (store) => store.getAllKeys());
  const accounts = keys.map((key): unknown => (Array.isArray(key) ? key[0] : undefined));
  return [...new Set(accounts.filter((account) => typeof account === 'string'))];
}
