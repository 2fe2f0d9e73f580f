import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { StartRefusal } from '../config/start-refusal.js';
import { type Account, canReach, findUnprivilegedAccount } from './unprivileged-account.js';

const shelter = '/var/lib/probant';
const noteName = 'postgres.json';

/** Where the embedded database keeps its files, and who it runs as. */
export interface ClusterPlace {
  readonly folder: string;
  readonly account: Account;
  /** Holds copies of PostgreSQL's programs if the account cannot run those of the checkout. */
  readonly copies: string;
  /** The folder lies outside the data folder, which the account cannot reach (a checkout below a closed home, as root). */
  readonly sheltered: boolean;
}

interface Note {
  readonly folder: string;
  readonly dataFolder: string;
}

/** Found again by a later start: beside the data where possible, else in a place kept in a note in the data folder. */
export function findClusterPlace(dataFolder: string): ClusterPlace {
  const inside = path.join(dataFolder, 'postgres');
  if (fs.existsSync(path.join(inside, 'PG_VERSION'))) return placeAt(inside, dataFolder);
  const noted = findNoted(dataFolder);
  if (noted !== null) return placeAt(noted, dataFolder);
  if (openPath(dataFolder, findUnprivilegedAccount(inside))) return placeAt(inside, dataFolder);
  const key = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  const folder = path.join(shelter, `${path.basename(path.dirname(dataFolder))}-${key}`);
  keepNote(dataFolder, folder);
  return placeAt(folder, dataFolder);
}

function placeAt(folder: string, dataFolder: string): ClusterPlace {
  const account = findUnprivilegedAccount(folder);
  if (fs.existsSync(folder) && !canReach(folder, account)) {
    throw new StartRefusal(
      `The embedded database in ${folder} cannot be reached by the account that owns it: open the folders above it.`,
    );
  }
  const sheltered = path.dirname(folder) === shelter;
  return {
    folder,
    account,
    sheltered,
    copies: account === null ? path.join(dataFolder, 'programs') : shelter,
  };
}

/** Lets the account pass through the data folder without listing it, where everything above already does; what lies in it keeps its rights. */
function openPath(dataFolder: string, account: Account): boolean {
  if (canReach(dataFolder, account)) return true;
  if (!canReach(path.dirname(dataFolder), account)) return false;
  fs.chmodSync(dataFolder, fs.statSync(dataFolder).mode | 0o011);
  return canReach(dataFolder, account);
}

/** A checkout that was moved takes its database along; one that was copied must not share it. */
function findNoted(dataFolder: string): string | null {
  const file = path.join(dataFolder, noteName);
  if (!fs.existsSync(file)) return null;
  const note = JSON.parse(fs.readFileSync(file, 'utf8')) as Note;
  if (note.dataFolder === dataFolder) return note.folder;
  if (fs.existsSync(path.join(note.dataFolder, noteName))) return null;
  keepNote(dataFolder, note.folder);
  return note.folder;
}

function keepNote(dataFolder: string, folder: string): void {
  fs.writeFileSync(
    path.join(dataFolder, noteName),
    `${JSON.stringify({ folder, dataFolder } satisfies Note)}\n`,
    { mode: 0o600 },
  );
}
