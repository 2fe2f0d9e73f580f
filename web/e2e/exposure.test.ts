import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { partOf } from './harness/engagement.js';
import { goTo, open } from './harness/open.js';

jest.setTimeout(120_000);

const accept = /montrer les montants|show the amounts/;

/** Whichever test came first has accepted the notice for this person. */
async function goToAmounts(page: Page, path: string): Promise<void> {
  await goTo(page, path);
  const button = page.getByRole('button', { name: accept });
  if (await button.isVisible()) await button.click();
  await page.locator('#exposure-contract').waitFor();
}

const panel = (page: Page) => page.getByRole('complementary', { name: /Rançongiciel|Ransomware/ });

test('amounts show once the notice is accepted, and are remembered for that person', async () => {
  const page = await open('risk-manager');
  const path = await partOf(page, 'cotisations', 'exposure');
  await goTo(page, path);
  await page.getByRole('button', { name: accept }).click();
  await panel(page).getByText('17 151,57 €').waitFor();
  await page.reload();
  await panel(page).getByText('17 151,57 €').waitFor();
  expect(await page.getByRole('button', { name: accept }).count()).toBe(0);
  await expectNoAxeViolations(page);
  await page.context().close();
});

test('what is typed moves the range at once, is kept with its version, and a refusal loses nothing', async () => {
  const page = await open('risk-manager');
  await goToAmounts(page, await partOf(page, 'Brest', 'exposure'));
  const loss = page.getByLabel('Arrêt d’activité et perte d’exploitation, montant en euros');
  await loss.fill('482463,03');
  await panel(page).getByText('entre 0,00 € et 482 463,03 €').first().waitFor();
  await panel(page).getByText('50 000,00 €', { exact: true }).waitFor();

  await page.getByLabel('Plafond de responsabilité').selectOption('multiple');
  await page.getByLabel('Nombre d’années').fill('1');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('alert').getByText('Renseignez ce champ.').waitFor();
  expect(await loss.inputValue()).toBe('482\u202f463,03');

  await page.getByLabel('Prix annuel (€)').fill('12 000');
  await panel(page).getByText('entre 0,00 € et 12 000,00 €').first().waitFor();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('status').getByText('Version 1').waitFor();
  await page.reload();
  await panel(page).getByText('entre 0,00 € et 12 000,00 €').first().waitFor();
  await page.context().close();
});

test('in English and on a phone nothing leaves the page, and axe objects to nothing in the dark', async () => {
  const page = await open('risk-manager', { language: 'en', width: 390, scheme: 'dark' });
  await goToAmounts(page, await partOf(page, 'Archivage des pièces', 'exposure'));
  await panel(page).getByText('Low: nothing is proved').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await expectNoAxeViolations(page);
  await page.context().close();
});

test('facts otherwise move the ledger and the exposure of Douai beside its score', async () => {
  const page = await open('buyer');
  await goTo(page, '/cases/douai');
  const ledger = page.locator('section[aria-labelledby="case-ledger"]');
  const exposure = page.locator('section[aria-labelledby="case-exposure"]');
  expect(await ledger.textContent()).toContain('42\u202f343,63\u00a0€');
  expect(await ledger.locator('[data-otherwise]').count()).toBe(0);

  await page.getByRole('switch', { name: /Information et investigation/ }).check();
  await exposure.getByText('À récupérer : 0,00 € à 17 370,00 €').waitFor();
  await page.getByRole('switch', { name: /Mise en demeure/ }).check();
  await exposure.getByText('À récupérer : 0,00 € à 37 470,01 €').waitFor();
  expect(await ledger.locator('[data-otherwise]').count()).toBe(2);

  await page.getByRole('switch', { name: /Sortie prévue/ }).check();
  await exposure.getByText('Départ : réglé par une clause').waitFor();
  await page.waitForURL(
    /with=notification-written%2Cformal-notice%2Cexit-clause|with=notification-written,formal-notice,exit-clause/,
  );
  await expectNoAxeViolations(page);
  await page.context().close();
});
