import fs from 'node:fs';

import { inRoot } from '../preparing/checkout.mjs';
import { run, StepFailed } from '../preparing/run.mjs';

/** docker-compose.yml follows the schema of compose files; other remarks of the tool are a matter of taste. */
export async function checkCompose() {
  if (!fs.existsSync(inRoot('docker-compose.yml'))) throw new StepFailed('docker-compose.yml is missing');
  const { output } = await run(process.execPath, [
    inRoot('node_modules/dclint/bin/dclint.cjs'),
    '-f',
    'json',
    'docker-compose.yml',
  ]);
  const [report] = JSON.parse(output.slice(output.indexOf('[')));
  const wrong = report.messages.filter(({ rule }) => rule.startsWith('invalid-'));
  if (wrong.length > 0)
    throw new StepFailed(
      wrong.map(({ line, message }) => `docker-compose.yml:${line} ${message}`).join('\n'),
    );
}
