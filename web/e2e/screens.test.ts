import type { Page } from 'playwright-core';

import { screens } from '../src/routes/routes.js';
import type { Screen } from '../src/routes/screen.js';
import { expectNoAxeViolations } from './harness/axe.js';
import { goTo, open, type Seat } from './harness/open.js';
import { sampleAddress } from './harness/sample-address.js';

const languages = ['fr', 'en'] as const;
const schemes = ['light', 'dark'] as const;
const seats: readonly Seat[] = ['buyer', 'risk-manager', 'supplier'];

jest.setTimeout(120_000);

/** Somebody of the demo to whom the screen opens. */
async function seatFor(screen: Screen): Promise<Seat | null> {
  if (screen.access === 'public') return null;
  const kind = screen.access === 'link' ? 'supplier' : screen.access;
  for (const seat of seats) {
    const page = await open(seat);
    const session = (await (await page.context().request.get('/api/session')).json()) as {
      organisation: { kind: string } | null;
      permissions: string[];
    };
    await page.context().close();
    const side = kind === 'member' || session.organisation?.kind === kind;
    if (side && (screen.action === undefined || session.permissions.includes(screen.action))) return seat;
  }
  throw new Error(`Nobody of the demo may open ${screen.path}.`);
}

async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

describe.each(screens.map((screen) => [screen.path, screen] as const))('%s', (_, screen) => {
  let seat: Seat | null;

  beforeAll(async () => {
    seat = await seatFor(screen);
  });

  test.each(languages.flatMap((language) => schemes.map((scheme) => [language, scheme] as const)))(
    'has nothing for axe to object to in %s, %s',
    async (language, scheme) => {
      const page = await open(seat, { language, scheme });
      await goTo(page, await sampleAddress(page, screen));

      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe(scheme);
      await expectNoAxeViolations(page);
      await page.context().close();
    },
  );

  test.each([320, 390, 820])('fits a screen %i pixels wide', async (width) => {
    const page = await open(seat, { width });
    await goTo(page, await sampleAddress(page, screen));

    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectNoAxeViolations(page);
    await page.context().close();
  });
});
