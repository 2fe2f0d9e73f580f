import { spawn } from 'node:child_process';

import { root } from './checkout.mjs';

/** A step that failed, with what it printed; shown without a stack, for the fault is not in the program that ran it. */
export class StepFailed extends Error {}

/**
 * Runs a program to its end.
 * @returns {Promise<{ code: number, output: string }>} standard output and error as they came, together
 */
export function run(program, args, { cwd = root, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (cause) =>
      reject(new StepFailed(`${program} cannot be run: ${cause.message}`, { cause })),
    );
    child.once('close', (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}

/** Runs a program that must succeed. */
export async function runOrFail(what, program, args, options) {
  const { code, output } = await run(program, args, options);
  if (code !== 0) throw new StepFailed(`${what} failed:\n${output}`);
  return output;
}

/** Shows a failed step by its message; anything else is a fault and keeps its stack. */
export function tellFailure(error) {
  process.stderr.write(error instanceof StepFailed ? `${error.message}\n` : `${error?.stack ?? error}\n`);
}
