import type { PoolClient } from 'pg';
import PgBoss from 'pg-boss';
import type { DataSource } from 'typeorm';
import type { Tx } from '../database/work.js';
import { jobsSchemaName } from '../database/roles.js';

/** On-demand work waits in one queue; each recurring kind has its own, since pg-boss keeps one schedule for each queue. */
export const workQueue = 'work';

/** pg-boss on the API's own connections. Its tables are made by a migration: here it may neither make nor change any. */
export function createQueue(source: DataSource): { boss: PgBoss; settled: () => Promise<void> } {
  const pending = new Set<Promise<unknown>>();
  const executeSql = (text: string, values: unknown[]) => {
    const running = ask(source, text, values).catch(lose);
    pending.add(running);
    const forget = () => pending.delete(running);
    running.then(forget, forget);
    return running;
  };
  const boss = new PgBoss({ db: { executeSql }, schema: jobsSchemaName, migrate: false });
  return {
    boss,
    // pg-boss does not wait for the statement that says how a job ended.
    settled: async () => {
      while (pending.size > 0) await Promise.allSettled(pending);
    },
  };
}

/** Lets pg-boss speak inside a transaction of the caller. */
export function within({ manager }: Tx): PgBoss.Db {
  return { executeSql: async (text, values) => ({ rows: await manager.query<unknown[]>(text, values) }) };
}

const lost = new WeakSet<object>();

function lose(error: unknown): never {
  if (error instanceof Error) lost.add(error);
  throw error;
}

/**
 * pg-boss waits neither for the statement that says how a job ended nor for its refusal, which would end the program when the
 * database goes away just then. The job is left to run out and be tried again; every other forgotten refusal ends the program.
 */
export function outliveLostStatements(warn: (error: Error) => void): () => void {
  const judge = (reason: unknown): void => {
    if (!(reason instanceof Error) || !lost.has(reason)) throw reason;
    warn(reason);
  };
  process.on('unhandledRejection', judge);
  return () => process.off('unhandledRejection', judge);
}

async function ask(source: DataSource, text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    return await client.query(text, values);
  } finally {
    await runner.release();
  }
}
