import fs from 'node:fs';
import path from 'node:path';

import { StartRefusal } from '../config/start-refusal.js';
import { findStartMark, isRunning } from './process-state.js';

const lockName = 'probant.lock';

interface Holder {
  readonly pid: number;
  readonly startMark: string | null;
  readonly address: string | null;
}

export interface InstanceLock {
  /** Written once it is known, so that a second start can name it. */
  announce(address: string): void;
  release(): void;
}

/** One running Probant per data folder: the second start names the first and gives way. */
export async function lockInstance(dataFolder: string): Promise<InstanceLock> {
  makeDataFolder(dataFolder);
  const file = path.join(dataFolder, lockName);
  const self: Holder = { pid: process.pid, startMark: findStartMark(process.pid), address: null };
  for (let attempt = 0; !createWith(file, self); attempt += 1) {
    const holder = findHolder(file);
    if (holder !== null && isHeld(holder)) throw new StartRefusal(await describe(holder, dataFolder));
    if (attempt === 20)
      throw new StartRefusal(`${file} can be neither created nor removed: remove it by hand.`);
    removeStale(file, holder);
  }
  return {
    announce(address) {
      writeWhole(file, { ...self, address });
    },
    release() {
      if (findHolder(file)?.pid === process.pid) fs.rmSync(file, { force: true });
    },
  };
}

/** Whether a Probant of this data folder runs, be it in another process. */
export function isLocked(dataFolder: string): boolean {
  const holder = findHolder(path.join(dataFolder, lockName));
  return holder !== null && isHeld(holder);
}

function makeDataFolder(dataFolder: string): void {
  try {
    fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    fs.accessSync(dataFolder, fs.constants.W_OK);
  } catch (cause) {
    throw new StartRefusal(
      `The data folder ${dataFolder} cannot be written to: set PROBANT_DATA to one that can.`,
      { cause },
    );
  }
}

function createWith(file: string, holder: Holder): boolean {
  try {
    fs.writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function writeWhole(file: string, holder: Holder): void {
  fs.writeFileSync(`${file}.${process.pid}`, JSON.stringify(holder), { mode: 0o600 });
  fs.renameSync(`${file}.${process.pid}`, file);
}

function findHolder(file: string): Holder | null {
  try {
    const holder = JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<Holder>;
    return typeof holder.pid === 'number'
      ? { pid: holder.pid, startMark: holder.startMark ?? null, address: holder.address ?? null }
      : null;
  } catch {
    return null;
  }
}

function isHeld(holder: Holder): boolean {
  return (
    isRunning(holder.pid) && (holder.startMark === null || holder.startMark === findStartMark(holder.pid))
  );
}

/** Moves the lock aside before removing it: of two starts that find the same stale lock, one must not remove the other's new one. */
function removeStale(file: string, stale: Holder | null): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  const moved = findHolder(aside);
  if (moved !== null && moved.pid !== stale?.pid && isHeld(moved)) {
    try {
      fs.linkSync(aside, file);
    } catch {
      // A third start has taken the place meanwhile: it holds the lock.
    }
  }
  fs.rmSync(aside, { force: true });
}

async function describe(holder: Holder, dataFolder: string): Promise<string> {
  if (holder.address !== null && (await answers(holder.address))) {
    return `Probant is already running at ${holder.address} with the data folder ${dataFolder} (process ${holder.pid}).`;
  }
  const where = holder.address === null ? '' : ` at ${holder.address}, where it does not answer`;
  return `Probant is already starting or stopping with the data folder ${dataFolder} (process ${holder.pid}${where}).`;
}

async function answers(address: string): Promise<boolean> {
  try {
    const reply = await fetch(new URL('/health', address), {
      signal: AbortSignal.timeout(2_000),
      redirect: 'manual',
    });
    await reply.body?.cancel();
    return true;
  } catch {
    return false;
  }
}
