import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

import { StartRefusal } from '../config/start-refusal.js';

/** The account that PostgreSQL runs as; null: the one that Probant runs as. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/** PostgreSQL refuses to run as root, so root lends it an account that exists; none is ever created. */
export function findUnprivilegedAccount(clusterFolder: string): Account {
  if (process.getuid?.() !== 0) return null;
  return findOwner(clusterFolder) ?? findNamed('postgres') ?? findNamed('nobody') ?? refuse();
}

/** Whether the account can pass through every folder down to this one and open it. */
export function canReach(folder: string, account: Account): boolean {
  if (account === null) return true;
  const reached = spawnSync('test', ['-x', folder], { uid: account.uid, gid: account.gid, cwd: '/' });
  return reached.status === 0;
}

/** A folder that exists keeps its account, whatever accounts have come to the machine since. */
function findOwner(folder: string): Account {
  const stat = fs.statSync(folder, { throwIfNoEntry: false });
  return stat === undefined || stat.uid === 0 ? null : { uid: stat.uid, gid: stat.gid };
}

function findNamed(name: string): Account {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
  if (uid?.status !== 0 || gid?.status !== 0) return null;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function refuse(): never {
  throw new StartRefusal(
    'PostgreSQL does not run as root and neither postgres nor nobody exists here: start as another account or set DATABASE_URL.',
  );
}
