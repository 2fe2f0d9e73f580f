import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

import { StartRefusal } from '../config/start-refusal.js';
import { pause } from '../process/process-state.js';
import { type ClusterPlace, findClusterPlace } from './cluster-place.js';
import { type Binaries, findBinaries } from './embedded-binaries.js';
import {
  findPostmaster,
  type Postmaster,
  type PostmasterOptions,
  signalPostmaster,
  startPostmaster,
  stopPostmaster,
} from './postmaster.js';
import { keepRunning } from './supervision.js';

const majorVersion = '18';
const maxLogBytes = 5_000_000;

export interface EmbeddedOptions {
  readonly dataFolder: string;
  /** Off for tests alone: a crash may then lose what was acknowledged. */
  readonly durable?: boolean;
  /** One line for the person at the terminal. */
  readonly tell?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** Address of the database `postgres`, as its superuser. */
  readonly url: string;
  readonly folder: string;
  /** A postmaster that outlived an earlier Probant was taken over. */
  readonly adopted: boolean;
  /** The postmaster's number now; another one after a restart. */
  readonly pid: () => number;
  readonly stop: () => Promise<void>;
}

/** A real PostgreSQL from an npm package, kept running until `stop`; the caller holds the lock of the data folder. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataFolder, durable = true, tell = () => undefined } = options;
  fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const place = findClusterPlace(dataFolder);
  if (place.sheltered)
    tell(`The database is kept in ${place.folder}: its account cannot reach ${dataFolder}.`);
  const binaries = findBinaries(place.account, place.copies);
  const secretFile = path.join(dataFolder, 'postgres.secret');
  if (!isCluster(place.folder)) createCluster(place, binaries, secretFile, durable);
  const password = readSecret(secretFile);
  const logFile = path.join(dataFolder, 'postgres.log');
  turnLog(logFile);
  const found = await findReadyPostmaster(place.folder);
  const plan: PostmasterOptions = {
    program: binaries.program('postgres'),
    folder: place.folder,
    account: place.account,
    port: found?.port ?? (await findFreePort()),
    logFile,
    durable,
  };
  const kept = keepRunning(found ?? (await startPostmaster(plan)), {
    start: () => startPostmaster(plan),
    stop: stopPostmaster,
    tell,
  });
  // A program that ends without closing (an error nobody caught) takes its database along.
  const onExit = () => signalPostmaster(kept.pid(), 'SIGINT');
  process.once('exit', onExit);
  return {
    url: addressOf(password, plan.port),
    folder: place.folder,
    adopted: found !== null,
    pid: kept.pid,
    stop: async () => {
      await kept.stop();
      process.off('exit', onExit);
    },
  };
}

/** Address of the server that another process keeps running for the data folder; null while none accepts connections. */
export function findRunningPostgres(dataFolder: string): string | null {
  const found = findPostmaster(findClusterPlace(dataFolder).folder);
  if (found === null || !found.ready) return null;
  return addressOf(readSecret(path.join(dataFolder, 'postgres.secret')), found.port);
}

function addressOf(password: string, port: number): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
}

function isCluster(folder: string): boolean {
  const file = path.join(folder, 'PG_VERSION');
  if (!fs.existsSync(file)) return false;
  const version = fs.readFileSync(file, 'utf8').trim();
  if (version === majorVersion) return true;
  throw new StartRefusal(
    `The database in ${folder} is of PostgreSQL ${version}, this Probant brings ${majorVersion}: see docs/operations.md.`,
  );
}

/** Made aside and moved when whole, so that a start killed meanwhile leaves nothing that looks like a database. */
function createCluster(place: ClusterPlace, binaries: Binaries, secretFile: string, durable: boolean): void {
  const { folder, account } = place;
  if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0) {
    throw new StartRefusal(`${folder} holds files that are no database: set PROBANT_DATA to another folder.`);
  }
  const unfinished = `${folder}.unfinished`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(folder), { recursive: true, mode: 0o755 });
  fs.mkdirSync(unfinished, { mode: 0o700 });
  const passwordFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'probant-initdb-'));
  const passwordFile = path.join(passwordFolder, 'password');
  const password = randomBytes(24).toString('base64url');
  try {
    fs.writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account !== null) {
      for (const file of [unfinished, passwordFolder, passwordFile])
        fs.chownSync(file, account.uid, account.gid);
    }
    runInitdb(binaries.program('initdb'), unfinished, passwordFile, place, durable);
    fs.writeFileSync(secretFile, password, { mode: 0o600 });
    fs.renameSync(unfinished, folder);
  } finally {
    fs.rmSync(passwordFolder, { recursive: true, force: true });
  }
}

function runInitdb(
  program: string,
  folder: string,
  passwordFile: string,
  { account }: ClusterPlace,
  durable: boolean,
): void {
  const made = spawnSync(
    program,
    [
      ...['-D', folder, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
      ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...account, cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } },
  );
  if (made.error !== undefined) throw new Error('initdb cannot be run', { cause: made.error });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
}

function readSecret(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StartRefusal(
      `The password of the embedded database is missing: put ${file} back from a backup.`,
      { cause },
    );
  }
}

/** A postmaster that is still starting or shutting down is waited for. */
async function findReadyPostmaster(folder: string): Promise<Postmaster | null> {
  for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 50) {
    const found = findPostmaster(folder);
    if (found === null || found.ready) return found;
    await pause(50);
  }
  throw new StartRefusal(
    `A PostgreSQL in ${folder} is neither ready nor gone: see postgres.log in the data folder.`,
  );
}

function turnLog(file: string): void {
  const bytes = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes > maxLogBytes) fs.renameSync(file, `${file}.1`);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no free port')),
      );
    });
  });
}
