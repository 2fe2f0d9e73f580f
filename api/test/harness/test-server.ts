import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { ensureDatabase } from '../../src/platform/database/cluster.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/database/embedded-postgres.js';
import { findPostmaster, stopPostmaster } from '../../src/platform/database/postmaster.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { isLocked, lockInstance } from '../../src/platform/process/instance-lock.js';
import type { TestServer } from './database.js';

const prefix = 'probant-test-';

export interface RunningTestServer extends TestServer {
  readonly stop: () => Promise<void>;
}

/** A PostgreSQL of the run's own, in a folder of its own, with the template that every test file clones. */
export async function startTestServer(): Promise<RunningTestServer> {
  await sweepAbandoned();
  const dataFolder = makeTestFolder();
  const lock = await lockInstance(dataFolder);
  const postgres = await startEmbeddedPostgres({ dataFolder, durable: false });
  const stop = async () => {
    await postgres.stop();
    lock.release();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    return { ...(await buildTemplate(postgres, dataFolder)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A temporary folder that the database's account can pass through, also when the tests run as root. */
export function makeTestFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), prefix));
  fs.chmodSync(folder, 0o711);
  return folder;
}

async function buildTemplate(postgres: EmbeddedPostgres, dataFolder: string): Promise<TestServer> {
  const template = 'probant_template';
  const ownerUrl = await ensureDatabase(postgres.url, template);
  const { apiUrl } = await migrate({ ownerUrl, apiUrl: null, dataFolder });
  return { url: postgres.url, template, apiUrl };
}

/** What another account runs is not ours to look into, let alone to sweep. */
function isOwn(folder: string): boolean {
  return fs.statSync(folder, { throwIfNoEntry: false })?.uid === process.getuid?.();
}

/** A run that was killed leaves its server behind; its lock tells that nobody uses it any more. */
async function sweepAbandoned(): Promise<void> {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const folder = path.join(os.tmpdir(), name);
    if (
      !name.startsWith(prefix) ||
      !isOwn(folder) ||
      !fs.existsSync(path.join(folder, 'probant.lock')) ||
      isLocked(folder)
    )
      continue;
    const postmaster = findPostmaster(path.join(folder, 'postgres'));
    if (postmaster !== null) await stopPostmaster(postmaster.pid).catch(() => undefined);
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
