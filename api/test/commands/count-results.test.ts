import { spawnSync } from 'node:child_process';
import path from 'node:path';

const module_ = path.resolve(__dirname, '../../bin/testing/count-results.mjs');

/** In a Node.js of its own: the programs under bin are plain modules that jest does not load. */
function count(results: unknown): unknown {
  const script = `const { countResults } = await import(process.argv[1]); console.log(JSON.stringify(countResults(JSON.parse(process.argv[2]))));`;
  const args = ['--input-type=module', '-e', script, module_, JSON.stringify(results)];
  return JSON.parse(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout);
}

const good = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  success: true,
};

test.each<[string, unknown, { passed: number; failed: number }]>([
  ['all passed', good, { passed: 5, failed: 0 }],
  ['one failed', { ...good, numFailedTests: 1, success: false }, { passed: 5, failed: 1 }],
  [
    'a file that does not compile',
    { ...good, numRuntimeErrorTestSuites: 1, success: false },
    { passed: 5, failed: 1 },
  ],
  ['a skipped test', { ...good, numPendingTests: 2 }, { passed: 5, failed: 2 }],
  ['a test yet to be written', { ...good, numTodoTests: 1 }, { passed: 5, failed: 1 }],
  ['a failure that no test shows', { ...good, success: false }, { passed: 5, failed: 1 }],
  ['no result at all', null, { passed: 0, failed: 1 }],
])('%s', (_case, results, expected) => {
  expect(count(results)).toEqual(expected);
});
