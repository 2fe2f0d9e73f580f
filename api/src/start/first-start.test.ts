import pg from 'pg';
import { Actor } from '../../test/harness/actor.js';
import { startApp, type RunningApp } from '../../test/harness/running-app.js';
import { verifyChains } from '../features/audit/verify-chains.js';
import { CONFIG, type ServeConfig } from '../platform/config/config-token.js';
import { loadOnce } from '../platform/database/first-load.js';
import { migrate } from '../platform/database/migrate.js';
import { createPeople } from './demo/people.js';
import { prepareFirstStart } from './first-start.js';

interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly seat: string;
}

let demo: RunningApp;
let lines: string[];
let config: ServeConfig;

beforeAll(async () => {
  demo = await startApp({ demo: true });
  config = demo.app.get<ServeConfig>(CONFIG);
  lines = await prepareFirstStart(demo.app, config);
}, 60_000);
afterAll(() => demo.close());

test('a new database with the demo says who can sign in, and they can', async () => {
  const { body } = await new Actor(demo).get<{ demo: boolean; demoAccounts: DemoAccount[] }>('/api/instance');

  expect(body.demo).toBe(true);
  expect(body.demoAccounts.map(({ seat }) => seat).sort()).toEqual(['buyer', 'risk-manager', 'supplier']);
  for (const { email, password } of body.demoAccounts) {
    expect(lines.join('\n')).toContain(`${email}  ${password}`);
    await new Actor(demo).signsIn(email, password);
  }
});

test('requests of the demo stand everywhere between sent and decided, with every grade, and its chains hold', async () => {
  const statuses = await demo.sql<{ status: string }>('SELECT DISTINCT status FROM assessments');
  expect(statuses.map(({ status }) => status).sort()).toEqual(
    'cancelled decided in-progress in-review opened returned reviewed sent submitted'.split(' '),
  );
  const [standings] = await demo.sql(
    `SELECT string_agg(DISTINCT grade, '') AS grades, string_agg(DISTINCT tier, '') AS tiers,
       bool_or(unlawful) AS unlawful, bool_or(undemonstrated) AS undemonstrated FROM engagement_standings`,
  );
  expect(standings).toEqual({ grades: 'ABCDE', tiers: 'T1T2T3T4', unlawful: true, undemonstrated: true });

  const client = new pg.Client({ connectionString: demo.database.ownerUrl });
  await client.connect();
  const { faults } = await verifyChains(client);
  await client.end();
  expect(faults).toEqual([]);
});

test('no mail of the demo waits to be sent', async () => {
  expect(await demo.sql("SELECT 1 FROM mail_messages WHERE state <> 'sent'")).toEqual([]);
});

test('the demo is loaded once', async () => {
  const before = await demo.sql('SELECT id FROM suppliers ORDER BY id');
  expect(before.length).toBeGreaterThanOrEqual(12);

  await prepareFirstStart(demo.app, config);

  expect(await demo.sql('SELECT id FROM suppliers ORDER BY id')).toEqual(before);
});

test('a demo that was cut off while it was loaded leaves nothing, and is loaded anew at the next start', async () => {
  const first = await startApp({ demo: true });
  const { ownerUrl } = first.database;
  const dataFolder = first.app.get<ServeConfig>(CONFIG).dataFolder;
  const again = () => migrate({ ownerUrl, apiUrl: first.database.apiUrl, dataFolder });
  try {
    const cutOff = loadOnce(first.source, async () => {
      await createPeople(first.app);
      throw new Error('cut off');
    });
    await expect(cutOff).rejects.toThrow('cut off');
    expect(await first.sql('SELECT 1 FROM organisations')).toHaveLength(2);

    expect((await again()).discarded).toBe(true);
    expect(await first.sql('SELECT 1 FROM organisations')).toEqual([]);
    let loads = 0;
    const load = async () => {
      loads += 1;
      await createPeople(first.app);
    };
    await Promise.all([loadOnce(first.source, load), loadOnce(first.source, load)]);

    expect(loads).toBe(1);
    expect((await again()).discarded).toBe(false);
    expect(await first.sql('SELECT 1 FROM organisations')).toHaveLength(2);
  } finally {
    await first.close();
  }
});

test('an instance that is no demo any more takes its public passwords away, and gives them back', async () => {
  const [account] = (await new Actor(demo).get<{ demoAccounts: DemoAccount[] }>('/api/instance')).body
    .demoAccounts;
  if (account === undefined) throw new Error('no account');
  const signIn = () =>
    new Actor(demo).post('/api/session', { email: account.email, password: account.password });

  expect(await prepareFirstStart(demo.app, { ...config, demo: false })).not.toContain(account.password);
  expect(await signIn()).toBeProblem('sign-in-refused');

  await prepareFirstStart(demo.app, config);
  expect((await signIn()).status).toBe(200);
});
