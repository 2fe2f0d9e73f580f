import http from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Browser } from 'playwright-core';

import { launchChromium } from './harness/chromium';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
}, 120_000);
afterAll(() => browser.close());

async function serve(body: string): Promise<{ origin: string; close: () => void }> {
  const server = http.createServer((_request, reply) =>
    reply.setHeader('content-type', 'text/html').end(body),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}

test('the browser draws a page', async () => {
  const page = await browser.newPage();
  await page.setContent('<h1 style="color: #0a4">Bonjour</h1>');
  const picture = await page.screenshot();
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.length).toBeGreaterThan(1_000);
  await page.close();
});

test('the browser keeps one origin from reading another, as users’ browsers do', async () => {
  const [mine, theirs] = [await serve('mine'), await serve('theirs')];
  const page = await browser.newPage();
  await page.goto(mine.origin);
  const read = (address: string) =>
    page.evaluate(
      (url) =>
        fetch(url).then(
          (reply) => reply.text(),
          (error: unknown) => String(error),
        ),
      address,
    );
  expect(await read(`${mine.origin}/`)).toBe('mine');
  expect(await read(`${theirs.origin}/`)).toMatch(/Failed to fetch/);
  await page.close();
  mine.close();
  theirs.close();
});
