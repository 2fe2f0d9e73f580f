import { expectNoAxeViolations } from './harness/axe.js';
import { goTo, open } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';

jest.setTimeout(120_000);

test('words are found without accents, walked by keyboard, shared by address, and from the palette', async () => {
  const page = await open('buyer');
  await goTo(page, '/search');
  await page.keyboard.press('/');
  await page.keyboard.type('copies deconnectees');
  const results = page.locator('.pb-found-link');
  await results.first().waitFor();
  expect(await page.locator('.pb-found mark').first().innerText()).toMatch(/copie|déconnecté/i);
  await screenshot(page, 'search');
  await page.waitForURL(/search=copies\+deconnectees/);
  await expectNoAxeViolations(page);

  await page.getByRole('group', { name: 'Chercher dans' }).getByRole('button', { name: 'Questions' }).click();
  await page.waitForURL(/kind=question/);
  await page.getByRole('heading', { name: 'Questions', level: 2 }).waitFor();
  await page.getByLabel('Mots cherchés').focus();
  await page.keyboard.press('ArrowDown');
  expect(await results.first().evaluate((link) => link === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/questionnaires\/.+\?q=/);
  await page.goBack();
  await results.first().waitFor();

  await page.getByLabel('Mots cherchés').fill('zzzintrouvable');
  await page.getByRole('heading', { name: /Rien ne contient/ }).waitFor();

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').fill('copie deconnectee');
  await page
    .getByRole('dialog')
    .getByText(/copie déconnectée du réseau/)
    .first()
    .waitFor();
  await page.getByRole('dialog').getByText('Partout, dans les textes').click();
  await page.waitForURL(/\/search\?search=copie/);
  await page.context().close();
});
