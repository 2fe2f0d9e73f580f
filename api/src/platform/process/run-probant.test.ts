import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

import pg from 'pg';

import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { makeTestFolder } from '../../../test/harness/test-server.js';
import type { ServeConfig } from '../config/config.js';
import { pause } from './process-state.js';
import { runProbant, type Serving, type Surroundings } from './run-probant.js';

interface Run {
  readonly told: string[];
  readonly complained: string[];
  readonly code: Promise<number>;
}

let home: string;
const served: ServeConfig[] = [];

beforeEach(() => {
  home = makeTestFolder();
  served.length = 0;
});
afterEach(() => {
  fs.rmSync(home, { recursive: true, force: true });
});

/** The smallest server that keeps the contract: it listens after the port was let go, and says two lines. */
const serveSmall: Surroundings['serve'] = async (config, { beforeListen }) => {
  served.push(config);
  const server = http.createServer((_request, reply) => reply.end('here'));
  await beforeListen();
  await new Promise<void>((resolve) => server.listen(config.port, config.host, resolve));
  const serving: Serving = {
    address: config.publicUrl,
    lines: ['one line', 'another'],
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return serving;
};

function run(env: Record<string, string>, serve = serveSmall): Run {
  const [told, complained]: [string[], string[]] = [[], []];
  const code = runProbant({
    env,
    home,
    serve,
    tell: (line) => told.push(line),
    complain: (line) => complained.push(line),
  });
  return { told, complained, code };
}

async function untilServed(): Promise<ServeConfig> {
  for (;;) {
    const config = served[0];
    if (
      config !== undefined &&
      fs.readFileSync(path.join(home, '.probant/probant.lock'), 'utf8').includes('http')
    )
      return config;
    await pause(20);
  }
}

/** As the system tells a program to stop; only the listeners of the run hear it. */
const askToStop = () => process.emit('SIGTERM');

test('from nothing to a page and back to nothing', async () => {
  const { told, complained, code } = run({});
  const config = await untilServed();
  await expect(fetch(config.publicUrl).then((reply) => reply.text())).resolves.toBe('here');
  await expect(currentUser(config.databaseUrl)).resolves.toBe('probant_api_probant');
  expect(config.demo).toBe(true);

  askToStop();
  await expect(code).resolves.toBe(0);
  expect(told).toEqual([
    expect.stringMatching(/^Database brought up to date \(\d+ migrations\)\.$/),
    `Probant is ready at ${config.publicUrl} (Ctrl-C stops it).`,
    'one line',
    'another',
  ]);
  expect(complained).toEqual([]);
  await expect(currentUser(config.databaseUrl)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(fs.existsSync(path.join(home, '.probant/probant.lock'))).toBe(false);
}, 30_000);

test('a second start in the same data folder names the first and ends with 1', async () => {
  const database = await createTestDatabase();
  const env = onServer(database);
  const first = run(env);
  const config = await untilServed();
  const second = run(env);
  await expect(second.code).resolves.toBe(1);
  expect(second.complained).toEqual([expect.stringContaining(`already running at ${config.publicUrl}`)]);
  askToStop();
  await expect(first.code).resolves.toBe(0);
  await database.drop();
}, 30_000);

test('a wish to stop during the start is heard, and what was begun is ended', async () => {
  const { code, told } = run({});
  askToStop();
  await expect(code).resolves.toBe(0);
  expect(told).toEqual([]);
  expect(served).toEqual([]);
  expect(fs.existsSync(path.join(home, '.probant/probant.lock'))).toBe(false);
}, 30_000);

test('an API that does not come up takes its database along', async () => {
  const { code, complained } = run({}, () => Promise.reject(new Error('no such module')));
  await expect(code).resolves.toBe(1);
  expect(complained).toEqual([expect.stringContaining('no such module')]);
  expect(fs.existsSync(path.join(home, '.probant/postgres/postmaster.pid'))).toBe(false);
}, 30_000);

test('a database role that owns tables is refused before anything is served', async () => {
  const database = await createTestDatabase();
  const { code, complained } = run({
    DATABASE_URL: database.ownerUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
  });
  await expect(code).resolves.toBe(1);
  expect(complained).toEqual([
    "The API's database role postgres is or may become a superuser: DATABASE_URL must name one that does not.",
  ]);
  expect(served).toEqual([]);
  await database.drop();
}, 30_000);

test('a wrong variable is one sentence and 1', async () => {
  const { code, complained } = run({ PORT: 'http' });
  await expect(code).resolves.toBe(1);
  expect(complained).toEqual(['PORT is "http": it must be a whole number from 1 to 65535.']);
  expect(fs.existsSync(path.join(home, '.probant'))).toBe(false);
});

const onServer = (database: TestDatabase) => ({ DATABASE_URL: database.ownerUrl });

async function currentUser(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>('SELECT current_user AS name');
  await client.end();
  return rows[0]?.name;
}
