import pg from 'pg';

import type { Config } from '../config/config.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';

/** A database server that answers, and the owner's address of Probant's database on it. */
export interface Cluster {
  readonly ownerUrl: string;
  readonly apiUrl: string | null;
  /** Ends the embedded server; leaves one that was there before alone. */
  readonly stop: () => Promise<void>;
}

export type ClusterConfig = Pick<Config, 'database' | 'dataFolder'>;

/** The embedded PostgreSQL, started here, or the server that DATABASE_URL names. */
export async function openCluster(config: ClusterConfig, tell: (line: string) => void): Promise<Cluster> {
  if (config.database.kind === 'server') {
    const { ownerUrl, apiUrl } = config.database;
    return { ownerUrl, apiUrl, stop: () => Promise.resolve() };
  }
  const embedded = await startEmbeddedPostgres({ dataFolder: config.dataFolder, tell });
  try {
    return { ownerUrl: await ensureDatabase(embedded.url, 'probant'), apiUrl: null, stop: embedded.stop };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** Address of the named database on the same server; made if it is not there. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}
