import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = new URL('../../../', import.meta.url);

/** The queue over a database that has just gone away, in a program of its own: what ends it cannot be seen from within. */
const program = `
const root = process.argv[1];
const { ensureBuilt, serverParts } = await import(root + 'api/bin/preparing/build-steps.mjs');
await ensureBuilt(serverParts, () => undefined);
const { createQueue, outliveLostStatements } = await import(root + 'api/dist/platform/jobs/queue.js');
const gone = { connect: () => Promise.reject(new Error('terminating connection')), release: () => Promise.resolve() };
const { boss } = createQueue({ createQueryRunner: () => gone });
outliveLostStatements((error) => console.log('warned: ' + error.message));
if (process.argv[2] === 'queue') void boss.complete('work', '0190c7f2-1111-7000-8000-000000000001');
else void Promise.reject(new Error('forgotten'));
setTimeout(() => console.log('alive'), 200);
`;

const run = (what: string): Promise<{ stdout: string }> =>
  promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, fileURLToPath(root), what]);

test('a job whose end the database does not take ends no program', async () => {
  expect((await run('queue')).stdout).toBe('warned: terminating connection\nalive\n');
});

test('any other refusal that nobody waits for still does', async () => {
  await expect(run('elsewhere')).rejects.toThrow('forgotten');
});
