import { fileURLToPath } from 'node:url';
import { createApp } from './app.js';
import * as entities from './entities.js';
import { Arrivals } from './features/reviews/reviews.public.js';
import { DailyStandings } from './features/scoring/scoring.public.js';
import { Deliveries } from './features/webhooks/webhooks.public.js';
import { Clock } from './platform/clock/clock.js';
import type { ServeConfig } from './platform/config/config.js';
import { createDataSource } from './platform/database/data-source.js';
import { ExpiredRows } from './platform/database/expired-rows.js';
import { Jobs } from './platform/jobs/jobs.js';
import { createLog } from './platform/log/log.js';
import { Outbox } from './platform/mail/outbox.js';
import type { ServeHooks } from './platform/process/run-probant.js';
import { SigningKey } from './platform/signing/signing-key.js';
import { prepareFirstStart } from './start/first-start.js';

export interface Running {
  /** Where it listens, e.g. http://127.0.0.1:3000. */
  readonly address: string;
  /** What the terminal should show: address, demo accounts or the one-time address of the first administrator. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Serves API and web on a migrated database. */
export async function serve(config: ServeConfig, { beforeListen, ownerUrl }: ServeHooks): Promise<Running> {
  const log = createLog(config.logLevel);
  const source = createDataSource({
    url: config.databaseUrl,
    entities: Object.values(entities),
    poolSize: 10,
  });
  await source.initialize();
  const app = await createApp({ config, source, log, clock: new Clock(), webFolder });
  const outbox = app.get(Outbox);
  const arrivals = app.get(Arrivals);
  const standings = app.get(DailyStandings);
  const expired = app.get(ExpiredRows);
  const jobs = app.get(Jobs);
  const deliveries = app.get(Deliveries);
  const lines = await prepareFirstStart(app, config, ownerUrl);
  // Before anybody is served: a database that goes away in the middle of it is a start that failed, and not a program that ends.
  await jobs.start();
  await beforeListen();
  await app.listen({ port: config.port, host: config.host });
  outbox.start();
  arrivals.start();
  standings.start();
  expired.start();
  deliveries.start();
  return {
    address: config.publicUrl,
    lines: [...lines, `Signing key of this installation: ${app.get(SigningKey).fingerprint}`],
    close: async () => {
      await jobs.stop();
      await outbox.stop();
      await arrivals.stop();
      await standings.stop();
      await expired.stop();
      await deliveries.stop();
      await app.close();
      await source.destroy();
    },
  };
}
