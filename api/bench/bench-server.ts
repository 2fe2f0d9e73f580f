import { fork, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { readConfig } from '../src/platform/config/config.js';
import { ensureDatabase } from '../src/platform/database/cluster.js';
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.js';
import { migrate } from '../src/platform/database/migrate.js';

export interface BenchServer {
  readonly address: string;
  /** Signs in as the API does: row security applies. */
  readonly apiUrl: string;
  readonly ownerUrl: string;
  /** Signs in as superuser. */
  readonly owner: pg.Pool;
  /** Resident memory of the API process now, in bytes. */
  readonly memory: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

const root = path.resolve(import.meta.dirname, '../../../..');
const serveFile = path.join(root, 'api/bin/benching/serve.mjs');

/** A durable PostgreSQL and one API process, in a folder of their own. */
export async function startBenchServer(): Promise<BenchServer> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'probant-bench-'));
  const postgres = await startEmbeddedPostgres({ dataFolder });
  const ownerUrl = await ensureDatabase(postgres.url, 'bench');
  const { apiUrl } = await migrate({ ownerUrl, apiUrl: null, dataFolder });
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 4, options: '-c search_path=probant,public' });
  // Stopping the server ends idle connections, which is no fault of theirs.
  owner.on('error', () => undefined);
  const port = await freePort();
  const child = fork(serveFile, { stdio: ['ignore', 2, 2, 'ipc'], execArgv: startFlags() });
  const address = `http://127.0.0.1:${port}`;
  const config = {
    ...readConfig({}, { home: dataFolder }),
    dataFolder,
    port,
    publicUrl: address,
    databaseUrl: apiUrl,
    demo: false,
    logLevel: 'error',
  };
  await ask(child, config);
  return {
    address,
    apiUrl,
    ownerUrl,
    owner,
    memory: async () => (await ask(child, {})).memory,
    stop: async () => {
      child.disconnect();
      await new Promise((resolve) => child.once('exit', resolve));
      await owner.end();
      await postgres.stop();
      fs.rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** What `npm start` tells Node.js, so that a benchmark measures the process that a user has. */
function startFlags(): string[] {
  const { scripts } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

function ask(child: ChildProcess, message: object): Promise<{ address: string; memory: number }> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('the API process ended'));
    child.once('exit', ended);
    child.once('message', (reply) => {
      child.off('exit', ended);
      resolve(reply as { address: string; memory: number });
    });
    child.send(message);
  });
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
