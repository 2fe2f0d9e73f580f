import { createHmac } from 'node:crypto';
import http from 'node:http';
import net from 'node:net';
import type { OrganisationId } from '@probant/shared/ids';
import { givenSubmission } from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';
import { startWebServer, type WebFixture } from '../../../test/fixtures/web-server.js';
import { Work } from '../../platform/database/work.js';
import type { Doors } from '../../platform/outbound/doors.js';
import { Deliveries, DOORS } from './deliveries.service.js';
import type {
  DeliveriesResponse,
  DeliveryDetailResponse,
  WebhookResponse,
  WebhookSecretResponse,
} from './webhooks.dto.js';

interface Received {
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

describe('webhooks', () => {
  let all: World;
  let receiver: WebFixture;
  let received: Received[];
  let answer: { status: number; headers?: Record<string, string>; delayMs?: number; raw?: string };
  let address: string;

  beforeAll(async () => {
    all = await world();
    receiver = await startWebServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        received.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
        const { status, headers = {}, delayMs = 0, raw } = answer;
        if (raw !== undefined) return void request.socket.write(raw);
        setTimeout(() => response.writeHead(status, headers).end(`reçu ${status}`), delayMs);
      });
    });
    const doors: Doors = {
      resolve: () => Promise.resolve([address]),
      // In place of the address looked at, the receiver of this test.
      connect: () => net.connect({ host: '127.0.0.1', port: receiver.port }),
    };
    Object.assign(all.app.get<object>(DOORS), doors);
  });
  afterAll(async () => {
    await receiver.close();
    await all.close();
  });
  beforeEach(async () => {
    received = [];
    answer = { status: 204 };
    address = '203.0.114.7';
    await all.sql(`UPDATE webhook_endpoints SET state = 'removed'`);
    await all.sql(`UPDATE webhook_deliveries SET state = 'failed' WHERE state = 'queued'`);
  });

  const deliveries = () => all.app.get(Deliveries);
  const open = async (types = ['submission.received']) => {
    const { status, body } = await all.acme.admin.post<WebhookSecretResponse>('/api/webhooks', {
      name: 'Suivi',
      url: 'https://suivi.acme.example/probant',
      types,
    });
    expect(status).toBe(201);
    return { path: `/api/webhooks/${body.webhook.id}`, secret: body.secret, webhook: body.webhook };
  };
  const happens = async (count: number) => {
    for (let number = 1; number <= count; number += 1) {
      await all.sql(
        `WITH spoken AS MATERIALIZED (SELECT speak($1, NULL, ''))
         SELECT e.sequence FROM spoken, LATERAL append_event($1, 'submitted', 'system', $2) e`,
        [all.acme.id, JSON.stringify({ kind: 'submitted', number })],
      );
    }
  };
  const due = () => all.sql(`UPDATE webhook_deliveries SET next_attempt_at = now() WHERE state = 'queued'`);
  const read = async (path: string) =>
    (await all.acme.admin.get<{ items: WebhookResponse[] }>('/api/webhooks')).body.items.find(({ id }) =>
      path.endsWith(id),
    );
  const log = async (path: string) =>
    (await all.acme.admin.get<DeliveriesResponse>(`${path}/deliveries`)).body.items;
  const verifies = ({ headers, body }: Received, secret: string) => {
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const wanted = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
    return String(headers['webhook-signature']).split(' ').includes(wanted);
  };

  test('a submission is told to its buyer alone, signed, without what a person wrote', async () => {
    const { path, secret } = await open();
    const { assessmentId, submissionId } = await givenSubmission(all, {});
    const counts = { number: 1, submissionSha256: 'a'.repeat(64), answers: 12, pieces: 3 };
    await all.app
      .get(Work)
      .runFor(all.cadran.id as OrganisationId, (tx) =>
        tx.recordForBoth({ kind: 'submitted', assessmentId, submissionId, ...counts }),
      );

    await deliveries().sendDue();

    expect(received).toHaveLength(1);
    const [one] = received;
    expect(one && verifies(one, secret)).toBe(true);
    expect(JSON.parse(one?.body ?? '')).toMatchObject({
      type: 'submission.received',
      data: { assessmentId, submissionId, number: 1 },
    });
    expect(Object.keys(JSON.parse(one?.body ?? '').data as object)).not.toContain('kind');
    const [entry] = await log(path);
    expect(entry).toMatchObject({
      state: 'delivered',
      messageId: one?.headers['webhook-id'],
      attempts: 1,
      last: { status: 204 },
    });
    const detail = await all.acme.admin.get<DeliveryDetailResponse>(`${path}/deliveries/${entry?.id ?? ''}`);
    expect(detail.body.body).toBe(one?.body);
    expect(await all.globex.admin.get(`${path}/deliveries`)).toBeProblem('not-found');
  });

  test('a receiver that is down for an hour gets everything once it is back, each message under its own id', async () => {
    const { path } = await open();
    answer = { status: 503 };
    await happens(30);
    await deliveries().sendDue();
    expect(received).toHaveLength(30);
    await all.sql(
      `UPDATE webhook_deliveries SET queued_at = now() - interval '1 hour' WHERE state = 'queued'`,
    );
    await all.sql(`UPDATE webhook_attempts SET at = now() - interval '1 hour'`);
    await due();
    await deliveries().sendDue();
    const [next] = await all.sql<{ seconds: number }>(
      `SELECT max(extract(epoch FROM next_attempt_at - now()))::int AS seconds FROM webhook_deliveries WHERE state = 'queued'`,
    );
    expect(next?.seconds).toBeGreaterThan(600);
    expect(next?.seconds).toBeLessThanOrEqual(1_210);
    expect(await read(path)).toMatchObject({ state: 'active', waiting: 30 });
    expect((await read(path))?.failingSince).not.toBeNull();

    received = [];
    answer = { status: 200 };
    await all.sql(`UPDATE webhook_attempts SET at = now() - interval '20 minutes'`);
    await all.sql(
      `UPDATE webhook_deliveries SET next_attempt_at = now() WHERE id = (
         SELECT id FROM webhook_deliveries WHERE state = 'queued' LIMIT 1)`,
    );
    await deliveries().sendDue();

    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(30);
    expect(received).toHaveLength(30);
    expect(await read(path)).toMatchObject({ state: 'active', waiting: 0, failed: 0, failingSince: null });
  });

  test('two processes make one attempt at a time for an address', async () => {
    await open();
    await happens(8);
    let running = 0;
    let most = 0;
    const sockets = receiver.asked.length;
    const [first, second] = [deliveries(), Object.create(deliveries()) as Deliveries];
    answer = { status: 200, delayMs: 20 };
    const watch = setInterval(() => {
      running = receiver.asked.length - sockets - received.length;
      most = Math.max(most, running);
    }, 1);
    while ((await first.sendDue()) + (await second.sendDue()) > 0);
    await Promise.all([first.sendDue(), second.sendDue()]);
    await happens(8);
    await Promise.all([first.sendDue(), second.sendDue(), first.sendDue(), second.sendDue()]);
    while ((await first.sendDue()) > 0);
    clearInterval(watch);

    expect(received).toHaveLength(16);
    expect(most).toBeLessThanOrEqual(1);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(16);
  });

  test('after three days of failures the address is told of nothing more, and its administrators are told so', async () => {
    const { path } = await open();
    answer = { status: 500 };
    await happens(1);
    await deliveries().sendDue();
    await all.sql(
      `UPDATE webhook_endpoints SET failing_since = now() - interval '73 hours' WHERE state = 'active'`,
    );
    await due();
    await deliveries().sendDue();

    const stopped = await read(path);
    expect(stopped).toMatchObject({ state: 'failing', waiting: 1 });
    const mail = (await all.mailbox()).filter(({ template }) => template === 'webhook-disabled');
    expect(mail.map(({ to_address: to }) => to)).toEqual(['admin@acme.example']);
    await happens(1);
    expect((await read(path))?.waiting).toBe(1);

    answer = { status: 200 };
    const { name, url, types, revision } = stopped ?? (await open()).webhook;
    await all.acme.admin.put(path, { name, url, types, active: true, revision });
    await deliveries().sendDue();
    expect(await read(path)).toMatchObject({ state: 'active', waiting: 0 });
  });

  test('both secrets sign for a day after a new one was made', async () => {
    const { path, secret } = await open();
    const { body } = await all.acme.admin.post<WebhookSecretResponse>(`${path}/secret`);
    await all.acme.admin.post(`${path}/trial`);
    await deliveries().sendDue();
    await all.sql(`UPDATE webhook_endpoints SET previous_until = now() WHERE state = 'active'`);
    await all.acme.admin.post(`${path}/trial`);
    await deliveries().sendDue();

    const [during, after] = received;
    expect(body.secret).not.toBe(secret);
    expect(during && [verifies(during, secret), verifies(during, body.secret)]).toEqual([true, true]);
    expect(after && [verifies(after, secret), verifies(after, body.secret)]).toEqual([false, true]);
    const shown = JSON.stringify((await all.acme.admin.get('/api/webhooks')).body);
    expect(shown).not.toContain('whsec_');
  });

  test('an address that answers in another protocol keeps nobody waiting', async () => {
    const { path } = await open();
    answer = {
      status: 101,
      raw: 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
    };
    await happens(1);
    await deliveries().sendDue();
    expect((await log(path))[0]?.last).toMatchObject({ failure: 'unreachable', status: null });
  });

  test('an attempt that ends after its webhook was pointed elsewhere or removed decides nothing', async () => {
    const { path, webhook } = await open();
    const { name, types, revision } = webhook;
    const during = async (act: () => Promise<unknown>) => {
      answer = { status: 410, delayMs: 200 };
      await happens(1);
      const sending = deliveries().sendDue();
      while (received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      answer = { status: 204 };
      await act();
      await sending;
      return received.splice(0).length;
    };
    const elsewhere = { name, types, url: 'https://autre.acme.example/', active: true, revision };
    expect(await during(() => all.acme.admin.put(path, elsewhere))).toBe(2);
    expect(await read(path)).toMatchObject({ state: 'active', waiting: 0, failingSince: null });
    await all.sql('TRUNCATE mail_messages');
    expect(await during(() => all.acme.admin.delete(path))).toBe(1);
    expect((await all.mailbox()).map(({ template }) => template)).toEqual([]);
    expect(await all.sql(`SELECT 1 FROM webhook_deliveries WHERE state = 'queued'`)).toEqual([]);
  });

  test('what was given up is sent again by hand, under the same id', async () => {
    const { path } = await open();
    answer = { status: 410 };
    await happens(1);
    await deliveries().sendDue();
    expect(await read(path)).toMatchObject({ state: 'gone' });
    const [entry] = await log(path);
    const replay = `${path}/deliveries/${entry?.id ?? ''}/replay`;
    expect(await all.acme.admin.post(replay)).toBeProblem('webhook-not-active');
    await all.sql(`UPDATE webhook_endpoints SET state = 'active' WHERE state = 'gone'`);
    await all.sql(`UPDATE webhook_deliveries SET state = 'failed' WHERE state = 'queued'`);

    answer = { status: 200 };
    expect((await all.acme.admin.post(replay)).body).toEqual({ replayed: 1 });
    await deliveries().sendDue();
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(received).toHaveLength(2);
    expect((await log(path))[0]).toMatchObject({ state: 'delivered', attempts: 2 });
    expect((await all.acme.admin.post(`${path}/replay`)).body).toEqual({ replayed: 0 });
  });

  test('leads to no address inside, however it gets there, and follows no redirection', async () => {
    const { path } = await open();
    for (const inside of ['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', '::ffff:192.168.0.1']) {
      address = inside;
      await all.acme.admin.post(`${path}/trial`);
      await deliveries().sendDue();
      expect((await log(path))[0]?.last).toMatchObject({ failure: 'refused-address', status: null });
    }
    expect(received).toEqual([]);
    address = '203.0.114.7';
    answer = { status: 302, headers: { location: 'https://ailleurs.example/' } };
    await all.acme.admin.post(`${path}/trial`);
    await deliveries().sendDue();
    expect((await log(path))[0]?.last).toMatchObject({ status: 302 });
    const urls = [
      'http://a.example/',
      'https://127.0.0.1/',
      'https://localhost/',
      'https://u:p@a.example/',
      'https://[::1]/',
      'https://x.internal/',
    ];
    const named = { name: 'Suivi\nPaie', url: 'https://a.example/', types: ['finding.closed'] };
    expect(await all.acme.admin.post('/api/webhooks', named)).toBeProblem('invalid-input', ['/name']);
    for (const url of urls) {
      const reply = await all.acme.admin.post('/api/webhooks', { name: 'x', url, types: ['finding.closed'] });
      expect(reply).toBeProblem('invalid-input');
    }
  });
});
