import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';

import { inRoot, readJson, root } from '../preparing/checkout.mjs';
import { countResults } from './count-results.mjs';

/** What a person may have set for their own Probant: no test may reach that database, mail server or data. */
const personal =
  /^(DATABASE_|PG[A-Z]|PROBANT_|S3_|SMTP_|MAIL_|CLAMD_|TRUST_PROXY$|PUBLIC_URL$|HOST$|PORT$|LOG_LEVEL$|NODE_ENV$)/;

/** The suites of the named jest projects; a run that ends without a result counts as one failure. */
export async function runSuites(projects, workers) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'probant-results-'));
  const file = path.join(folder, 'results.json');
  try {
    await runJest([
      '--selectProjects',
      ...projects,
      '--maxWorkers',
      String(workers),
      '--json',
      '--outputFile',
      file,
    ]);
    return countResults(readJson(file));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function runJest(args) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !personal.test(name)));
  const jest = [inRoot('node_modules/jest/bin/jest.js'), '-c', inRoot('.config/jest.config.js'), ...args];
  return new Promise((resolve, reject) => {
    // The results go to the file; what jest would print of them besides is left out.
    const child = spawn(process.execPath, jest, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('close', resolve);
  });
}
