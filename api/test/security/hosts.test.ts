import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { addOrganisation, password } from '../harness/world.js';
import { Actor } from '../harness/actor.js';
import { startApp, type RunningApp } from '../harness/running-app.js';

interface RawReply {
  readonly status: number;
  readonly type: string;
  readonly body: { readonly code?: string; readonly title?: string };
}

function portOf({ app }: RunningApp): number {
  return (app.getHttpServer().address() as AddressInfo).port;
}

/** Bytes as they are, and what comes back on the connection. */
function send(running: RunningApp, bytes: string): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    let reply = '';
    const socket = net.connect(portOf(running), '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => (reply += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', text = ''] = reply.split('\r\n\r\n');
      let body = {};
      try {
        body = JSON.parse(text) as object;
      } catch {
        // A page, or nothing.
      }
      resolve({
        status: Number(head.split(' ')[1]),
        type: /content-type: ([^\r;]+)/i.exec(head)?.[1] ?? '',
        body,
      });
    });
  });
}

const request = (
  host: string,
  more: { path?: string; method?: string; headers?: string; body?: string } = {},
) =>
  `${more.method ?? 'GET'} ${more.path ?? '/api/instance'} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${more.headers ?? ''}\r\n${more.body ?? ''}`;

describe('the names that are answered', () => {
  let running: RunningApp;
  let cookie: string;
  beforeAll(async () => {
    running = await startApp({ demo: true });
    await addOrganisation(running, 'acme', 'buyer', ['admin']);
    const reply = await new Actor(running)
      .start('post', '/api/session')
      .send({ email: 'admin@acme.example', password });
    const [line = ''] = reply.headers['set-cookie'] as unknown as string[];
    cookie = line.split(';')[0] ?? '';
  });
  afterAll(() => running.close());

  const write = (host: string, origin: string) => {
    const body = JSON.stringify({ name: 'Nom', language: 'fr' });
    const headers = `Origin: ${origin}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
    return send(running, request(host, { path: '/api/account', method: 'PUT', headers, body }));
  };

  test('are that of PUBLIC_URL, those of this machine and its address, with the port that is listened on', async () => {
    const port = portOf(running);
    for (const host of [
      'probant.test',
      'PROBANT.test:80',
      `127.0.0.1:${port}`,
      `localhost:${port}`,
      `[::1]:${port}`,
    ])
      expect({ host, status: (await send(running, request(host))).status }).toEqual({ host, status: 200 });
  });

  test.each(['/api/instance', '/dev/mailbox.json', '/', '/api/nowhere', '/api/openapi.json'])(
    'another name is refused on %s, whoever it points to',
    async (path) => {
      const port = portOf(running);
      const foreign = [
        'evil.example',
        `evil.example:${port}`,
        '127.0.0.1',
        `127.0.0.1:${port + 1}`,
        `127.0.0.1.evil.example:${port}`,
        `localhost.evil.example:${port}`,
        `10.1.2.3:${port}`,
        'probant.test.evil.example',
        'probant.test:8080',
        'probant.test@evil.example',
      ];
      for (const host of foreign) {
        const reply = await send(running, request(host, { path }));
        expect({ host, ...reply }).toMatchObject({
          host,
          status: 421,
          type: 'application/problem+json',
          body: { code: 'host-refused' },
        });
      }
    },
  );

  test('health is told under any name', async () => {
    expect((await send(running, request('api-1:3000', { path: '/health' }))).status).toBe(200);
    expect((await send(running, request('api-1:3000', { path: '/health/../api/instance' }))).status).not.toBe(
      200,
    );
  });

  test('a header of a proxy that is not trusted changes nothing', async () => {
    const headers = 'X-Forwarded-Host: probant.test\r\n';
    expect((await send(running, request('evil.example', { headers }))).status).toBe(421);
  });

  test('a write comes from a page of PUBLIC_URL, or of the very address that it goes to', async () => {
    const port = portOf(running);
    expect((await write('probant.test', 'http://probant.test')).status).toBe(200);
    expect((await write(`127.0.0.1:${port}`, `http://127.0.0.1:${port}`)).status).toBe(200);
    expect((await write(`localhost:${port}`, `http://localhost:${port}`)).status).toBe(200);
    for (const [host, origin] of [
      ['probant.test', `http://127.0.0.1:${port}`],
      ['probant.test', 'http://evil.example'],
      [`127.0.0.1:${port}`, `http://localhost:${port + 1}`],
      [`127.0.0.1:${port}`, 'null'],
    ] as const)
      expect((await write(host, origin)).body).toMatchObject({ code: 'origin-refused' });
    expect((await write('evil.example', 'http://evil.example')).body).toMatchObject({ code: 'host-refused' });
  });
});

test('a trusted proxy says the name that was asked for', async () => {
  const running = await startApp({ trustProxy: 1, publicUrl: 'https://probant.test' });
  const asked = (host: string, forwarded: string) =>
    send(
      running,
      request(host, { headers: `X-Forwarded-Host: ${forwarded}\r\nX-Forwarded-Proto: https\r\n` }),
    );
  expect((await asked('api-1:3000', 'probant.test')).status).toBe(200);
  expect((await asked('probant.test', 'evil.example')).status).toBe(421);
  expect((await send(running, request('probant.test'))).status).toBe(200);
  await running.close();
});

describe('what is no request', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  test.each([
    ['garbage', 'GARBAGE\r\n\r\n', 400, 'malformed-request'],
    ['an unknown method', request('probant.test', { method: 'FOO' }), 400, 'malformed-request'],
    ['no host', 'GET /api/instance HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'malformed-request'],
    [
      'two lengths',
      request('probant.test', {
        headers: 'Transfer-Encoding: chunked\r\nContent-Length: 5\r\n',
        method: 'POST',
      }),
      400,
      'malformed-request',
    ],
    [
      'a header without end',
      request('probant.test', { headers: `X: ${'a'.repeat(40_000)}\r\n` }),
      431,
      'headers-too-large',
    ],
    ['a space in a name', request('probant.test', { headers: 'X y: 1\r\n' }), 400, 'malformed-request'],
    ['no version', 'GET /api/instance\r\n\r\n', 400, 'malformed-request'],
  ])('%s is refused as a problem', async (_what, bytes, status, code) => {
    const reply = await send(running, bytes);
    expect(reply).toMatchObject({ status, type: 'application/problem+json', body: { code } });
  });

  test('the refusal is in the language that was asked for, where it can be read', async () => {
    const headers = `Accept-Language: en\r\nX y: 1\r\n`;
    expect((await send(running, request('probant.test', { headers }))).body.title).toBe(
      'The request cannot be read.',
    );
  });

  test.each(['PATCH', 'OPTIONS', 'TRACE', 'DELETE', 'PROPFIND', 'LINK'])(
    '%s where it means nothing is a problem too',
    async (method) => {
      const reply = await send(running, request('probant.test', { method, path: '/api/suppliers' }));
      expect([404, 405]).toContain(reply.status);
      expect(reply.type).toBe('application/problem+json');
    },
  );

  test('a connection that ends in the middle of a request is let go', async () => {
    const socket = net.connect(portOf(running), '127.0.0.1');
    socket.write('GET /api/instance HTTP/1.1\r\nHos');
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.resetAndDestroy();
    expect((await send(running, request('probant.test'))).status).toBe(200);
  });
});
