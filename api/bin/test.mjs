import os from 'node:os';

import { checks } from './checking/checks.mjs';
import { runAtOnce } from './checking/pool.mjs';
import { allParts, ensureBuilt } from './preparing/build-steps.mjs';
import { refuseOldNode } from './preparing/checkout.mjs';
import { ensureInstalled } from './preparing/install.mjs';
import { tellFailure } from './preparing/run.mjs';
import { runSuites } from './testing/suites.mjs';

refuseOldNode();
const tell = (line) => process.stdout.write(`${line}\n`);
// One more than there are cores: suites wait for the database, and journeys for pages.
const workers = Math.max(3, Math.min(4, os.availableParallelism()));

async function main() {
  await ensureInstalled(tell);
  await ensureBuilt(allParts, tell);
  tell('Checks, and beside them rules, API and screens');
  // The suites wait for the database now and then: the checks, one at a time, fill in.
  const counts = await Promise.all([
    runAtOnce(checks, 1, tell),
    runSuites(['shared', 'api', 'web'], workers),
  ]);
  tell('Browser');
  counts.push(await runSuites(['e2e'], workers));
  return counts.reduce((sum, count) => ({
    passed: sum.passed + count.passed,
    failed: sum.failed + count.failed,
  }));
}

try {
  const { passed, failed } = await main();
  tell(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  tellFailure(error);
  tell('0 passed, 1 failed');
  process.exitCode = 1;
}
