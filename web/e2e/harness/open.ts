import fs from 'node:fs';
import path from 'node:path';

import type { Browser, BrowserContext, Cookie, Page } from 'playwright-core';

import { launchChromium } from './chromium.js';

export type Seat = 'buyer' | 'supplier' | 'risk-manager';

export interface View {
  readonly language?: 'fr' | 'en';
  readonly scheme?: 'light' | 'dark';
  /** 1440 desktop, 820 tablet, 390 phone. */
  readonly width?: number;
  /** Signs in anew, for a test that will sign out; otherwise the person's session is shared by all test files. */
  readonly ownSession?: boolean;
}

let browser: Promise<Browser> | undefined;

afterAll(async () => {
  await (await browser)?.close();
});

/** Where the Probant under test listens. */
export function address(): string {
  return given('PROBANT_E2E_ADDRESS');
}

function given(name: 'PROBANT_E2E_ADDRESS' | 'PROBANT_E2E_SESSIONS'): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error('The e2e project starts Probant before its tests; run them through jest.');
  return value;
}

/** A browser of its own for one person of the demo, or for nobody; the page stands on `about:blank`. */
export async function open(seat: Seat | null, view: View = {}): Promise<Page> {
  browser ??= launchChromium();
  const { language = 'fr', scheme = 'light', width = 1440, ownSession = false } = view;
  const context = await (
    await browser
  ).newContext({
    baseURL: address(),
    viewport: { width, height: width < 641 ? 844 : 900 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    // A request that a service worker makes is out of a test's hands.
    serviceWorkers: 'block',
    timezoneId: 'Europe/Paris',
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
  });
  await context.addInitScript((chosen) => {
    // Not over a choice that the test itself makes on the page.
    if (location.origin === 'null' || localStorage.getItem('probant-language') !== null) return;
    localStorage.setItem('probant-language', chosen);
  }, language);
  if (seat !== null && ownSession) await signIn(context, seat);
  if (seat !== null && !ownSession) await context.addCookies(await sharedSession(seat));
  return context.newPage();
}

const sessions = new Map<Seat, Promise<Cookie[]>>();

/** Sign-in is limited in number, as it has to be. */
export function sharedSession(seat: Seat): Promise<Cookie[]> {
  const known = sessions.get(seat) ?? beginSession(seat);
  sessions.set(seat, known);
  return known;
}

/** One sign-in per person and run: every test file takes up the session that the first one began. */
async function beginSession(seat: Seat): Promise<Cookie[]> {
  const file = path.join(given('PROBANT_E2E_SESSIONS'), `${seat}.json`);
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8')) as Cookie[];
  browser ??= launchChromium();
  const context = await (await browser).newContext({ baseURL: address() });
  await signIn(context, seat);
  const cookies = await context.cookies();
  // Whole at once: another worker may be reading it.
  const unfinished = `${file}.${process.pid}`;
  fs.writeFileSync(unfinished, JSON.stringify(cookies), { mode: 0o600 });
  fs.renameSync(unfinished, file);
  await context.close();
  return cookies;
}

async function signIn(context: BrowserContext, seat: Seat): Promise<void> {
  const instance = (await (await context.request.get('/api/instance')).json()) as {
    demoAccounts: { seat: Seat; email: string; password: string }[];
  };
  const account = instance.demoAccounts.find((candidate) => candidate.seat === seat);
  if (account === undefined) throw new Error(`The demo has no seat for a ${seat}.`);
  const { email, password } = account;
  const reply = await context.request.post('/api/session', {
    data: { email, password },
    headers: { origin: address() },
  });
  if (!reply.ok()) throw new Error(`Signing in as ${seat} was answered ${reply.status()}.`);
}

/** Goes to a screen and waits until it shows what it has to show. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** Nothing is loading any more: the heading stands, no skeleton is left, the typefaces are there. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
