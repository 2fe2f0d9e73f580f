import fs from 'node:fs';

import pg from 'pg';

import { createTestDatabase, getTestServer, type TestDatabase } from '../../../test/harness/database.js';
import { makeTestFolder } from '../../../test/harness/test-server.js';
import { ensureDatabase } from './cluster.js';
import { migrate } from './migrate.js';
import { refusePowerfulRole } from './roles.js';

jest.setTimeout(30_000);

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('the API signs in with a role that is no superuser, bypasses nothing and owns nothing', async () => {
  const [role] = await ask(
    database.apiUrl,
    `SELECT current_user AS name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
       (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
       FROM pg_roles r WHERE rolname = current_user`,
  );
  expect(role).toEqual({
    name: 'probant_api_probant_template',
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    owned: 0,
  });
  await expect(refusePowerfulRole(database.apiUrl)).resolves.toBeUndefined();
});

test('a role that could switch row security off is refused at boot', async () => {
  await expect(refusePowerfulRole(database.ownerUrl)).rejects.toThrow(
    'postgres is or may become a superuser',
  );
});

test('every table belongs to the owner role', async () => {
  const owners = await ask(
    database.ownerUrl,
    `SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'probant'`,
  );
  expect(owners).toEqual([{ tableowner: 'probant_owner' }]);
});

test('the API finds the schema without naming it', async () => {
  await expect(ask(database.apiUrl, 'SHOW search_path')).resolves.toEqual([
    { search_path: 'probant, public' },
  ]);
});

test('the API may not create or change tables', async () => {
  await expect(ask(database.apiUrl, 'CREATE TABLE probant.mine (id int)')).rejects.toMatchObject({
    code: '42501',
  });
  await expect(ask(database.apiUrl, 'SET ROLE probant_owner')).rejects.toMatchObject({ code: '42501' });
});

describe('a database of its own on the same server', () => {
  const dataFolder = makeTestFolder();
  afterAll(() => fs.rmSync(dataFolder, { recursive: true }));

  test('is migrated once by two processes that start together, and a third finds nothing to do', async () => {
    const ownerUrl = await ensureDatabase(getTestServer().url, 'probant_twice');
    const both = await Promise.all([1, 2].map(() => migrate({ ownerUrl, apiUrl: null, dataFolder })));
    expect(both.map(({ applied }) => applied.length > 0).sort()).toEqual([false, true]);
    await expect(migrate({ ownerUrl, apiUrl: null, dataFolder })).resolves.toMatchObject({ applied: [] });
    await ask(getTestServer().url, 'DROP DATABASE probant_twice WITH (FORCE)');
  });

  test('is closed to the API role of another database', async () => {
    const ownerUrl = await ensureDatabase(getTestServer().url, 'probant_other');
    const { apiUrl } = await migrate({ ownerUrl, apiUrl: null, dataFolder });
    const foreign = new URL(getTestServer().apiUrl);
    foreign.pathname = '/probant_other';
    await expect(ask(apiUrl, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
    await expect(ask(foreign.href, 'SELECT 1')).rejects.toMatchObject({ code: '42501' });
    await ask(getTestServer().url, 'DROP DATABASE probant_other WITH (FORCE)');
  });

  test('keeps the API role and the password that the operator chose', async () => {
    const ownerUrl = await ensureDatabase(getTestServer().url, 'probant_operated');
    const chosen = new URL(ownerUrl);
    chosen.username = 'chosen_role';
    chosen.password = 'chosen-password';
    const { apiUrl } = await migrate({ ownerUrl, apiUrl: chosen.href, dataFolder });
    expect(apiUrl).toBe(chosen.href);
    await expect(ask(apiUrl, 'SELECT current_user AS name')).resolves.toEqual([{ name: 'chosen_role' }]);
    await ask(getTestServer().url, 'DROP DATABASE probant_operated WITH (FORCE)');
  });

  test('is set up by an owner that is no superuser but may create roles', async () => {
    const { url } = getTestServer();
    await ask(url, `CREATE ROLE modest LOGIN CREATEROLE PASSWORD 'modest'`);
    await ask(url, 'GRANT probant_owner, probant_app TO modest WITH ADMIN OPTION');
    await ask(url, 'CREATE DATABASE probant_modest OWNER modest');
    const ownerUrl = new URL(url);
    [ownerUrl.username, ownerUrl.password, ownerUrl.pathname] = ['modest', 'modest', '/probant_modest'];
    const { apiUrl } = await migrate({ ownerUrl: ownerUrl.href, apiUrl: null, dataFolder });
    await expect(refusePowerfulRole(apiUrl)).resolves.toBeUndefined();
    await ask(url, 'DROP DATABASE probant_modest WITH (FORCE)');
  });

  test('says in one sentence that the owner may create no role', async () => {
    const { url } = getTestServer();
    await ask(url, `CREATE ROLE powerless LOGIN PASSWORD 'powerless'`);
    await ask(url, 'CREATE DATABASE probant_powerless OWNER powerless');
    const ownerUrl = new URL(url);
    [ownerUrl.username, ownerUrl.password, ownerUrl.pathname] = [
      'powerless',
      'powerless',
      '/probant_powerless',
    ];
    await expect(migrate({ ownerUrl: ownerUrl.href, apiUrl: null, dataFolder })).rejects.toThrow(
      /may not set up the database/,
    );
    await ask(url, 'DROP DATABASE probant_powerless WITH (FORCE)');
  });
});

test('a database that does not answer is refused in one sentence without the password', async () => {
  const refused = migrate({
    ownerUrl: 'postgresql://me:hidden@127.0.0.1:1/probant',
    apiUrl: null,
    dataFolder: '/',
  });
  await expect(refused).rejects.toThrow(
    /^The database at 127\.0\.0\.1:1\/probant cannot be opened: .*ECONNREFUSED/,
  );
  await expect(refused).rejects.not.toThrow(/hidden/);
});
