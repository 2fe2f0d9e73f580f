import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { findCommandLine, isRunning, pause, waitUntilEnded } from '../process/process-state.js';
import type { Account } from './unprivileged-account.js';

export interface PostmasterOptions {
  readonly program: string;
  readonly folder: string;
  readonly account: Account;
  readonly port: number;
  readonly logFile: string;
  /** Off for tests alone: a crash may then lose what was acknowledged. */
  readonly durable: boolean;
}

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

interface NotedPostmaster extends Postmaster {
  readonly ready: boolean;
}

const noteName = 'postmaster.pid';
const startWithinMs = 60_000;
/**
 * Answers and addresses are data of the organisations, and the log is read by whoever runs the machine: an error is told by its
 * message alone, without the row, the statement or the parameters. The API's own log names what it was doing.
 */
const discreet = [
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  'log_statement=none',
  'log_min_duration_statement=-1',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
];
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** The postmaster that runs in the folder, if one does; the note that a dead one left behind is removed. */
export function findPostmaster(folder: string): NotedPostmaster | null {
  const noted = readNote(folder);
  if (noted === null || (isRunning(noted.pid) && isPostgres(noted.pid))) return noted;
  fs.rmSync(path.join(folder, noteName), { force: true });
  return null;
}

/** Starts PostgreSQL and resolves once it accepts connections. */
export async function startPostmaster(
  options: PostmasterOptions,
): Promise<Postmaster & { readonly child: ChildProcess }> {
  const until = Date.now() + startWithinMs;
  for (;;) {
    const child = spawnPostmaster(options);
    const { pid } = child;
    if (pid === undefined) throw new Error(await whyNotSpawned(child));
    if (await becomesReady(child, options.folder, until)) return { pid, port: options.port, child };
    const tail = readTail(options.logFile);
    // After a kill the last backends hold the shared memory for a moment, and a zombie may still own the note.
    const passing = /pre-existing shared memory block|lock file "postmaster\.pid" already exists/.test(tail);
    if (!passing || Date.now() > until) throw new Error(`PostgreSQL did not start: ${tail}`);
    await pause(100);
    findPostmaster(options.folder);
  }
}

/** Fast shutdown: open transactions are rolled back, acknowledged ones are on disk. */
export async function stopPostmaster(pid: number): Promise<void> {
  if (!isRunning(pid)) return;
  signalPostmaster(pid, 'SIGINT');
  if (await waitUntilEnded(pid, 10_000)) return;
  signalPostmaster(pid, 'SIGQUIT');
  await waitUntilEnded(pid, 5_000);
}

function spawnPostmaster({
  program,
  folder,
  account,
  port,
  logFile,
  durable,
}: PostmasterOptions): ChildProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'logging_collector=off',
    'log_checkpoints=off',
    'timezone=UTC',
    'log_timezone=UTC',
    ...discreet,
    ...(durable ? [] : fast),
  ];
  const log = fs.openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(
      program,
      ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      {
        ...account,
        cwd: '/',
        env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
        // A group of its own: Ctrl-C in the terminal reaches Probant alone, which lets requests end before it stops the database.
        detached: true,
        stdio: ['ignore', 'ignore', log],
      },
    );
    child.unref();
    return child;
  } finally {
    fs.closeSync(log);
  }
}

async function becomesReady(child: ChildProcess, folder: string, until: number): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const noted = readNote(folder);
    if (noted !== null && noted.pid === child.pid && noted.ready) return true;
    if (Date.now() > until) {
      child.kill('SIGQUIT');
      return false;
    }
    await pause(10);
  }
  return false;
}

/** PostgreSQL writes its number on the first line, the port on the fourth and its state on the eighth. */
function readNote(folder: string): NotedPostmaster | null {
  try {
    const lines = fs.readFileSync(path.join(folder, noteName), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

function whyNotSpawned(child: ChildProcess): Promise<string> {
  return new Promise((resolve) =>
    child.once('error', (error) => resolve(`PostgreSQL cannot be run: ${error.message}`)),
  );
}

/** Numbers are given out again: another program under the number of a dead postmaster is not it. */
function isPostgres(pid: number): boolean {
  return findCommandLine(pid)?.includes('postgres') ?? true;
}

export function signalPostmaster(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}

function readTail(file: string): string {
  return fs.readFileSync(file, 'utf8').slice(-2_000).trim();
}
