import fs from 'node:fs';
import path from 'node:path';

import { StartRefusal } from '../config/start-refusal.js';
import { isLocked, lockInstance } from '../process/instance-lock.js';
import { pause } from '../process/process-state.js';
import { openCluster, type Cluster, type ClusterConfig } from './cluster.js';
import { findClusterPlace } from './cluster-place.js';
import { findRunningPostgres } from './embedded-postgres.js';

const waitMs = 30_000;

/**
 * The database for a command that works beside a running Probant or without one: the embedded server of a Probant that
 * runs is used and left alone, otherwise it is started for the command. `stop` undoes what was done here.
 */
export async function reachCluster(config: ClusterConfig, tell: (line: string) => void): Promise<Cluster> {
  if (config.database.kind === 'server') return openCluster(config, tell);
  const { dataFolder } = config;
  if (isLocked(dataFolder)) return joinRunning(dataFolder);
  const lock = await lockInstance(dataFolder);
  try {
    const cluster = await openCluster(config, tell);
    return {
      ...cluster,
      stop: async () => {
        await cluster.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Whether there is a database to read: a command that only looks must not make an empty one. */
export function hasDatabase({ database, dataFolder }: ClusterConfig): boolean {
  if (database.kind === 'server') return true;
  if (!fs.existsSync(dataFolder)) return false;
  return fs.existsSync(path.join(findClusterPlace(dataFolder).folder, 'PG_VERSION'));
}

async function joinRunning(dataFolder: string): Promise<Cluster> {
  for (let waited = 0; waited < waitMs && isLocked(dataFolder); waited += 100) {
    const url = findRunningPostgres(dataFolder);
    if (url !== null) {
      const ownerUrl = new URL(url);
      ownerUrl.pathname = '/probant';
      return { ownerUrl: ownerUrl.href, apiUrl: null, stop: () => Promise.resolve() };
    }
    await pause(100);
  }
  throw new StartRefusal(
    `Probant runs with the data folder ${dataFolder}, and its database does not answer: try again, or stop it first.`,
  );
}
