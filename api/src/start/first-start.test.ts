import { addDays } from '@probant/shared/calendar';
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
  lines = await prepareFirstStart(demo.app, config, demo.database.ownerUrl);
}, 180_000);
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

test('somewhere in the demo a claim “not applicable” waits for the buyer to decide', async () => {
  const claims = await demo.sql(
    `SELECT a.title, q.key FROM assessments a JOIN submissions s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id,
       jsonb_each(s.submission_text::jsonb -> 'answers') AS q(key, answer)
     WHERE a.status = 'submitted' AND q.answer ->> 'state' = 'na' ORDER BY a.title`,
  );
  expect(claims).toEqual([
    { title: 'Sauvegarde des postes nomades', key: 'REV-04' },
    { title: 'Signature électronique des contrats', key: 'BKP-09' },
  ]);
});

test('a rule of the demo has proposed a reassessment, and a colleague has opened the part that they were handed', async () => {
  const proposed = await demo.sql(
    "SELECT cause ->> 'reason' AS reason FROM reassessments WHERE state = 'proposed'",
  );
  expect(proposed).toContainEqual({ reason: 'subcontractor' });
  const parts = await demo.sql('SELECT themes, opened_at IS NOT NULL AS opened FROM delegations');
  expect(parts).toEqual([{ themes: ['MSS'], opened: true }]);
});

test('everything that is read of the demo carries the instant at which it would have happened', async () => {
  const instants = [
    ...['organisations', 'accounts', 'memberships', 'suppliers', 'contacts', 'engagements', 'questionnaires'],
    ...['campaigns', 'assessments', 'recipients', 'mail_messages'],
  ].map((table) => `SELECT '${table}' AS place, created_at AS at FROM ${table}`);
  const others = [
    "SELECT 'sent mail' AS place, sent_at AS at FROM mail_messages",
    "SELECT 'status', status_at FROM assessments",
    "SELECT 'answers', updated_at FROM working_answers",
    "SELECT 'sheets', last_saved_at FROM answer_sheets",
    "SELECT 'evidence', uploaded_at FROM evidence",
    "SELECT 'verdicts', updated_at FROM evidence_reviews",
    "SELECT 'judgements', updated_at FROM answer_reviews",
    "SELECT 'findings', raised_at FROM findings",
    "SELECT 'snapshots', at FROM score_snapshots",
    "SELECT 'decisions', at FROM decisions",
    "SELECT 'notices', at FROM review_notices",
    "SELECT 'delegations', created_at FROM delegations",
    "SELECT 'reassessments', at FROM reassessments",
    // Those of this file sign in as well.
    "SELECT 'events', at FROM events WHERE kind NOT IN ('demo-loaded', 'signed-in')",
  ];
  const places = await demo.sql<{ place: string; first: Date; last: Date }>(
    `SELECT place, min(at) AS first, max(at) AS last FROM (${[...instants, ...others].join(' UNION ALL ')}) AS t GROUP BY place`,
  );
  const [begun, loaded] = [addDays(demo.clock.today(), -85), demo.clock.today()];

  for (const { place, first, last } of places)
    expect([place, first.toISOString() > begun, last.toISOString() < loaded]).toEqual([place, true, true]);
  expect(places).toHaveLength(instants.length + others.length);
});

test('the chains of the demo go forward, and end with the database’s own instant of the loading', async () => {
  const back = await demo.sql(
    `SELECT chain_id, sequence FROM (SELECT chain_id, sequence, at, lag(at) OVER (PARTITION BY organisation_id, chain_id
       ORDER BY sequence) AS earlier FROM events) AS e WHERE at < earlier - interval '3 minutes'`,
  );
  expect(back).toEqual([]);

  const loaded = await demo.sql(
    `SELECT o.kind, now() - e.at < interval '10 minutes' AS just_now FROM events e JOIN organisations o ON o.id = e.organisation_id
     WHERE e.kind = 'demo-loaded' ORDER BY o.kind`,
  );
  expect(loaded).toEqual([
    { kind: 'buyer', just_now: true },
    { kind: 'supplier', just_now: true },
  ]);
});

test('no mail of the demo waits to be sent', async () => {
  expect(await demo.sql("SELECT 1 FROM mail_messages WHERE state <> 'sent'")).toEqual([]);
});

test('the demo is loaded once', async () => {
  const before = await demo.sql('SELECT id FROM suppliers ORDER BY id');
  expect(before.length).toBeGreaterThanOrEqual(12);

  await prepareFirstStart(demo.app, config, demo.database.ownerUrl);

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

  expect(await prepareFirstStart(demo.app, { ...config, demo: false }, demo.database.ownerUrl)).not.toContain(
    account.password,
  );
  expect(await signIn()).toBeProblem('sign-in-refused');

  await prepareFirstStart(demo.app, config, demo.database.ownerUrl);
  expect((await signIn()).status).toBe(200);
});
