import { StepFailed } from '../preparing/run.mjs';

/**
 * Runs the checks, some at once, and prints a line for each as it ends.
 * @param {readonly { name: string, run: () => Promise<unknown> }[]} checks
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runAtOnce(checks, atOnce, tell) {
  const waiting = [...checks];
  const count = { passed: 0, failed: 0 };
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const began = performance.now();
      const problem = await findProblem(check);
      const seconds = ((performance.now() - began) / 1_000).toFixed(1);
      count[problem === null ? 'passed' : 'failed'] += 1;
      tell(
        problem === null
          ? `  ✓ ${check.name} (${seconds} s)`
          : `  ✗ ${check.name} (${seconds} s)\n${problem}`,
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return count;
}

async function findProblem({ run }) {
  try {
    await run();
    return null;
  } catch (error) {
    return error instanceof StepFailed ? error.message : (error?.stack ?? String(error));
  }
}
