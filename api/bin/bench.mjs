import { fork } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { ensureBuilt, serverParts } from './preparing/build-steps.mjs';
import { inRoot, refuseOldNode } from './preparing/checkout.mjs';
import { ensureInstalled } from './preparing/install.mjs';
import { StepFailed, tellFailure } from './preparing/run.mjs';

const compiled = inRoot('api/bench/dist/bench');
/** What the benchmarks say on the way, and the preparation: standard output belongs to the results. */
const remark = (line) => process.stderr.write(`${line}\n`);
const nothing = { value: null, unit: '', yardstick: null, ratio: null };

/** Files that hold a benchmark are named after it; what they share stands in files that export none. */
function listBenchmarks(wanted) {
  const names = fs
    .readdirSync(inRoot('api/bench'))
    .flatMap((file) => (/^[a-z-]+\.ts$/.test(file) ? [file.slice(0, -3)] : []));
  const found = names.filter((name) =>
    /^export (const|let) name\b/m.test(fs.readFileSync(inRoot('api/bench', `${name}.ts`), 'utf8')),
  );
  const unknown = wanted.find((name) => !found.includes(name));
  if (unknown !== undefined) throw new StepFailed(`there is no benchmark "${unknown}": ${found.join(', ')}`);
  return wanted.length > 0 ? wanted : found;
}

function runOne(name) {
  return new Promise((resolve) => {
    const child = fork(inRoot('api/bin/benching/run-one.mjs'), [path.join(compiled, `${name}.js`)], {
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    let result = null;
    child.once('message', (message) => (result = message));
    child.once('close', () =>
      resolve(result ?? { name, ...nothing, failed: true, skipped: 'it failed: see above' }),
    );
  });
}

function toTable(results) {
  const show = (number) => (number === null ? '–' : Number(number.toPrecision(4)).toLocaleString('en'));
  const rows = results.map(({ name, value, unit, yardstick, ratio, skipped }) => [
    name,
    show(value),
    unit,
    show(yardstick),
    show(ratio),
    skipped ?? '',
  ]);
  const all = [['benchmark', 'value', 'unit', 'yardstick', 'ratio', ''], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

async function main(args) {
  await ensureInstalled(remark);
  await ensureBuilt([...serverParts, 'bench'], remark);
  const results = [];
  for (const name of listBenchmarks(args.filter((arg) => !arg.startsWith('--')))) {
    remark(`Measuring ${name}.`);
    results.push(await runOne(name));
  }
  process.stdout.write(`${toTable(results)}\n`);
  if (args.includes('--json')) {
    const entries = results.map(({ name, failed: _failed, ...result }) => [name, result]);
    process.stdout.write(`${JSON.stringify(Object.fromEntries(entries))}\n`);
  }
  return results.some(({ failed }) => failed) ? 1 : 0;
}

refuseOldNode();
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  tellFailure(error);
  process.exitCode = 1;
}
