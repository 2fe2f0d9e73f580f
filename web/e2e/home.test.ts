import { goTo, open } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';

jest.setTimeout(120_000);

test('a buyer begins with what is to be done, walks along it by keyboard, and each number is that of its list', async () => {
  const page = await open('buyer');
  await goTo(page, '/home');
  await screenshot(page, 'home');
  const late = page.getByRole('region', { name: 'En retard' });
  const first = late.locator('.pb-home-link').first();
  await first.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  const address = await first.getAttribute('href');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${address ?? ''}`);

  await goTo(page, '/home');
  const all = page
    .getByRole('region', { name: 'On attend votre réponse' })
    .getByRole('link', { name: /Tout voir/ })
    .and(page.locator('[href="/assessments?awaits=reply"]'));
  const count = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0]);
  await all.click();
  const rows = page.getByRole('table').locator('.pb-table-link');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(count);
  await page.context().close();
});

test('the watch leads from a text to the contract that it found, and to what the supplier admitted', async () => {
  const page = await open('risk-manager');
  await goTo(page, '/watch');
  await screenshot(page, 'watch');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Décret 2026-209' })
    .getByRole('link', { name: /sans la clause CL-17/ })
    .click();
  await page.waitForURL('**/calendar?**');
  const found = page.getByRole('table').getByRole('link', { name: /^Évolution réglementaire.*2026-209/ });
  await found.click();
  await page.getByText('Reconnaissance du fournisseur').waitFor();
  await page.getByText('31 mars').first().waitFor();
  await screenshot(page, 'obligation');
  await page.context().close();
});

test.each([
  ['on a phone', 390, /^Menu/],
  ['on a small screen', 1200, /^Plus/],
])('%s the rest of the navigation opens within the page', async (_, width, name) => {
  const page = await open('risk-manager', { width });
  await goTo(page, '/home');
  await page.getByRole('button', { name }).click();
  const link = page.getByRole('link', { name: 'Rapports' }).filter({ visible: true });
  const box = await link.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThanOrEqual(width);
  await link.click();
  await page.waitForURL('**/reports');
  await page.context().close();
});
