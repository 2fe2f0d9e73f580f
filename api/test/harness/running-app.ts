import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { createApp } from '../../src/app.js';
import * as entities from '../../src/entities.js';
import { Clock } from '../../src/platform/clock/clock.js';
import type { ServeConfig } from '../../src/platform/config/config.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { createLog } from '../../src/platform/log/log.js';
import { Outbox } from '../../src/platform/mail/outbox.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { testConfig } from './test-config.js';

/** A clock that stands still until it is moved. */
export class SetClock extends Clock {
  constructor(public at: Date) {
    super();
  }

  override now(): Date {
    return this.at;
  }
}

export interface RunningApp {
  readonly app: NestFastifyApplication;
  readonly origin: string;
  readonly database: TestDatabase;
  readonly clock: SetClock;
  readonly source: DataSource;
  /** As superuser, row security aside: for setting up and reading back. */
  readonly sql: <T extends object>(text: string, values?: readonly unknown[]) => Promise<T[]>;
  /** Messages that went out, newest first. */
  readonly mailbox: () => Promise<Mail[]>;
  readonly close: () => Promise<void>;
}

export interface Mail {
  readonly to_address: string;
  readonly template: string;
  readonly subject: string;
  readonly body_text: string;
}

/** The real application on a database of its own, listening on a free port. */
export async function startApp(
  change: Partial<ServeConfig> = {},
  log = createLog('silent'),
): Promise<RunningApp> {
  const database = await createTestDatabase();
  const clock = new SetClock(new Date('2026-11-22T09:00:00.000Z'));
  const source = createDataSource({ url: database.apiUrl, entities: Object.values(entities), poolSize: 5 });
  await source.initialize();
  const { config, forget } = testConfig({ databaseUrl: database.apiUrl, ...change });
  const app = await createApp({ config, source, log, clock, webFolder: '/nonexistent' });
  await app.listen(0, '127.0.0.1');
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
  // Dropping the database ends what is still idle, which is no fault of the test that runs by then.
  owner.on('error', () => undefined);
  const sql = async <T extends object>(text: string, values: readonly unknown[] = []) =>
    (await owner.query<T>(text, [...values])).rows;
  return {
    app,
    origin: config.publicUrl,
    database,
    clock,
    source,
    sql,
    mailbox: async () => {
      await app.get(Outbox).sendDue();
      return sql<Mail>(
        'SELECT to_address, template, subject, body_text FROM mail_messages ORDER BY created_at DESC, id DESC',
      );
    },
    close: async () => {
      await app.close();
      await source.destroy();
      await owner.end();
      await database.drop();
      forget();
    },
  };
}
