import { expectNoAxeViolations } from './harness/axe.js';
import { engagementId } from './harness/engagement.js';
import { goTo, open } from './harness/open.js';

jest.setTimeout(120_000);

test.each([
  { language: 'fr', width: 1440, scheme: 'light', off: 'Les vérifications en ligne sont désactivées' },
  { language: 'en', width: 390, scheme: 'dark', off: 'Online checks are off' },
] as const)(
  'without the network, what a SIREN says of itself shows, and that nothing is asked: %j',
  async (view) => {
    const page = await open('buyer', view);
    const path = `/engagements/${await engagementId(page, 'Infogérance du SI de gestion')}`;
    await goTo(page, path);
    await page.getByRole('link', { name: view.language === 'fr' ? 'Vérifications' : 'Checks' }).click();
    await page.getByRole('heading', { name: view.off }).waitFor();
    await page.getByText(/^FR\d{11}$/).waitFor();
    expect(await page.getByRole('button', { name: /Vérifier|Check/ }).count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await expectNoAxeViolations(page);
    await page.context().close();
  },
);
