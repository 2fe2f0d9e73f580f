import net from 'node:net';

import { holdPort } from './port-holder.js';

async function listenOn(port: number, host = '127.0.0.1'): Promise<{ port: number; close: () => void }> {
  const server = net.createServer().listen(port, host);
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    close: () => server.close(),
  };
}

test('a port that was asked for and is taken is refused by name', async () => {
  const taken = await listenOn(0);
  await expect(holdPort({ port: taken.port, host: '127.0.0.1' })).rejects.toThrow(
    `PORT is ${taken.port}: that port is taken.`,
  );
  taken.close();
});

test('two starts at once get two ports, from 3000 on', async () => {
  const both = await Promise.all([1, 2].map(() => holdPort({ port: null, host: '127.0.0.1' })));
  const ports = both.map(({ port }) => port);
  expect(new Set(ports).size).toBe(2);
  for (const port of ports) expect(port).toBeGreaterThanOrEqual(3_000);
  for (const held of both) await held.release();
});

test('a port that another program holds on every address is passed over', async () => {
  const first = await holdPort({ port: null, host: '127.0.0.1' });
  await first.release();
  const other = await listenOn(first.port, '0.0.0.0');
  const second = await holdPort({ port: null, host: '127.0.0.1' });
  expect(second.port).not.toBe(first.port);
  await second.release();
  other.close();
});

test('while Probant starts its port answers 503, and is free once released', async () => {
  const held = await holdPort({ port: null, host: '127.0.0.1' });
  const health = await fetch(`http://127.0.0.1:${held.port}/health`);
  expect(health.status).toBe(503);
  expect(health.headers.get('content-type')).toBe('application/problem+json');
  await held.release();
  (await listenOn(held.port)).close();
});

test('an address that this machine does not have is refused by name', async () => {
  await expect(holdPort({ port: null, host: '203.0.113.7' })).rejects.toThrow('HOST is 203.0.113.7');
});
