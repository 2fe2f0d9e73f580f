import { migrations } from '@probant/migrations/all';
import pg from 'pg';
import { DataSource } from 'typeorm';

import { StartRefusal } from '../config/start-refusal.js';
import { discardUnfinishedLoad } from './first-load.js';
import {
  type ApiLogin,
  deriveApiLogin,
  ensureRoles,
  ensureSchema,
  ownerRole,
  readApiLogin,
  schemaName,
} from './roles.js';

/** Any number of API processes may start at once; one migrates, the others wait and find nothing left to do. */
const lockKey = 7_207_620_941;
const oldestVersion = 150_000;

export interface MigrateOptions {
  readonly ownerUrl: string;
  /** Null: the API's role is made after the owner's address. */
  readonly apiUrl: string | null;
  readonly dataFolder: string;
}

export interface Migrated {
  /** Address the API signs in with. */
  readonly apiUrl: string;
  /** Names of the migrations that were missing, oldest first. */
  readonly applied: readonly string[];
  /** The first load had been cut off: what it left is gone, and it can begin again. */
  readonly discarded: boolean;
}

/** Roles, schema and every pending migration. */
export async function migrate({ ownerUrl, apiUrl, dataFolder }: MigrateOptions): Promise<Migrated> {
  const login = apiUrl === null ? deriveApiLogin(ownerUrl, dataFolder) : readApiLogin(apiUrl);
  const owner = await connectOwner(ownerUrl);
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [lockKey]);
    await ensureRoles(owner, login);
    const discarded = await discardUnfinishedLoad(owner, schemaName);
    await ensureSchema(owner, login);
    return { apiUrl: login.url, applied: await runPending(ownerUrl), discarded };
  } finally {
    await owner.end();
  }
}

/** The API's address of a database that is already migrated. */
export function findApiUrl({ ownerUrl, apiUrl, dataFolder }: MigrateOptions): ApiLogin['url'] {
  return apiUrl ?? deriveApiLogin(ownerUrl, dataFolder).url;
}

async function connectOwner(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 15_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int AS version`,
    );
    if ((rows[0]?.version ?? 0) >= oldestVersion) return client;
  } catch (cause) {
    await client.end().catch(() => undefined);
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new StartRefusal(`The database at ${describe(ownerUrl)} cannot be opened: ${reason}.`, { cause });
  }
  await client.end();
  throw new StartRefusal(
    `The database at ${describe(ownerUrl)} is older than PostgreSQL 15: DATABASE_URL must name a newer one.`,
  );
}

async function runPending(ownerUrl: string): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    schema: schemaName,
    migrations: [...migrations],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    poolSize: 1,
    extra: { options: `-c role=${ownerRole} -c search_path=${schemaName},public` },
  });
  await source.initialize();
  try {
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** Host and database, without role and password. */
function describe(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
