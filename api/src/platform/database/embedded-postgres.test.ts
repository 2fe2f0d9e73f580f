import fs from 'node:fs';
import path from 'node:path';

import pg from 'pg';

import { makeTestFolder } from '../../../test/harness/test-server.js';
import { isRunning, pause } from '../process/process-state.js';
import { findClusterPlace } from './cluster-place.js';
import { findBinaries } from './embedded-binaries.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import { type Postmaster, startPostmaster } from './postmaster.js';

// Each makes a database of its own, on the disk for real.
jest.setTimeout(60_000);

const started: EmbeddedPostgres[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const postgres of started.splice(0)) await postgres.stop();
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = makeTestFolder();
  folders.push(folder);
  return folder;
}

async function start(dataFolder: string, tell?: (line: string) => void): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataFolder, ...(tell && { tell }) });
  started.push(postgres);
  return postgres;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function untilAnswered(url: string, sql: string): Promise<unknown[]> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask(url, sql);
    } catch (error) {
      if (attempt === 200) throw error;
      await pause(50);
    }
  }
}

test('what one start wrote the next one finds, with the same password', async () => {
  const dataFolder = newFolder();
  const first = await start(dataFolder);
  await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
  await first.stop();
  expect(isRunning(first.pid())).toBe(false);

  const second = await start(dataFolder);
  expect(second.adopted).toBe(false);
  await expect(ask(second.url, 'SELECT number FROM kept')).resolves.toEqual([{ number: 7 }]);
});

test('an acknowledged write is on disk', async () => {
  const { url } = await start(newFolder());
  await expect(ask(url, 'SHOW fsync')).resolves.toEqual([{ fsync: 'on' }]);
  await expect(ask(url, 'SHOW synchronous_commit')).resolves.toEqual([{ synchronous_commit: 'on' }]);
});

test('it listens on this machine alone and asks for the password', async () => {
  const { url } = await start(newFolder());
  await expect(ask(url, 'SHOW listen_addresses')).resolves.toEqual([{ listen_addresses: '127.0.0.1' }]);
  const guessed = new URL(url);
  guessed.password = 'guessed';
  await expect(ask(guessed.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
});

/** A postmaster that nobody supervises, as one is whose Probant was killed. */
async function orphan(dataFolder: string): Promise<Postmaster> {
  await (await start(dataFolder)).stop();
  const { folder, account, copies } = findClusterPlace(dataFolder);
  const program = findBinaries(account, copies).program('postgres');
  const logFile = path.join(dataFolder, 'postgres.log');
  return startPostmaster({
    program,
    folder,
    account,
    port: 40_000 + (process.pid % 20_000),
    logFile,
    durable: true,
  });
}

test('a postmaster that outlived its Probant is taken over, and ends with the new one', async () => {
  const dataFolder = newFolder();
  const orphaned = await orphan(dataFolder);
  const adopting = await start(dataFolder);
  expect(adopting.adopted).toBe(true);
  expect(adopting.pid()).toBe(orphaned.pid);
  await expect(ask(adopting.url, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  await adopting.stop();
  expect(isRunning(orphaned.pid)).toBe(false);
});

test('a killed postmaster is started again on the same port, and nothing acknowledged is lost', async () => {
  const told: string[] = [];
  const postgres = await start(newFolder(), (line) => told.push(line));
  const killed = postgres.pid();
  await ask(postgres.url, 'CREATE TABLE kept AS SELECT 7 AS number');
  process.kill(killed, 'SIGKILL');
  await expect(untilAnswered(postgres.url, 'SELECT number FROM kept')).resolves.toEqual([{ number: 7 }]);
  expect(postgres.pid()).not.toBe(killed);
  expect(told).toEqual(['The embedded PostgreSQL ended: starting it again.']);
});

test('a taken-over postmaster that is killed is started again too', async () => {
  const dataFolder = newFolder();
  const orphaned = await orphan(dataFolder);
  const adopting = await start(dataFolder);
  process.kill(orphaned.pid, 'SIGKILL');
  await expect(untilAnswered(adopting.url, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  expect(adopting.pid()).not.toBe(orphaned.pid);
});

test('the note of a dead postmaster is in nobody’s way, even if its number lives on in another program', async () => {
  const dataFolder = newFolder();
  const first = await start(dataFolder);
  const note = path.join(first.folder, 'postmaster.pid');
  await first.stop();
  fs.writeFileSync(note, `${process.pid}\n${first.folder}\n1\n5432\n\n127.0.0.1\n\nready   \n`);

  const second = await start(dataFolder);
  expect(second.adopted).toBe(false);
  await expect(ask(second.url, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
});

test('a start that was killed while it made the database is made good by the next', async () => {
  const dataFolder = newFolder();
  fs.mkdirSync(path.join(dataFolder, 'postgres.unfinished/base'), { recursive: true });
  const postgres = await start(dataFolder);
  await expect(ask(postgres.url, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  expect(fs.existsSync(path.join(dataFolder, 'postgres.unfinished'))).toBe(false);
});

test('a folder that holds something else is left as it is', async () => {
  const dataFolder = newFolder();
  fs.mkdirSync(path.join(dataFolder, 'postgres'));
  fs.writeFileSync(path.join(dataFolder, 'postgres/letter.txt'), 'mine');
  await expect(startEmbeddedPostgres({ dataFolder })).rejects.toThrow('holds files that are no database');
  expect(fs.readFileSync(path.join(dataFolder, 'postgres/letter.txt'), 'utf8')).toBe('mine');
});

test('a database of another PostgreSQL is refused in one sentence', async () => {
  const dataFolder = newFolder();
  fs.mkdirSync(path.join(dataFolder, 'postgres'));
  fs.writeFileSync(path.join(dataFolder, 'postgres/PG_VERSION'), '15\n');
  await expect(startEmbeddedPostgres({ dataFolder })).rejects.toThrow(
    'is of PostgreSQL 15, this Probant brings 18',
  );
});

test('the password is readable by its account alone', async () => {
  const dataFolder = newFolder();
  await start(dataFolder);
  expect(fs.statSync(path.join(dataFolder, 'postgres.secret')).mode & 0o077).toBe(0);
  expect(fs.statSync(path.join(dataFolder, 'postgres.log')).mode & 0o077).toBe(0);
});

const asRoot = process.getuid?.() === 0;

// As root PostgreSQL runs under another account, which a closed folder keeps out; anyone else runs it as oneself.
test(
  asRoot
    ? 'below a closed folder the database moves to where its account can reach it, and is found again'
    : 'below a closed folder the database stays where it is',
  async () => {
    const dataFolder = path.join(newFolder(), 'closed/checkout/.probant');
    fs.mkdirSync(path.dirname(dataFolder), { recursive: true });
    fs.chmodSync(path.dirname(path.dirname(dataFolder)), 0o700);
    const told: string[] = [];
    const first = await start(dataFolder, (line) => told.push(line));
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
    await first.stop();
    const second = await start(dataFolder);
    await expect(ask(second.url, 'SELECT number FROM kept')).resolves.toEqual([{ number: 7 }]);
    expect(second.folder).toBe(first.folder);
    expect(told).toEqual(
      asRoot ? [`The database is kept in ${first.folder}: its account cannot reach ${dataFolder}.`] : [],
    );
    await second.stop();
    if (asRoot) fs.rmSync(first.folder, { recursive: true });
  },
);
