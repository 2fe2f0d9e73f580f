#!/usr/bin/env node
import { spawn } from 'node:child_process';
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
  import: 'read a questionnaire file: FILE --dry-run [--json]; or save it: FILE --organisation NAME',
  export: 'write a questionnaire as YAML or JSON: CODE --organisation NAME',
  verify: 'check a proof file: FILE.zip; or the chains of events: --chain',
  backup: 'write database and files to a folder',
  restore: 'bring a backup back',
  bench: 'measure: [--json] [NAME ...]',
};

/** Every command of this version: a file of its name that exports a function of its name. */
function listCommands() {
  const folder = [inRoot('api/src/cli'), inRoot('api/dist/cli')].find((place) => fs.existsSync(place));
  const files = folder === undefined ? [] : fs.readdirSync(folder);
  const names = files.flatMap((file) => /^([a-z-]+)\.(ts|js)$/.exec(file)?.[1] ?? []);
  return ['bench', ...names.filter((name) => Object.hasOwn(summaries, name))];
}

function usage() {
  const names = Object.keys(summaries).filter((name) => listCommands().includes(name));
  const lines = names.map((name) => `  ${name.padEnd(14)}${summaries[name]}`);
  return ['Usage: probant <command> [arguments]', '', ...lines, ''].join('\n');
}

/** The benchmarks are compiled apart from the product, by a program of their own. */
function bench(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inRoot('api/bin/bench.mjs'), ...args], { stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
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
  if (name === 'bench') return bench(args);
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
