import { kept, keysUnder, type KeptDatabase, type KeptStore } from './kept-database.js';
import type { KeptOwner } from './kept-owner.js';

/** What of one account waits in this browser and has not reached the server. */
export interface Waiting {
  readonly answers: number;
  readonly files: number;
  /** Messages and facts of pieces that were begun and not sent. */
  readonly texts: number;
  readonly owners: readonly KeptOwner[];
}

export async function readWaiting(accountId: string, database: KeptDatabase = kept): Promise<Waiting> {
  const keysOf = async (store: KeptStore): Promise<string[][]> => {
    const keys = await database.read(store, (rows) => rows.getAllKeys(keysUnder(accountId)));
    return keys.flatMap((key) => (Array.isArray(key) ? [key.map(String)] : []));
  };
  const [drafts, files, typed] = await Promise.all([keysOf('drafts'), keysOf('files'), keysOf('typed')]);
  const requests = new Map([...drafts, ...files].map((key) => [key.slice(0, 3).join('/'), key]));
  return {
    // Two words may wait on one question.
    answers: new Set(drafts.map((key) => key.slice(0, 4).join('/'))).size,
    files: files.length,
    texts: typed.filter((key) => !(key[3] ?? '').startsWith('covered/')).length,
    owners: [...requests.values()].map(([, organisationId = '', assessmentId = '']) => ({
      accountId,
      organisationId,
      assessmentId,
    })),
  };
}

export async function forgetWaiting(accountId: string, database: KeptDatabase = kept): Promise<void> {
  await database.write(['drafts', 'files', 'typed'], (transaction) => {
    for (const store of ['drafts', 'files', 'typed']) {
      transaction.objectStore(store).delete(keysUnder(accountId));
    }
  });
}
