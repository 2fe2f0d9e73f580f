import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import pg from 'pg';

import { StartRefusal } from '../config/start-refusal.js';

/** Owns the schema and everything in it; nobody signs in with it. */
export const ownerRole = 'probant_owner';
/** Holds the grants; the login role of each database is a member. */
export const apiRole = 'probant_app';
export const schemaName = 'probant';
/** What the queue of jobs keeps, apart from what organisations own. */
export const jobsSchemaName = 'probant_jobs';

const extensions = ['pg_trgm', 'unaccent', 'citext', 'btree_gin'] as const;

/** How the API signs in: one role per database, so that the one of a database opens no other. */
export interface ApiLogin {
  readonly role: string;
  readonly password: string;
  readonly url: string;
  /** False: the operator made it and keeps its password. */
  readonly derived: boolean;
}

/** The API's role after the owner's address: its password follows from the owner's, so that every process finds the same one. */
export function deriveApiLogin(ownerUrl: string, dataFolder: string): ApiLogin {
  const url = new URL(ownerUrl);
  const database = decodeURIComponent(url.pathname.slice(1));
  const secret = url.password === '' ? readOwnSecret(dataFolder) : decodeURIComponent(url.password);
  const role = `probant_api_${database.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`.slice(0, 63);
  const password = createHmac('sha256', secret).update(`probant api login ${database}`).digest('base64url');
  url.username = role;
  url.password = password;
  return { role, password, url: url.href, derived: true };
}

export function readApiLogin(apiUrl: string): ApiLogin {
  const url = new URL(apiUrl);
  return {
    role: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    url: apiUrl,
    derived: false,
  };
}

/** Roles belong to the whole server: two databases set up at once meet there, and the later one tries again. */
export async function ensureRoles(owner: pg.Client, login: ApiLogin): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await ensureRole(owner, ownerRole, 'NOLOGIN');
      await ensureRole(owner, apiRole, 'NOLOGIN');
      await ensureLogin(owner, login);
      return;
    } catch (error) {
      const meetsAnother =
        error instanceof pg.DatabaseError && ['XX000', '23505', '42710'].includes(error.code ?? '');
      if (!meetsAnother || attempt === 5) throw toRefusal(error);
    }
  }
}

/** Schema, extensions and the right to connect; what is inside the schema is the migrations' affair. */
export async function ensureSchema(owner: pg.Client, login: ApiLogin): Promise<void> {
  try {
    for (const extension of extensions)
      await owner.query(`CREATE EXTENSION IF NOT EXISTS ${extension} SCHEMA public`);
    for (const schema of [schemaName, jobsSchemaName]) {
      await owner.query(`CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${ownerRole}`);
      await owner.query(`GRANT USAGE ON SCHEMA ${schema} TO ${apiRole}`);
    }
    await limitConnections(owner, login);
  } catch (error) {
    throw toRefusal(error);
  }
}

/** The owner may act as the API does: under its grants and its row security. */
export async function letOwnerActAsApi(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await joinRole(owner, apiRole);
  } catch (error) {
    throw toRefusal(error);
  } finally {
    await owner.end();
  }
}

/** Row-level security holds only for a role that can neither bypass nor change it. */
export async function refusePowerfulRole(apiUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: apiUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: string; power: string | null }>(`
      SELECT current_user AS role, CASE
        WHEN bool_or(r.rolsuper) THEN 'is or may become a superuser'
        WHEN bool_or(r.rolbypassrls) THEN 'may bypass row-level security'
        WHEN bool_or(EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid)) THEN 'owns tables or may act as their owner'
      END AS power
      FROM pg_roles r WHERE pg_has_role(current_user, r.oid, 'MEMBER')`);
    const found = rows[0];
    if (found !== undefined && found.power !== null) {
      throw new StartRefusal(
        `The API's database role ${found.role} ${found.power}: DATABASE_URL must name one that does not.`,
      );
    }
  } finally {
    await client.end();
  }
}

async function ensureRole(owner: pg.Client, role: string, attributes: string): Promise<void> {
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  const name = pg.escapeIdentifier(role);
  if (rowCount === 0) await owner.query(`CREATE ROLE ${name} ${attributes}`);
  if (role === ownerRole) await joinRole(owner, role);
}

/** Lets whoever signed in act as the role; one that made a role is by itself only its administrator. */
async function joinRole(owner: pg.Client, role: string): Promise<void> {
  const { rows } = await owner.query<{ member: boolean }>(
    `SELECT current_user = $1 OR EXISTS (SELECT FROM pg_auth_members m
       WHERE m.roleid = $1::regrole AND m.member = current_user::regrole AND NOT m.admin_option)
       OR (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS member`,
    [role],
  );
  if (rows[0]?.member !== true) await owner.query(`GRANT ${pg.escapeIdentifier(role)} TO CURRENT_USER`);
}

async function ensureLogin(owner: pg.Client, login: ApiLogin): Promise<void> {
  const name = pg.escapeIdentifier(login.role);
  const password = pg.escapeLiteral(toScramVerifier(login.password));
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [login.role]);
  if (rowCount === 0) {
    await owner.query(`CREATE ROLE ${name} LOGIN PASSWORD ${password}`);
  } else if (login.derived) {
    await owner.query(`ALTER ROLE ${name} PASSWORD ${password}`);
  }
  await owner.query(`ALTER ROLE ${name} SET search_path = ${schemaName}, public`);
  const { rows } = await owner.query<{ member: boolean }>(`SELECT pg_has_role($1, $2, 'USAGE') AS member`, [
    login.role,
    apiRole,
  ]);
  if (rows[0]?.member !== true) await owner.query(`GRANT ${apiRole} TO ${name}`);
}

/** Without this every role of the server may connect, and the API's role of another database is a member of the same group. */
async function limitConnections(owner: pg.Client, login: ApiLogin): Promise<void> {
  const { rows } = await owner.query<{ database: string; owned: boolean }>(
    `SELECT current_database() AS database, pg_has_role(current_user, datdba, 'USAGE') AS owned
       FROM pg_database WHERE datname = current_database()`,
  );
  const database = pg.escapeIdentifier(rows[0]?.database ?? '');
  if (rows[0]?.owned !== true) return;
  await owner.query(`REVOKE CONNECT ON DATABASE ${database} FROM PUBLIC`);
  await owner.query(
    `GRANT CONNECT ON DATABASE ${database} TO ${pg.escapeIdentifier(login.role)}, ${ownerRole}`,
  );
}

/** What PostgreSQL keeps of a password (RFC 5803), so that the password itself stands in no statement and no server log. */
function toScramVerifier(password: string): string {
  const iterations = 4_096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, 32, 'sha256');
  const key = (name: string) => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}

function readOwnSecret(dataFolder: string): string {
  const file = path.join(dataFolder, 'database-role.secret');
  if (!fs.existsSync(file))
    fs.writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  return fs.readFileSync(file, 'utf8');
}

function toRefusal(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError) || error.code !== '42501') return error;
  return new StartRefusal(
    `The role of DATABASE_OWNER_URL (or of DATABASE_URL alone) may not set up the database: ${error.message}.`,
    { cause: error },
  );
}
