import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { BrowserContext, Page } from 'playwright-core';

import { findRequest, readAnswer } from './harness/answering.js';
import { launchWithProfile } from './harness/chromium.js';
import { address, sharedSession } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';

jest.setTimeout(120_000);

let folder: string;
let requestId: string;

beforeAll(async () => {
  requestId = await findRequest();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'probant-profile-'));
});
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const openBrowser = (offline: boolean): Promise<BrowserContext> =>
  launchWithProfile(folder, { baseURL: address(), offline, locale: 'fr-FR', reducedMotion: 'reduce' });
const line = (page: Page, text: string) => page.locator('.pb-ans-wide', { hasText: text }).waitFor();

async function openQuestion(page: Page): Promise<void> {
  await page.goto(`${address()}/requests/${requestId}?q=BKP-05`);
  await page.locator('#question-BKP-05').waitFor();
}

test('what is typed and dropped without a network survives the browser, and arrives when it is back', async () => {
  const typed = `Écrit sans réseau ${String(Date.now())}`;
  const name = `sans-reseau-${String(Date.now())}.txt`;
  const before = await openBrowser(false);
  await before.addCookies(await sharedSession('supplier'));
  const first = await before.newPage();
  await openQuestion(first);
  await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await before.setOffline(true);
  await first.getByLabel('Commentaire').fill(typed);
  await first
    .locator('.pb-drop input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });
  await line(first, 'Hors ligne : 1 réponse et 1 pièce en attente');
  await screenshot(first, 'offline');
  await before.close();

  const after = await openBrowser(true);
  const page = await after.newPage();
  await openQuestion(page);
  await line(page, '1 réponse et 1 pièce en attente');
  expect(await page.getByLabel('Commentaire').inputValue()).toBe(typed);
  await page.locator('.pb-ans-piece', { hasText: name }).waitFor();
  await after.addCookies(await sharedSession('supplier'));
  await after.setOffline(false);
  await line(page, 'Enregistré à');
  await page.locator('.pb-ans-piece', { hasText: name }).locator('.pb-ans-thumb').waitFor();
  expect(await readAnswer(page, requestId, 'BKP-05')).toMatchObject({ comment: typed });

  await after.setOffline(true);
  const secret = `Pas encore parti ${String(Date.now())}`;
  await page.getByLabel('Commentaire').fill(secret);
  await line(page, '1 réponse en attente');
  await after.clearCookies();
  await after.addCookies(await sharedSession('buyer'));
  await after.setOffline(false);
  // A page of its own: the one that is open sees by itself that somebody else is signed in, and goes elsewhere.
  const other = await after.newPage();
  await other.goto(`${address()}/requests/${requestId}?q=BKP-05`);
  await other.locator('h1').first().waitFor();
  expect(await other.locator('#question-BKP-05').count()).toBe(0);
  await other.close();
  await page.close();

  await after.clearCookies();
  await after.addCookies(await sharedSession('supplier'));
  const back = await after.newPage();
  await openQuestion(back);
  await line(back, 'Enregistré à');
  expect(await readAnswer(back, requestId, 'BKP-05')).toMatchObject({ comment: secret });
  await after.close();
});
