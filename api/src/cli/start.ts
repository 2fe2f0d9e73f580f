import { fileURLToPath } from 'node:url';

import { serve } from '../main.js';
import { runProbant } from '../platform/process/run-probant.js';

/** Serves until it is told to stop. */
export function start(): Promise<number> {
  return runProbant({
    env: process.env,
    home: fileURLToPath(new URL('../../..', import.meta.url)),
    serve,
    tell: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
  });
}
