import type http from 'node:http';
import net from 'node:net';
import { startWebServer, type WebFixture } from '../../../test/fixtures/web-server.js';
import type { Doors } from './doors.js';
import { fetchBounded, type FetchOutcome } from './fetch-bounded.js';

/** What names resolve to; the connection goes to the web server of the test, without TLS. */
const names: Readonly<Record<string, readonly string[]>> = {
  'public.example': ['193.0.6.139', '2001:67c:2e8::1'],
  'moved.example': ['193.0.6.140'],
  'inside.example': ['10.0.0.7'],
  'mixed.example': ['193.0.6.139', '127.0.0.1'],
  'mapped.example': ['::ffff:169.254.169.254'],
  'nat64.example': ['64:ff9b::a9fe:a9fe'],
  'local6.example': ['fd00:ec2::254'],
};

/** An answer that nobody asked for; the client neither tells it nor any error. */
const otherProtocol = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n';

describe('a document from outside', () => {
  let web: WebFixture;
  let answer: http.RequestListener;
  let connected: string[];
  let resolved: string[];
  beforeAll(async () => {
    web = await startWebServer((request, response) => answer(request, response));
  });
  beforeEach(() => {
    connected = [];
    resolved = [];
    web.asked.length = 0;
    answer = (_request, response) => response.end('bonjour');
  });
  afterAll(() => web.close());

  const doors: Doors = {
    resolve: (host) => {
      resolved.push(host);
      const found = names[host];
      return found === undefined ? Promise.reject(new Error('ENOTFOUND')) : Promise.resolve(found);
    },
    connect: ({ address, host, port, secure, signal }) => {
      connected.push(`${secure ? 'tls' : 'plain'} ${host} at ${address}:${port}`);
      const socket = net.connect({ host: '127.0.0.1', port: web.port });
      signal.addEventListener('abort', () => socket.destroy());
      return socket;
    },
  };
  const quick = { timeoutMs: 400, tries: 1 };
  const guarded = (address: string, more: object = {}): Promise<FetchOutcome> =>
    fetchBounded(doors, address, { trust: 'guarded', ...quick, ...more });

  test('comes from the address that was looked at, for the host that was named', async () => {
    const { fetched } = await guarded('https://public.example/a?b=c');
    expect(fetched?.body.toString()).toBe('bonjour');
    expect(resolved).toEqual(['public.example']);
    expect(connected).toEqual(['tls public.example at 193.0.6.139:443']);
    expect(web.asked).toEqual(['GET public.example/a?b=c']);
  });

  test.each([
    'https://inside.example/',
    'https://mixed.example/',
    'https://mapped.example/',
    'https://nat64.example/',
    'https://local6.example/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://169.254.169.254/latest/meta-data/',
  ])('%s is refused without a connection', async (address) => {
    expect(await guarded(address)).toEqual({ failure: 'refused-address', fetched: null });
    expect(connected).toEqual([]);
  });

  test('a host that the operator chose may be inside, and where it sends on to may not', async () => {
    answer = (_request, response) => response.writeHead(302, { location: 'https://inside.example/x' }).end();
    const outcome = await fetchBounded(doors, 'http://inside.example/', { trust: 'chosen', ...quick });
    expect(outcome).toEqual({ failure: 'refused-address', fetched: null });
    expect(connected).toEqual(['plain inside.example at 10.0.0.7:80']);
  });

  test('every redirection is looked at again, and followed so far', async () => {
    answer = ({ url }, response) =>
      url === '/end'
        ? response.end('arrivé')
        : response.writeHead(307, { location: 'https://moved.example/end' }).end();
    const { fetched } = await guarded('https://public.example/');
    expect(fetched).toMatchObject({ source: 'https://moved.example/end', status: 200 });
    expect(resolved).toEqual(['public.example', 'moved.example']);
    answer = (_request, response) => response.writeHead(301, { location: '/' }).end();
    expect(await guarded('https://public.example/')).toMatchObject({ failure: 'redirected' });
    expect(await guarded('https://public.example/', { redirects: 0 })).toMatchObject({
      failure: 'redirected',
    });
  });

  test.each(['http://moved.example/', 'file:///etc/passwd', 'https://'])(
    'a redirection to %s is not followed',
    async (location) => {
      answer = (_request, response) => response.writeHead(302, { location }).end();
      expect(await guarded('https://public.example/')).toMatchObject({ failure: 'redirected' });
      expect(connected).toHaveLength(1);
    },
  );

  test('one that never ends is left', async () => {
    answer = (_request, response) => {
      const more = setInterval(() => response.write('x'.repeat(1_000)), 5);
      response.on('close', () => clearInterval(more));
    };
    expect(await guarded('https://public.example/')).toMatchObject({ failure: 'timeout' });
    expect(await guarded('https://public.example/', { maxBytes: 5_000, timeoutMs: 5_000 })).toMatchObject({
      failure: 'too-large',
    });
  });

  test('one that does not begin, breaks off or is no HTTP is a failure', async () => {
    answer = () => undefined;
    expect(await guarded('https://public.example/')).toMatchObject({ failure: 'timeout' });
    answer = ({ socket }) => socket.destroy();
    expect(await guarded('https://public.example/')).toMatchObject({ failure: 'unreachable' });
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('peu');
      setTimeout(() => response.destroy(), 20);
    };
    expect(await guarded('https://public.example/')).toMatchObject({ failure: 'unreachable' });
    answer = ({ socket }) => socket.end('SSH-2.0-x\r\n');
    expect(await guarded('https://public.example/')).toMatchObject({ failure: 'unreachable' });
    answer = ({ socket }) => socket.write(otherProtocol);
    expect(await guarded('https://public.example/')).toMatchObject({ failure: 'unreachable' });
    expect(await guarded('https://nowhere.example/')).toMatchObject({ failure: 'unreachable' });
  });

  test('what may pass is tried again, and a refusal is not', async () => {
    let left = 1;
    answer = (_request, response) => {
      if (left === 0) return response.end('enfin');
      left -= 1;
      return response.writeHead(429, { 'retry-after': '0' }).end();
    };
    const { fetched } = await guarded('https://public.example/', { tries: 2 });
    expect(fetched?.body.toString()).toBe('enfin');
    web.asked.length = 0;
    answer = (_request, response) => response.writeHead(403).end('non');
    const refused = await guarded('https://public.example/', { tries: 3 });
    expect(refused).toMatchObject({ failure: 'bad-status', fetched: { status: 403 } });
    expect(refused.fetched?.body.toString()).toBe('non');
    expect(web.asked).toHaveLength(1);
  });
});
