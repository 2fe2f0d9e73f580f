import net, { type AddressInfo } from 'node:net';
import { once } from 'node:events';

import { scanFolder } from '../../../test/fixtures/scan-folder.js';
import { findClamdAddress, type ClamdAddress } from './clamd-address.js';
import { askClamd } from './clamd.js';
import { eicarBytes } from './eicar.js';

const times = { idleMilliseconds: 300, totalMilliseconds: 2_000 };
const scan = scanFolder();
const servers: net.Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(behave: (socket: net.Socket) => void): Promise<ClamdAddress> {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    behave(socket);
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { host: '127.0.0.1', port: portOf(server.address()) };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not a TCP address');
  return address.port;
}

/** Reads INSTREAM as the real one does, and answers by what was sent. */
function clamd(answer: (body: Buffer) => string, maxBytes = Infinity) {
  return (socket: net.Socket): void => {
    let received = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      if (received.length > maxBytes) {
        socket.end('INSTREAM size limit exceeded. ERROR\0');
        return;
      }
      const body = bodyOf(received);
      if (body !== undefined) socket.end(answer(body));
    });
  };
}

function bodyOf(received: Buffer): Buffer | undefined {
  if (received.length < 10) return undefined;
  if (received.subarray(0, 10).toString('latin1') !== 'zINSTREAM\0') return Buffer.from('wrong command');
  const chunks: Buffer[] = [];
  for (let offset = 10; offset + 4 <= received.length;) {
    const length = received.readUInt32BE(offset);
    if (length === 0) return Buffer.concat(chunks);
    if (length > 65_536) return Buffer.from('chunk too long');
    chunks.push(received.subarray(offset + 4, offset + 4 + length));
    offset += 4 + length;
  }
  return undefined;
}

async function* chunks(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let offset = 0; offset < bytes.length; offset += 65_536)
    yield await Promise.resolve(bytes.subarray(offset, offset + 65_536));
}

test('every byte arrives, in chunks', async () => {
  const bytes = Buffer.alloc(1_000_003, 'abcdefg');
  const address = await serve(
    clamd((body) => (body.equals(bytes) ? 'stream: OK\0' : 'stream: Damaged FOUND\0')),
  );
  expect(await askClamd(address, chunks(bytes), times)).toEqual({ kind: 'ok' });
});

const answers: readonly [reply: string, answer: object][] = [
  ['stream: OK\0', { kind: 'ok' }],
  ['stream: Win.Test.EICAR_HDB-1 FOUND\0', { kind: 'found', signature: 'Win.Test.EICAR_HDB-1' }],
  ['stream: OK', { kind: 'failed', reason: 'engine-answer' }],
  ['stream: O', { kind: 'failed', reason: 'engine-answer' }],
  ['OK\0', { kind: 'failed', reason: 'engine-answer' }],
  ['stream: NOT OK\0', { kind: 'failed', reason: 'engine-answer' }],
  ['stream:  FOUND\0', { kind: 'failed', reason: 'engine-answer' }],
  ['stream: OK\0stream: X FOUND\0', { kind: 'failed', reason: 'engine-answer' }],
  ['INSTREAM: Cannot allocate ERROR\0', { kind: 'failed', reason: 'engine-answer' }],
  ['HTTP/1.1 400 Bad Request\r\n\r\nstream: OK\0', { kind: 'failed', reason: 'engine-answer' }],
  ['', { kind: 'failed', reason: 'engine-answer' }],
  ['a'.repeat(10_000), { kind: 'failed', reason: 'engine-answer' }],
];

test.each(answers)('the reply %j is %j', async (reply, answer) => {
  const address = await serve(clamd(() => reply));
  expect(await askClamd(address, chunks(Buffer.from('Bonjour')), times)).toEqual(answer);
});

const breakages: readonly [what: string, behave: (socket: net.Socket) => void, reason: string][] = [
  ['hangs up at once', (socket) => socket.destroy(), 'engine-answer'],
  ['resets in mid-stream', (socket) => socket.once('data', () => socket.resetAndDestroy()), 'engine-answer'],
  ['never reads', (socket) => socket.pause(), 'engine-timeout'],
  ['reads and never answers', (socket) => socket.resume(), 'engine-timeout'],
  ['has a size limit below the file', clamd(() => 'stream: OK\0', 100_000), 'engine-answer'],
];

