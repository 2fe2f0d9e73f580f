import { expectNoAxeViolations } from './harness/axe.js';
import { goTo, open } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';

jest.setTimeout(120_000);

test('a risk manager asks for a report, sees it made, and takes it away', async () => {
  const page = await open('risk-manager');
  await goTo(page, '/reports');
  const ready = page.getByRole('link', { name: /Télécharger .*\.xlsx/ });
  const before = await ready.count();
  await page.getByRole('button', { name: 'Nouveau rapport' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Liste du portefeuille/ }).check();
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Préparer' }).click();
  await dialog.waitFor({ state: 'detached' });
  await ready.nth(before).waitFor();
  await screenshot(page, 'reports');
  const [download] = await Promise.all([page.waitForEvent('download'), ready.first().click()]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
});
