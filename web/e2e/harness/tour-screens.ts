import type { Page } from 'playwright-core';

import type { Screen } from '../../src/routes/screen.js';
import { expectNoAxeViolations, expectSoundStructure } from './axe.js';
import { goTo, open, type Seat } from './open.js';
import { sampleAddress } from './sample-address.js';

interface Person {
  readonly seat: Seat;
  readonly kind: string | undefined;
  readonly permissions: readonly string[];
}

const narrowWidths = [820, 390, 320];
let people: Person[];

/** Somebody of the demo to whom the screen opens. */
function seatFor({ access, action, path }: Screen): Seat | null {
  if (access === 'public') return null;
  const side = access === 'link' || access === 'part' ? 'supplier' : access;
  const person = people.find(
    ({ kind, permissions }) =>
      (side === 'member' || side === 'signed-in' || kind === side) &&
      (action === undefined || permissions.includes(action)),
  );
  if (person === undefined) throw new Error(`Nobody of the demo may open ${path}.`);
  return person.seat;
}

/** One browser per person and language for the whole tour: what it has loaded once it need not load again. */
const pages = new Map<string, Promise<Page>>();

async function show(screen: Screen, language: 'fr' | 'en'): Promise<Page> {
  const seat = seatFor(screen);
  const key = `${seat ?? 'nobody'} ${language}`;
  const opened = pages.get(key) ?? open(seat, { language });
  pages.set(key, opened);
  const page = await opened;
  await page.setViewportSize({ width: 1440, height: 900 });
  await setScheme(page, 'light');
  await goTo(page, await sampleAddress(page, screen));
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  return page;
}

async function setScheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  if (page.url() === 'about:blank') return;
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
}

/** Opens each screen in French and light, in English and dark, and narrow: nothing for axe to object to, nothing beyond the edge. */
export function tourScreens(screens: readonly Screen[]): void {
  jest.setTimeout(120_000);

  beforeAll(async () => {
    people = [];
    for (const seat of ['buyer', 'risk-manager', 'supplier'] as const) {
      const page = await open(seat);
      const session = (await (await page.context().request.get('/api/session')).json()) as {
        organisation: { kind: string } | null;
        permissions: string[];
      };
      people.push({ seat, kind: session.organisation?.kind, permissions: session.permissions });
      await page.context().close();
    }
  });

  afterAll(() => {
    pages.clear();
  });

  describe.each(screens.map((screen) => [screen.path, screen] as const))('%s', (_, screen) => {
    test('has nothing for axe to object to in French and light, and fits down to 320 pixels', async () => {
      const page = await show(screen, 'fr');
      await expectNoAxeViolations(page);

      for (const width of narrowWidths) {
        await page.setViewportSize({ width, height: 844 });
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect({ width, beyond }).toEqual({ width, beyond: 0 });
      }
      await expectSoundStructure(page);
    });

    test('has nothing for axe to object to in English and dark', async () => {
      const page = await show(screen, 'en');
      await setScheme(page, 'dark');
      await expectNoAxeViolations(page);
    });
  });
}
