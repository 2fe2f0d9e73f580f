import { checks } from './checking/checks.mjs';
import { runAtOnce } from './checking/pool.mjs';
import { allParts, ensureBuilt } from './preparing/build-steps.mjs';
import { refuseOldNode } from './preparing/checkout.mjs';
import { ensureInstalled } from './preparing/install.mjs';
import { tellFailure } from './preparing/run.mjs';

refuseOldNode();
const tell = (line) => process.stdout.write(`${line}\n`);
try {
  await ensureInstalled(tell);
  await ensureBuilt(allParts, tell);
  const { passed, failed } = await runAtOnce(checks, 2, tell);
  tell(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  tellFailure(error);
  process.exitCode = 1;
}
