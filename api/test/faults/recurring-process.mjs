import net from 'node:net';
import { allParts, ensureBuilt } from '../../bin/preparing/build-steps.mjs';

/**
 * A process of Probant that does recurring work on a database that others use as well, at an instant that it is given. Given a
 * port as well, it tells webhooks of events, all of them there, and does no other work.
 */
const [databaseUrl, instant, dataFolder, receiverPort] = process.argv.slice(2);

await ensureBuilt(
  allParts.filter((part) => part !== 'web'),
  () => undefined,
);
const built = (file) => import(new URL(`../../dist/${file}.js`, import.meta.url).href);
const [
  { createApp },
  entities,
  { createDataSource },
  { Clock },
  { readConfig },
  { createLog },
  { Jobs },
  webhooks,
] = await Promise.all(
  [
    'app',
    'entities',
    'platform/database/data-source',
    'platform/clock/clock',
    'platform/config/config',
    'platform/log/log',
    'platform/jobs/jobs',
    'features/webhooks/deliveries.service',
  ].map(built),
);

class GivenClock extends Clock {
  now() {
    return new Date(instant);
  }
}

const config = {
  ...readConfig({}, { home: dataFolder }),
  ...{ port: 0, publicUrl: 'http://probant.test', demo: false, dataFolder, databaseUrl },
};
const source = createDataSource({ url: databaseUrl, entities: Object.values(entities), poolSize: 4 });
await source.initialize();
const log = createLog('silent');
const app = await createApp({ config, source, log, clock: new GivenClock(), webFolder: '/nonexistent' });
if (receiverPort === undefined) await app.get(Jobs).start();
else {
  Object.assign(app.get(webhooks.DOORS), {
    resolve: () => Promise.resolve(['203.0.114.7']),
    // In place of the address looked at, the receiver of the test.
    connect: () => net.connect({ host: '127.0.0.1', port: Number(receiverPort) }),
  });
  app.get(webhooks.Deliveries).start();
}
process.send?.('started');
