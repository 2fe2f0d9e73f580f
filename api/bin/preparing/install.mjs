import fs from 'node:fs';
import path from 'node:path';

import { inRoot, readJson } from './checkout.mjs';
import { exclusively } from './exclusive.mjs';
import { runOrFail } from './run.mjs';

/** Installs when what npm noted in node_modules is not what the lock file asks for. Runs before any package is there. */
export async function ensureInstalled(tell) {
  if (isInstalled()) return;
  await exclusively(tell, async () => {
    if (isInstalled()) return;
    tell('Installing packages; the first time takes a minute.');
    const { program, args } = findNpm();
    await runOrFail(
      'npm ci',
      program,
      [...args, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'],
      {
        env: cleanEnvironment(process.env),
      },
    );
  });
}

/** Every package of the lock file stands in node_modules in that version; those for other systems may be missing. */
export function isInstalled() {
  const wanted = readJson(inRoot('package-lock.json'))?.packages;
  if (wanted === undefined) return true;
  const found = readJson(inRoot('node_modules/.package-lock.json'))?.packages;
  if (found === undefined) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (!place.startsWith('node_modules/') && !place.includes('/node_modules/')) return true;
    const there = found[place];
    if (there === undefined) return entry.optional === true || entry.peer === true;
    return entry.link === true || (there.version === entry.version && there.integrity === entry.integrity);
  });
}

/** npm as it was called, else the one beside this Node.js, else the one on the path. */
function findNpm() {
  const called = process.env.npm_execpath;
  const beside = path.resolve(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  for (const script of [called, beside]) {
    if (script?.endsWith('npm-cli.js') && fs.existsSync(script))
      return { program: process.execPath, args: [script] };
  }
  return { program: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

/** What an outer `npm start` tells its scripts is about that run; a person's registry, proxy and cache stay. */
function cleanEnvironment(env) {
  const inner =
    /^(npm_(command|execpath|lifecycle_.*|package_.*|node_execpath)|npm_config_(local_prefix|prefix|global_prefix|omit|only|production|include|workspaces?|dry_run)|NODE_ENV|INIT_CWD)$/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !inner.test(name)));
}
