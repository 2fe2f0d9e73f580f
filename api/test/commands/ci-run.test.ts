import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');
let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'probant-ci-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Runs .ci/run with an npm that prints and ends as told. */
function runWith(script: string): { code: number | null; lastLine: string | undefined } {
  fs.writeFileSync(path.join(folder, 'npm'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const ran = spawnSync(path.join(root, '.ci/run'), [], {
    cwd: '/',
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` },
  });
  return { code: ran.status, lastLine: ran.stdout.trimEnd().split('\n').at(-1) };
}

test('a good run ends with its count and with success', () => {
  expect(runWith('echo "12 passed, 0 failed"')).toEqual({ code: 0, lastLine: '12 passed, 0 failed' });
});

test('a bad run ends with its count, whatever npm says after it, and with failure', () => {
  expect(runWith('echo "11 passed, 1 failed"; echo "npm error code 1" >&2; exit 1')).toEqual({
    code: 1,
    lastLine: '11 passed, 1 failed',
  });
});

test('a run that breaks off before it counted is a failure', () => {
  expect(runWith('echo "Compiling api failed"; exit 1')).toEqual({ code: 1, lastLine: '0 passed, 1 failed' });
  expect(runWith('exit 0')).toEqual({ code: 1, lastLine: '0 passed, 1 failed' });
});

test('a line of a test that only looks like the count is not taken for it', () => {
  expect(runWith('echo "  99 passed, 0 failed in a log"; echo "3 passed, 0 failed"')).toEqual({
    code: 0,
    lastLine: '3 passed, 0 failed',
  });
});
