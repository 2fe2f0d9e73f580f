import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { launchChromium } from '../e2e/harness/chromium.js';
import type { WeighFigures } from './weigh-figures.js';

/** One page to open, with what it shows. */
export interface FormPage {
  readonly form: 'ours' | 'survey' | 'weighing';
  readonly given: string;
}

export interface FormOrder {
  readonly what: 'render' | 'type' | 'weigh';
  readonly page: FormPage;
}

const pages = path.resolve(import.meta.dirname, '../pages');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
const keystrokes = 60;
const keyEveryMs = 50;

let given = '';
let browser: Promise<Browser> | undefined;
const server = http.createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname.startsWith('/api')) {
    answer(request, response);
    return;
  }
  const file = path.join(pages, path.normalize(pathname));
  if (!file.startsWith(pages) || !fs.existsSync(file)) return void response.writeHead(404).end();
  response.setHeader('content-type', types[path.extname(file)] ?? 'application/octet-stream');
  const content = fs.readFileSync(file);
  // A script ends at the first `</script`, also inside a text.
  const whole = file.endsWith('.html')
    ? String(content).replace('json"></script>', () => `json">${given.replaceAll('<', '\\u003c')}</script>`)
    : content;
  response.end(whole);
});

/** Answers are acknowledged, so that typing costs what it costs with a server. */
function answer(request: http.IncomingMessage, response: http.ServerResponse): void {
  let body = '';
  request.on('data', (chunk) => (body += String(chunk)));
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    // Nobody else is here, and every list is empty.
    if (request.url?.endsWith('/presence') === true) return void response.end('{"people": []}');
    if (request.method !== 'PUT') return void response.end('{"items": []}');
    const { answers } = JSON.parse(body) as { answers: { questionId: string; revision: number }[] };
    const savedAt = new Date().toISOString();
    const results = answers.map(({ questionId, revision }) => ({
      key: questionId,
      revision: revision + 1,
      savedAt,
    }));
    response.end(JSON.stringify({ sheetRevision: results[0]?.revision ?? 0, results }));
  });
}

process.on('message', (order: FormOrder) => {
  void run(order).then((figure) => process.send?.(figure), fail);
});
process.once('disconnect', () => {
  void browser?.then((open) => open.close()).finally(() => process.exit(0));
});

function fail(error: unknown): void {
  console.error(error);
  process.exit(1);
}

async function run({ what, page: { form, given: shown } }: FormOrder): Promise<number | WeighFigures> {
  given = shown;
  if (!server.listening) await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  browser ??= launchChromium();
  // Nothing of the page before is warm, for either form.
  const context = await (
    await browser
  ).newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' });
  try {
    const page = await context.newPage();
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${String(port)}/${form}.html`, { waitUntil: 'commit' });
    await page.waitForFunction(() => typeof window.usableAfterMs === 'number', undefined, {
      timeout: 180_000,
    });
    if (what === 'type') return await type(page);
    if (what === 'weigh') return await page.evaluate(() => window.measureWeighing());
    return await page.evaluate(() => window.usableAfterMs ?? Number.NaN);
  } finally {
    await context.close();
  }
}

/** Time of the page's main thread for one key, with all that follows from it until the page is quiet again. */
async function type(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
  };
  await page.waitForTimeout(2_000);
  const field = page.locator('textarea[id^="answer-"]').first();
  await field.focus();
  await page.keyboard.type('abcdefghij', { delay: keyEveryMs });
  await page.waitForTimeout(1_500);
  const before = await busy();
  await page.keyboard.type('a'.repeat(keystrokes), { delay: keyEveryMs });
  await page.waitForTimeout(1_500);
  const after = await busy();
  const typed = await field.inputValue();
  if (typed.length !== keystrokes + 11) throw new Error(`${typed.length} keys arrived`);
  return (after - before) / keystrokes;
}
