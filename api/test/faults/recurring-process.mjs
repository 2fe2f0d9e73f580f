import { allParts, ensureBuilt } from '../../bin/preparing/build-steps.mjs';

/** A process of Probant that does recurring work on a database that others use as well, at an instant that it is given. */
const [databaseUrl, instant, dataFolder] = process.argv.slice(2);

await ensureBuilt(
  allParts.filter((part) => part !== 'web'),
  () => undefined,
);
const built = (file) => import(new URL(`../../dist/${file}.js`, import.meta.url).href);
const [{ createApp }, entities, { createDataSource }, { Clock }, { readConfig }, { createLog }, { Jobs }] =
  await Promise.all(
    [
      'app',
      'entities',
      'platform/database/data-source',
      'platform/clock/clock',
      'platform/config/config',
      'platform/log/log',
      'platform/jobs/jobs',
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
await app.get(Jobs).start();
process.send?.('started');
