import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { WebhookSecretResponse } from '../../src/features/webhooks/webhooks.dto.js';
import { startWebServer } from '../fixtures/web-server.js';
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

  async function start(instant: string, receiverPort?: number): Promise<ChildProcess> {
    // Processes that start within five minutes catch up once together, and what a killed one had begun is given up in time.
    await all.sql('DELETE FROM probant_jobs.job WHERE singleton_on IS NOT NULL');
    const port = receiverPort === undefined ? [] : [String(receiverPort)];
    const child = fork(program, [all.database.apiUrl, instant, makeTestFolder(), ...port], {
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

  test('each event is told at least once, and once more only where the kill came between', async () => {
    const addresses = 3;
    // So many that either process tells of some, whichever looks first.
    const events = 80;
    for (let place = 0; place < addresses; place += 1) {
      const { status } = await all.globex.admin.post<WebhookSecretResponse>('/api/webhooks', {
        name: `Suivi ${place}`,
        url: `https://suivi-${place}.globex.example/probant`,
        types: ['submission.received'],
      });
      expect(status).toBe(201);
    }
    const states = async (state: string) =>
      (
        await all.sql<{ id: string }>(
          "SELECT 'msg_' || id AS id FROM webhook_deliveries WHERE organisation_id = $1 AND state = $2",
          [all.globex.id, state],
        )
      ).map(({ id }) => id);
    const [killed, left] = await Promise.all([startReceiver(), startReceiver()]);
    try {
      killed.stalls = 6;
      const [first] = await Promise.all([
        start('2026-12-01T09:00:00.000Z', killed.port),
        start('2026-12-01T09:00:00.000Z', left.port),
      ]);
      await all.sql(
        `WITH spoken AS MATERIALIZED (SELECT speak($1, NULL, ''))
         SELECT e.sequence FROM spoken, generate_series(1, ${events}) n,
           LATERAL append_event($1, 'submitted', 'system', '{"kind":"submitted","number":' || n || '}') e`,
        [all.globex.id],
      );
      while (killed.told.length <= killed.stalls) await pause(5);
      await kill(first);
      const untold = new Set(await states('queued'));
      const between = killed.told.filter(({ id }) => untold.has(id)).map(({ id }) => id);
      expect(between).not.toEqual([]);
      const claimed = await all.sql<{ claim: string }>(
        'SELECT claim FROM webhook_endpoints WHERE claim IS NOT NULL',
      );
      await pause(1_000);
      // By now the other process has claimed anew; what the killed one had claimed is given up in time.
      await all.sql('UPDATE webhook_endpoints SET claimed_until = now() WHERE claim = ANY ($1)', [
        claimed.map(({ claim }) => claim),
      ]);
      await start('2026-12-01T09:00:00.000Z', left.port);
      while ((await states('queued')).length > 0) await pause(20);
      await pause(1_500);

      const told = [...killed.told, ...left.told];
      const delivered = await states('delivered');
      expect(delivered).toHaveLength(addresses * events);
      expect(new Set(told.map(({ id }) => id))).toEqual(new Set(delivered));
      const again = told.filter(({ id }, place) => told.findIndex((one) => one.id === id) !== place);
      expect(again.map(({ id }) => id).toSorted()).toEqual(between.toSorted());
      for (const { id, body } of again) expect(told.find((one) => one.id === id)?.body).toBe(body);
    } finally {
      await Promise.all([killed.close(), left.close()]);
    }
  });
});

interface Receiver {
  readonly port: number;
  /** In the order of arrival. */
  readonly told: { readonly id: string; readonly body: string }[];
  /** After so many it answers nobody. */
  stalls: number;
  readonly close: () => Promise<void>;
}

async function startReceiver(): Promise<Receiver> {
  const told: Receiver['told'] = [];
  const fixture = await startWebServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      told.push({
        id: String(request.headers['webhook-id']),
        body: Buffer.concat(parts).toString('utf8'),
      });
      if (told.length <= receiver.stalls) setTimeout(() => response.writeHead(200).end(), 20);
    });
  });
  const receiver: Receiver = { port: fixture.port, told, stalls: Infinity, close: () => fixture.close() };
  return receiver;
}
