import { type ChildProcess, fork } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

declare global {
  /** Handed from the global setup to the global teardown, which jest runs in the same process. */
  var probantServer: { readonly stop: () => Promise<void> } | undefined;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const prefix = 'probant-e2e-';
const abandonedAfterMs = 600_000;
const readyWithinMs = 180_000;
/** What a person may have set for their own Probant; the one under test starts as on a fresh clone. */
const personal =
  /^(DATABASE_|PROBANT_|S3_|SMTP_|MAIL_|CLAMD_|CHECKS|TRUST_PROXY|PUBLIC_URL|HOST|PORT|LOG_LEVEL|NODE_ENV)/;

/** The real thing for the browser: `npm start`'s own program on a data folder of the run's own, with the demo workspace. */
// oxlint-disable-next-line no-restricted-exports -- jest calls the default export
export default async function globalSetup(): Promise<void> {
  sweepAbandoned();
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), prefix));
  const port = await findFreePort();
  const clean = Object.entries(process.env).filter(([name]) => !personal.test(name));
  // Over IPC, so that the server ends by itself when this process is killed.
  const server = fork(path.join(root, 'api/bin/start.mjs'), [], {
    cwd: root,
    env: { ...Object.fromEntries(clean), PORT: String(port), PROBANT_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  globalThis.probantServer = {
    stop: async () => {
      await end(server);
      fs.rmSync(dataFolder, { recursive: true, force: true });
    },
  };
  const address = `http://127.0.0.1:${port}`;
  await untilReady(server, address);
  process.env.PROBANT_E2E_ADDRESS = address;
  process.env.PROBANT_E2E_SESSIONS = path.join(dataFolder, 'e2e-sessions');
  fs.mkdirSync(process.env.PROBANT_E2E_SESSIONS, { mode: 0o700 });
}

/** A run that was killed leaves its folder; the server in it has ended and taken its lock away. */
function sweepAbandoned(): void {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = path.join(os.tmpdir(), name);
    const stat = fs.statSync(folder, { throwIfNoEntry: false });
    const old =
      stat?.isDirectory() === true &&
      stat.uid === process.getuid?.() &&
      Date.now() - stat.mtimeMs > abandonedAfterMs;
    if (old && !fs.existsSync(path.join(folder, 'probant.lock')))
      fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function untilReady(server: ChildProcess, address: string): Promise<void> {
  let printed = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (chunk) => (printed = (printed + String(chunk)).slice(-8_000)));
  }
  for (const until = Date.now() + readyWithinMs; Date.now() < until;) {
    if (server.exitCode !== null || server.signalCode !== null)
      throw new Error(`Probant did not start:\n${printed}`);
    const health = await fetch(`${address}/health`).catch(() => null);
    if (health?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await end(server);
  throw new Error(`Probant was not ready within ${readyWithinMs / 1_000} s:\n${printed}`);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}
