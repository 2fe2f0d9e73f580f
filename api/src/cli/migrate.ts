import { fileURLToPath } from 'node:url';

import { readConfig } from '../platform/config/config.js';
import { StartRefusal } from '../platform/config/start-refusal.js';
import { openCluster } from '../platform/database/cluster.js';
import { migrate as migrateDatabase } from '../platform/database/migrate.js';
import { lockInstance } from '../platform/process/instance-lock.js';

const home = fileURLToPath(new URL('../../..', import.meta.url));

/** Brings the database up to date and ends: for deployments that do so once, before the API processes start. */
export async function migrate(): Promise<number> {
  try {
    const config = readConfig(process.env, { home });
    const lock = config.database.kind === 'embedded' ? await lockInstance(config.dataFolder) : null;
    const cluster = await openCluster(config, tell);
    try {
      const { applied } = await migrateDatabase({ ...cluster, dataFolder: config.dataFolder });
      for (const name of applied) tell(name);
      tell(applied.length === 0 ? 'The database is up to date.' : `${applied.length} migrations applied.`);
      return 0;
    } finally {
      await cluster.stop();
      lock?.release();
    }
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
