#!/usr/bin/env node
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';

import { ensureBuilt, serverParts } from './preparing/build-steps.mjs';
import { inRoot, refuseOldNode } from './preparing/checkout.mjs';
import { ensureInstalled } from './preparing/install.mjs';
import { tellFailure } from './preparing/run.mjs';

const summaries = {
  start: 'serve the API and the web application',
  migrate: 'bring the database up to date and end',
  seed: 'fill a demo workspace: --engagements N --assessments M',
  score: 'score a case or an array of cases: FILE.json',
  verify: 'check the chains of events: --chain',
  'proof-verify': 'check a proof file without a database: FILE',
  backup: 'write database and files to a folder',
  restore: 'bring a backup back',
};

/** The commands that this version has, in the order of the table. */
function listCommands() {
  const folder = [inRoot('api/src/cli'), inRoot('api/dist/cli')].find((place) => fs.existsSync(place));
  const files = folder === undefined ? [] : fs.readdirSync(folder);
  const names = files.flatMap((file) =>
    /^[a-z-]+\.(ts|js)$/.test(file) ? [file.replace(/\.(ts|js)$/, '')] : [],
  );
  return Object.keys(summaries).filter((name) => names.includes(name));
}

function usage() {
  const lines = listCommands().map((name) => `  ${name.padEnd(14)}${summaries[name]}`);
  return ['Usage: probant <command> [arguments]', '', ...lines, ''].join('\n');
}

/** Messages of the preparation go to standard error: standard output belongs to the command. */
async function prepare() {
  const tell = (line) => process.stderr.write(`${line}\n`);
  await ensureInstalled(tell);
  await ensureBuilt(serverParts, tell);
}

async function main([name, ...args]) {
  if (name === '--help' || name === '-h') {
    process.stdout.write(usage());
    return 0;
  }
  if (name === undefined || !listCommands().includes(name)) {
    process.stderr.write(
      name === undefined ? usage() : `probant: there is no command "${name}".\n\n${usage()}`,
    );
    return 2;
  }
  await prepare();
  const command = await import(pathToFileURL(inRoot('api/dist/cli', `${name}.js`)).href);
  return command[name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase())](args);
}

refuseOldNode();
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  tellFailure(error);
  process.exitCode = 1;
}
