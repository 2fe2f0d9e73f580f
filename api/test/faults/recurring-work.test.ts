import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { givenAssessment } from '../harness/given-assessment.js';
import { answeredAt, at, reassessing } from '../harness/given-reassessment.js';
import { makeTestFolder } from '../harness/test-server.js';
import { world, type World } from '../harness/world.js';
import { pause } from './probant-process.js';

const program = fileURLToPath(new URL('recurring-process.mjs', import.meta.url));
const engagements = 60;

describe('two processes on one database, one of which is killed', () => {
  let all: World;
  let campaignId: string;
  const running = new Set<ChildProcess>();
  beforeAll(async () => {
    all = await world();
  });
  afterEach(async () => {
    await Promise.all([...running].map(kill));
  });
  afterAll(() => all.close());

  async function start(instant: string): Promise<ChildProcess> {
    // Processes that start within five minutes catch up once together, and what a killed one had begun is given up in time.
    await all.sql('DELETE FROM probant_jobs.job WHERE singleton_on IS NOT NULL');
    const child = fork(program, [all.database.apiUrl, instant, makeTestFolder()], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    running.add(child);
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => {
        resolve();
      });
      child.once('exit', (code) => {
        reject(new Error(`it ended with ${String(code)}`));
      });
    });
    return child;
  }

  async function kill(child: ChildProcess): Promise<void> {
    running.delete(child);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  const countMail = async (template: string): Promise<number> => {
    const [row] = await all.sql<{ count: number }>(
      'SELECT count(*)::int AS count FROM mail_messages WHERE template = $1 AND assessment_id IN (SELECT id FROM assessments WHERE campaign_id = $2)',
      [template, campaignId],
    );
    return row?.count ?? 0;
  };
  const until = async (template: string, count: number): Promise<void> => {
    while ((await countMail(template)) < count) await pause(20);
  };
  const perAssessment = (kind: string) =>
    all.sql<{ kind: string; chains: number; events: number }>(
      `SELECT e.kind, count(DISTINCT e.chain_id)::int AS chains, count(*)::int AS events FROM events e
       WHERE e.organisation_id = $1 AND e.kind = $2 AND e.chain_id IN (SELECT id FROM assessments WHERE campaign_id = $3)
       GROUP BY e.kind`,
      [all.acme.id, kind, campaignId],
    );

  test('a campaign goes to each engagement once', async () => {
    const given = await givenAssessment(all, { status: 'cancelled' });
    await all.sql(
      `INSERT INTO engagements (organisation_id, id, supplier_id, name, context, tier, points)
       SELECT organisation_id, gen_random_uuid(), supplier_id, 'Prestation ' || n, context, tier, points
       FROM engagements, generate_series(1, ${engagements}) n WHERE id = $1`,
      [given.engagementId],
    );
    const wanted = await all.sql<{ id: string }>(
      "SELECT id FROM engagements WHERE organisation_id = $1 AND name LIKE 'Prestation %'",
      [all.acme.id],
    );
    const reply = await all.acme.buyer.post<{ id: string; waiting: number }>('/api/campaigns', {
      name: 'Toutes les prestations',
      message: '',
      versionId: given.versionId,
      dueOn: '2026-12-18',
      items: wanted.map(({ id }) => ({ engagementId: id })),
    });
    expect([reply.status, reply.body.waiting]).toEqual([201, engagements]);
    campaignId = reply.body.id;

    const first = await start('2026-12-01T09:00:00.000Z');
    await until('request', 5);
    await kill(first);
    const before = await countMail('request');
    expect(before).toBeLessThan(engagements);
    await Promise.all([start('2026-12-01T12:00:00.000Z'), start('2026-12-01T12:00:00.000Z')]);
    await until('request', engagements);
    await pause(1_500);

    expect(await countMail('request')).toBe(engagements);
    expect(await perAssessment('assessment-sent')).toEqual([
      { kind: 'assessment-sent', chains: engagements, events: engagements },
    ]);
    const { body } = await all.acme.buyer.get(`/api/campaigns/${campaignId}/sending`);
    expect(body).toMatchObject({ total: engagements, sent: engagements, waiting: 0, failed: 0, unsent: [] });
    const told = await all.sql("SELECT 1 FROM events WHERE kind = 'campaign-sent' AND text LIKE $1", [
      `%${campaignId}%`,
    ]);
    expect(told).toHaveLength(1);
  });

  test('each due moment is reminded of once', async () => {
    const [first] = await Promise.all([start('2026-12-15T09:00:00.000Z'), start('2026-12-15T09:00:00.000Z')]);
    await until('reminder', 5);
    await kill(first);
    await start('2026-12-15T15:00:00.000Z');
    await until('reminder', engagements);
    await pause(1_500);
    expect(await countMail('reminder')).toBe(engagements);

    // Two days off: the moments in between are not made up for.
    await Promise.all([...running].map(kill));
    await Promise.all([start('2026-12-20T09:00:00.000Z'), start('2026-12-20T09:00:00.000Z')]);
    await until('reminder', 2 * engagements);
    await pause(1_500);
    expect(await countMail('reminder')).toBe(2 * engagements);
    expect(await perAssessment('reminder-sent')).toEqual([
      { kind: 'reminder-sent', chains: engagements, events: 2 * engagements },
    ]);
    const moments = await all.sql(
      'SELECT DISTINCT due_on::text, offset_days FROM assessment_reminders ORDER BY 2',
    );
    expect(moments).toEqual([
      { due_on: '2026-12-18', offset_days: -3 },
      { due_on: '2026-12-18', offset_days: 1 },
    ]);
  });

  test('each reassessment that a rule calls for leaves once', async () => {
    const on = reassessing(all);
    const due = 8;
    for (let place = 0; place < due; place += 1) {
      at(all, answeredAt);
      const given = await on.answered();
      await on.decided(given, '2026-04-01T10:00:00Z');
      await on.sets(given);
    }
    const sent = async () => (await all.sql("SELECT 1 FROM reassessments WHERE state = 'sent'")).length;
    const [first] = await Promise.all([start('2027-04-01T09:00:00.000Z'), start('2027-04-01T09:00:00.000Z')]);
    while ((await sent()) < 1) await pause(10);
    await kill(first);
    await start('2027-04-01T12:00:00.000Z');
    while ((await sent()) < due) await pause(20);
    await pause(1_500);
    const told = await all.sql<{ events: number; chains: number }>(
      "SELECT count(*)::int AS events, count(DISTINCT chain_id)::int AS chains FROM events WHERE kind = 'reassessment-sent'",
    );
    expect([await sent(), told]).toEqual([due, [{ events: due, chains: due }]]);
  });
});
