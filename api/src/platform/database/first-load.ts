import type pg from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';

import { jobsSchemaName } from './roles.js';

/** Held by the process that loads, for as long as it lives. */
const lockKey = 7_207_620_942;

/**
 * Loads what a new database begins with, once, however many processes start together. The load is many transactions: until it
 * has ended nobody may be let in, and what a load that was cut off has left is discarded at the next start.
 */
export async function loadOnce(source: DataSource, load: () => Promise<void>): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [lockKey]);
    const [found] = await mark(runner, 'SELECT finished_at FROM first_loads');
    if (found?.finished_at) return;
    await mark(runner, 'INSERT INTO first_loads DEFAULT VALUES ON CONFLICT DO NOTHING');
    await load();
    await mark(runner, 'UPDATE first_loads SET finished_at = now()');
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [lockKey]);
    await runner.release();
  }
}

async function mark(runner: QueryRunner, statement: string): Promise<{ finished_at?: Date | null }[]> {
  await runner.startTransaction();
  try {
    await runner.query("SELECT speak(NULL, NULL, 'identity')");
    const rows = (await runner.query(statement)) as { finished_at?: Date | null }[];
    await runner.commitTransaction();
    return rows;
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

/**
 * Takes away the schema that a load cut off halfway has left, and says whether there was one. Nothing that anybody typed can
 * be in it: the API listens only once the load has ended. Waits for a process that is loading now.
 */
export async function discardUnfinishedLoad(owner: pg.Client, schema: string): Promise<boolean> {
  const { rows } = await owner.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${schema}.first_loads`,
  ]);
  if (rows[0]?.there !== true) return false;
  await owner.query('SELECT pg_advisory_lock($1)', [lockKey]);
  try {
    if (!(await isUnfinished(owner, schema))) return false;
    await owner.query(`DROP SCHEMA ${schema} CASCADE; DROP SCHEMA IF EXISTS ${jobsSchemaName} CASCADE`);
    return true;
  } finally {
    await owner.query('SELECT pg_advisory_unlock($1)', [lockKey]);
  }
}

async function isUnfinished(owner: pg.Client, schema: string): Promise<boolean> {
  await owner.query('BEGIN');
  try {
    // Row security is forced, so that the owner has to speak as well.
    await owner.query("SELECT set_config('app.purpose', 'identity', true)");
    const { rowCount } = await owner.query(`SELECT FROM ${schema}.first_loads WHERE finished_at IS NULL`);
    return rowCount === 1;
  } finally {
    await owner.query('COMMIT');
  }
}
