import { randomBytes } from 'node:crypto';

import pg from 'pg';

import { schemaName } from '../../src/platform/database/roles.js';

export interface TestServer {
  /** The server's database `postgres`, as superuser. */
  readonly url: string;
  /** A migrated database that is only ever cloned. */
  readonly template: string;
  /** The API's own login, on the template. */
  readonly apiUrl: string;
}

export interface TestDatabase {
  readonly name: string;
  /** Signs in as the API does: row security applies. */
  readonly apiUrl: string;
  /** Signs in as superuser with the schema on its path: for setting up and reading back. */
  readonly ownerUrl: string;
  readonly drop: () => Promise<void>;
}

const variable = 'PROBANT_TEST_SERVER';

/** Told to the workers, which inherit the environment. */
export function announceTestServer(server: TestServer): void {
  process.env[variable] = JSON.stringify(server);
}

export function getTestServer(): TestServer {
  const text = process.env[variable];
  if (text === undefined)
    throw new Error('no test server: run with the jest project that has the global setup');
  return JSON.parse(text) as TestServer;
}

/** A migrated database of one's own, in about 40 ms; drop it when done. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = getTestServer();
  const name = `probant_test_${randomBytes(6).toString('hex')}`;
  await onServer(server.url, `CREATE DATABASE ${name} TEMPLATE ${server.template}`);
  const ownerUrl = new URL(toDatabase(server.url, name));
  ownerUrl.searchParams.set('options', `-c search_path=${schemaName},public`);
  return {
    name,
    apiUrl: toDatabase(server.apiUrl, name),
    ownerUrl: ownerUrl.href,
    drop: () => onServer(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

function toDatabase(url: string, name: string): string {
  const named = new URL(url);
  named.pathname = `/${name}`;
  return named.href;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