test.each(breakages)('an engine that %s gives no verdict', async (_what, behave, reason) => {
  const address = await serve(behave);
  expect(await askClamd(address, chunks(Buffer.alloc(20_000_000)), times)).toEqual({
    kind: 'failed',
    reason,
  });
});

test('an engine that answers a byte at a time for ever is given up', async () => {
  const timers: NodeJS.Timeout[] = [];
  const address = await serve((socket) => {
    socket.resume();
    timers.push(setInterval(() => socket.write('s'), 50));
  });
  const answer = await askClamd(address, chunks(Buffer.from('x')), {
    idleMilliseconds: 300,
    totalMilliseconds: 600,
  });
  timers.forEach((timer) => clearInterval(timer));
  expect(answer).toEqual({ kind: 'failed', reason: 'engine-timeout' });
});

test('an engine that is not there is unreachable', async () => {
  const address = await serve(() => undefined);
  for (const server of servers.splice(0)) server.close();
  expect(await askClamd(address, chunks(Buffer.from('x')), times)).toEqual({
    kind: 'failed',
    reason: 'engine-unreachable',
  });
  expect(await askClamd({ path: '/nowhere/clamd.ctl' }, chunks(Buffer.from('x')), times)).toEqual({
    kind: 'failed',
    reason: 'engine-unreachable',
  });
});

describe('a scan with an engine', () => {
  test('is whole when the engine finds nothing', async () => {
    const clean = await serve(clamd(() => 'stream: OK\0'));
    expect(await scan(Buffer.from('Bonjour'), { clamd: clean })).toEqual({
      outcome: 'clean',
      engine: 'clamd',
      partial: false,
      unopened: [],
    });
    const encrypted = Buffer.from('%PDF-1.7\n<< /Encrypt 1 0 R >>');
    expect(await scan(encrypted, { clamd: clean })).toEqual({
      outcome: 'clean',
      engine: 'clamd',
      partial: true,
      unopened: [''],
    });
  });

  test('names what the engine finds', async () => {
    const finding = await serve(clamd(() => 'stream: Pdf.Exploit-1 FOUND\0'));
    expect(await scan(Buffer.from('Bonjour'), { clamd: finding })).toEqual({
      outcome: 'infected',
      engine: 'clamd',
      signature: 'Pdf.Exploit-1',
      where: '',
    });
  });

  test.each([
    ['Heuristics.Limits.Exceeded.MaxRecursion', 'expands-too-much'],
    ['Heuristics.Encrypted.PDF', 'encrypted'],
  ])('takes %s for a file that cannot be scanned', async (signature, reason) => {
    const limited = await serve(clamd(() => `stream: ${signature} FOUND\0`));
    expect(await scan(Buffer.from('Bonjour'), { clamd: limited })).toEqual({
      outcome: 'unscannable',
      reason,
      where: '',
    });
  });

  test('fails with the engine, never falling back to the built-in signature alone', async () => {
    const broken = await serve((socket) => socket.destroy());
    expect(await scan(Buffer.from('Bonjour'), { clamd: broken })).toEqual({
      outcome: 'failed',
      reason: 'engine-answer',
    });
  });

  test('finds EICAR even when the engine lies', async () => {
    const lying = await serve(clamd(() => 'stream: OK\0'));
    expect(await scan(eicarBytes(), { clamd: lying })).toMatchObject({
      outcome: 'infected',
      engine: 'built-in',
    });
  });
});

test.each([
  ['tcp://clamd:3310', { host: 'clamd', port: 3310 }],
  ['tcp://clamd', { host: 'clamd', port: 3310 }],
  ['tcp://[::1]:99', { host: '::1', port: 99 }],
  ['unix:///run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
])('%s is an address', (text, address) => {
  expect(findClamdAddress(text)).toEqual(address);
});

test.each([
  '',
  'clamd',
  'clamd:3310',
  'http://clamd:3310',
  'tcp://',
  'tcp://clamd:99999',
  'unix://',
  'unix://host/path',
  'tcp://clamd/path',
])('%j is no address', (text) => {
  expect(findClamdAddress(text)).toBeUndefined();
});
