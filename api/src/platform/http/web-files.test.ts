import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fastify, type FastifyInstance } from 'fastify';
import { serveWebFiles } from './web-files.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

function build(hash: string, folder = fs.mkdtempSync(path.join(os.tmpdir(), 'web-files-'))): string {
  folders.push(folder);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, 'assets'), { recursive: true });
  fs.mkdirSync(path.join(folder, '.vite'));
  fs.writeFileSync(path.join(folder, '.vite/manifest.json'), '{}');
  fs.writeFileSync(path.join(folder, 'index.html'), `<script src="/assets/main-${hash}.js"></script>`);
  fs.writeFileSync(path.join(folder, 'verify.html'), '<title>Verify</title>');
  fs.writeFileSync(path.join(folder, `assets/main-${hash}.js`), `"${hash}"`);
  return folder;
}

function serving(folder: string): FastifyInstance {
  const server = fastify();
  serveWebFiles(server, folder);
  return server;
}

test('a build that takes the place of the one that is served leaves that one whole', async () => {
  const folder = build('old');
  const server = serving(folder);
  build('new', folder);
  const page = await server.inject('/suppliers/12');
  expect(page.body).toContain('/assets/main-old.js');
  expect((await server.inject('/assets/main-old.js')).body).toBe('"old"');
  expect((await server.inject('/assets/main-new.js')).statusCode).toBe(404);
  expect((await serving(folder).inject('/assets/main-new.js')).body).toBe('"new"');
});

test('hashed files last, the page is asked for again and answered shortly where it is the same', async () => {
  const server = serving(build('one'));
  const script = await server.inject('/assets/main-one.js');
  expect(script.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
  });
  const page = await server.inject('/?from=mail');
  expect(page.headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-type': 'text/html; charset=utf-8',
  });
  const again = await server.inject({ url: '/', headers: { 'if-none-match': String(page.headers.etag) } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect((await server.inject({ url: '/', method: 'HEAD' })).statusCode).toBe(200);
  expect((await server.inject('/verify.html')).headers['content-security-policy']).toMatch(
    /^default-src 'none'/,
  );
});

test.each(['/api/nothing', '/assets/none.js', '/.vite/manifest.json', '/../web-files.ts', '/assets'])(
  '%s is no file of the build',
  async (url) => {
    const reply = await serving(build('one')).inject(url);
    expect(reply.body).not.toContain('{}');
    expect(reply.statusCode === 404 || reply.headers['content-type'] === 'text/html; charset=utf-8').toBe(
      true,
    );
  },
);

test('without a build there is no page', async () => {
  expect((await serving('/nonexistent').inject('/')).statusCode).toBe(404);
});
