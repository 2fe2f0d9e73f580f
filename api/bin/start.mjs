import { pathToFileURL } from 'node:url';

import { allParts, ensureBuilt } from './preparing/build-steps.mjs';
import { inRoot, refuseOldNode } from './preparing/checkout.mjs';
import { ensureInstalled } from './preparing/install.mjs';
import { tellFailure } from './preparing/run.mjs';

refuseOldNode();
const tell = (line) => process.stdout.write(`${line}\n`);
try {
  await ensureInstalled(tell);
  await ensureBuilt(allParts, tell);
  const { start } = await import(pathToFileURL(inRoot('api/dist/cli/start.js')).href);
  process.exit(await start());
} catch (error) {
  tellFailure(error);
  process.exit(1);
}
