import { spawnSync } from 'node:child_process';
import path from 'node:path';

const program = path.resolve(__dirname, '../../bin/probant.mjs');

const probant = (...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { cwd: '/', encoding: 'utf8' });

test('without a command it shows them, on standard error, and ends with 2', () => {
  expect(probant()).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^Usage: probant <command>/),
  });
});

test('a command that it does not have is named', () => {
  expect(probant('dance')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^probant: there is no command "dance"\./),
  });
});

test('asked for help it lists what there is', () => {
  const { status, stdout } = probant('--help');
  expect(status).toBe(0);
  for (const command of ['start', 'migrate', 'score', 'bench'])
    expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
});
