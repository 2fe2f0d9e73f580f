import { fileURLToPath } from 'node:url';

import * as entities from '../entities.js';
import { readConfig } from '../platform/config/config.js';
import type { Environment } from '../platform/config/variables.js';
import { createDataSource } from '../platform/database/data-source.js';
import { migrate } from '../platform/database/migrate.js';
import { reachCluster } from '../platform/database/reach-cluster.js';
import { Work } from '../platform/database/work.js';

const home = fileURLToPath(new URL('../../..', import.meta.url));

/** Speaks to the database beside a running Probant or without one; `tell` hears of what is started for it. */
export async function withWork<T>(
  env: Environment,
  tell: (line: string) => void,
  use: (work: Work) => Promise<T>,
): Promise<T> {
  const config = readConfig(env, { home });
  const cluster = await reachCluster(config, tell);
  try {
    const { apiUrl } = await migrate({ ...cluster, dataFolder: config.dataFolder });
    const source = createDataSource({ url: apiUrl, entities: Object.values(entities), poolSize: 2 });
    await source.initialize();
    try {
      return await use(new Work(source));
    } finally {
      await source.destroy();
    }
  } finally {
    await cluster.stop();
  }
}
