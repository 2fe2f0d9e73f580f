import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { Actor } from '../../test/harness/actor.js';
import { startApp, type RunningApp } from '../../test/harness/running-app.js';
import { seed } from '../cli/seed.js';
import { verifyChains } from '../features/audit/verify-chains.js';
import { generate, type Generated } from './generate.js';

interface StandingRow {
  readonly assessment_id: string;
  readonly status: string;
  readonly score: number | null;
  readonly grade: string | null;
}

describe('a generated buyer', () => {
  let running: RunningApp;
  let made: Generated;
  let standings: StandingRow[];
  beforeAll(async () => {
    running = await startApp();
    running.clock.at = new Date();
    made = await generate(running.app, { engagements: 60, assessments: 75 });
    standings = await running.sql<StandingRow>(
      'SELECT assessment_id, status, score, grade FROM engagement_standings WHERE organisation_id = $1 ORDER BY engagement_id',
      [made.organisationId],
    );
  }, 60_000);
  afterAll(() => running.close());

  test('has as many engagements and assessments as were asked for, in several statuses and grades', async () => {
    expect(standings).toHaveLength(60);
    const [count] = await running.sql(
      'SELECT count(*)::int AS assessments FROM assessments WHERE buyer_id = $1',
      [made.organisationId],
    );
    expect(count).toEqual({ assessments: 75 });
    expect(new Set(standings.map(({ status }) => status)).size).toBeGreaterThan(4);
    expect(new Set(standings.flatMap(({ grade }) => grade ?? [])).size).toBeGreaterThan(2);
  });

  test('counts its portfolio as its standings stand', async () => {
    const counts = await running.sql<{ key: string; count: number }>(
      `SELECT key, count::int FROM portfolio_counts WHERE organisation_id = $1 AND dimension = 'status' AND count > 0`,
      [made.organisationId],
    );
    const statuses = standings.map(({ status }) => status);
    const own = new Set(statuses);
    expect(new Map(counts.map(({ key, count }) => [key, count]))).toEqual(
      new Map([...own].map((status) => [status, statuses.filter((one) => one === status).length])),
    );
  });

  test('signs in with what is printed, and reads the score that its standing shows', async () => {
    const [account] = made.accounts;
    const buyer = await new Actor(running).signsIn(account?.email ?? '', account?.password ?? '');
    const scored = standings
      .filter(({ status }) => ['submitted', 'in-review', 'reviewed', 'decided'].includes(status))
      .slice(0, 8);
    expect(scored.length).toBeGreaterThan(3);
    for (const { assessment_id, score, grade } of scored) {
      const reply = await buyer.get<{ current: { score: { score: number; grade: string } } }>(
        `/api/assessments/${assessment_id}/score`,
      );
      expect(reply.body.current.score.score).toBeCloseTo(score ?? 0, 1);
      expect(reply.body.current.score.grade).toBe(grade);
    }
  });

  test('leaves no score to be kept later, and chains that are sound', async () => {
    expect(await running.sql('SELECT 1 FROM scores_due')).toEqual([]);
    const client = new pg.Client({ connectionString: running.database.ownerUrl });
    await client.connect();
    const report = await verifyChains(client);
    await client.end();
    expect(report.faults).toEqual([]);
    expect(report.chains).toBeGreaterThan(120);
  });
});

test.each([
  [[]],
  [['--engagements', '0']],
  [['--engagements', '1.5']],
  [['--engagements', '10', '--assessments', '-1']],
  [['--engagements', '10', '--buyers', '2']],
  [['--engagements', '99999999']],
])('arguments %j are refused with exit 2 and nothing on stdout', async (args) => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  expect(await seed(args, { stdout, stderr })).toBe(2);
  stdout.end();
  stderr.end();
  expect(await text(stdout)).toBe('');
  expect(await text(stderr)).toMatch(/^Usage/);
});
