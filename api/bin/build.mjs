import { allParts, ensureBuilt } from './preparing/build-steps.mjs';
import { refuseOldNode } from './preparing/checkout.mjs';
import { ensureInstalled } from './preparing/install.mjs';
import { tellFailure } from './preparing/run.mjs';

refuseOldNode();
const tell = (line) => process.stdout.write(`${line}\n`);
try {
  await ensureInstalled(tell);
  await ensureBuilt(allParts, tell);
  tell('Built.');
} catch (error) {
  tellFailure(error);
  process.exitCode = 1;
}
