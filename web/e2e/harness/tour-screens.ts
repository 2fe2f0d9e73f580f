import type { Page } from 'playwright-core';

import type { Screen } from '../../src/routes/screen.js';
import { expectNoAxeViolations } from './axe.js';
import { goTo, open, type Seat } from './open.js';
import { sampleAddress } from './sample-address.js';

interface Person {
  readonly seat: Seat;
  readonly kind: string | undefined;
  readonly permissions: readonly string[];
}

const schemes = ['light', 'dark'] as const;
const narrowWidths = [820, 390, 320];
let people: Person[];

/** Somebody of the demo to whom the screen opens. */
function seatFor({ access, action, path }: Screen): Seat | null {
  if (access === 'public') return null;
  const side = access === 'link' ? 'supplier' : access;
  const person = people.find(
    ({ kind, permissions }) =>
      (side === 'member' || side === 'signed-in' || kind === side) &&
      (action === undefined || permissions.includes(action)),
  );
  if (person === undefined) throw new Error(`Nobody of the demo may open ${path}.`);
  return person.seat;
}

async function show(page: Page, screen: Screen): Promise<void> {
  await goTo(page, await sampleAddress(page, screen));
}

/** Opens each screen in both languages, light and dark, and narrow: nothing for axe to object to, nothing beyond the edge. */
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

  describe.each(screens.map((screen) => [screen.path, screen] as const))('%s', (_, screen) => {
    test.each(['fr', 'en'] as const)(
      'has nothing for axe to object to in %s, light or dark',
      async (language) => {
        const page = await open(seatFor(screen), { language });
        await show(page, screen);

        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        for (const scheme of schemes) {
          await page.emulateMedia({ colorScheme: scheme });
          await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
          await expectNoAxeViolations(page);
        }
        await page.context().close();
      },
    );

    test('fits tablets and phones down to 320 pixels', async () => {
      const page = await open(seatFor(screen), { width: 820 });
      await show(page, screen);

      for (const width of narrowWidths) {
        await page.setViewportSize({ width, height: 844 });
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect({ width, beyond }).toEqual({ width, beyond: 0 });
      }
      await expectNoAxeViolations(page);
      await page.context().close();
    });
  });
}
