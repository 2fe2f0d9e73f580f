import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { address, goTo, open } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';

jest.setTimeout(240_000);

async function copyOfLibrary(page: Page): Promise<string> {
  const stamp = String(Date.now());
  const reply = await page.request.post('/api/questionnaires', {
    data: { fromLibrary: true, title: { fr: `Atelier ${stamp}`, en: `Studio ${stamp}` } },
    headers: { origin: address() },
  });
  return ((await reply.json()) as { id: string }).id;
}

const french = (page: Page) => page.getByLabel('Question (français)');
const inField = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) => [...document.querySelectorAll('textarea')].some(({ value }) => value === wanted),
    text,
  );
const saved = (page: Page) => page.getByText(/^Enregistré à /).waitFor();

test('two authors have one draft: different questions merge, the same text is asked about, and each sees the other', async () => {
  const [ines, claire] = [await open('risk-manager'), await open('buyer')];
  const id = await copyOfLibrary(ines);
  await goTo(ines, `/questionnaires/${id}?q=BKP-04`);
  await goTo(claire, `/questionnaires/${id}?q=BKP-05`);
  await ines.getByText(/Aussi ouvert par Claire Vasseur/).waitFor();

  await french(ines).fill('Une copie est-elle hors ligne ?');
  await french(claire).fill('Les comptes sont-ils séparés ?');
  await Promise.all([saved(ines), saved(claire)]);
  await ines.locator('[data-key="BKP-05"]').getByRole('link').click();
  await inField(ines, 'Les comptes sont-ils séparés ?');

  // Neither hears of the other in between: what is typed stands against what was saved.
  await claire.context().setOffline(true);
  await french(claire).fill('Le texte de Claire ?');
  await claire.getByText(/Hors\s+ligne\s*:\s+1\s+modification en attente/).waitFor();
  await french(ines).fill('Le texte d’Inès ?');
  await ines.getByText('En attente').waitFor({ state: 'detached' });
  await saved(ines);
  await claire.context().setOffline(false);
  await claire.getByText(/Deux valeurs pour texte \(fr\) de BKP-05/).waitFor();
  await claire.getByText('Le texte de Claire ?').first().waitFor();
  await expectNoAxeViolations(claire);
  await claire.getByRole('button', { name: 'Garder la mienne' }).click();
  await saved(claire);
  await inField(ines, 'Le texte de Claire ?');

  await ines.context().close();
  await claire.context().close();
});

test('a question is moved with keys, copied, left out and undone by name, over a reload; the preview answers and scores', async () => {
  const page = await open('risk-manager');
  await goTo(page, `/questionnaires/${await copyOfLibrary(page)}?q=BKP-02`);
  await page.locator('.pb-st-side').waitFor();
  await screenshot(page, 'studio');
  await page.getByRole('button', { name: 'Déplacer BKP-02' }).focus();
  await page.keyboard.press('ArrowUp');
  await page.getByText(/BKP-02\s*:\s+place 1 sur 9/).waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Dupliquer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Dupliquer' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('#studio-question').getByText('BKP-10').waitFor();
  await page.getByRole('button', { name: 'Écarter', exact: true }).click();
  await saved(page);
  await page.reload();
  await page.getByRole('button', { name: /Annuler\s*: retrait de BKP-10/ }).click();
  await page.getByText(/Annulé\s*:\s+retrait de BKP-10/).waitFor();
  await page.keyboard.press('ControlOrMeta+z');
  await page.getByText(/Annulé\s*:\s+copie BKP-10/).waitFor();
  await page.keyboard.press('ControlOrMeta+z');
  await page.getByText(/Annulé\s*:\s+déplacement de BKP-02/).waitFor();

  await page.getByRole('link', { name: /^Points éliminatoires/ }).click();
  await page.getByRole('button', { name: 'Ajouter un point éliminatoire' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ajouter un point éliminatoire' }).click();
  await page.getByRole('heading', { name: 'Point éliminatoire KO-01' }).waitFor();
  await page.getByRole('button', { name: 'Ajouter une condition' }).click();
  await page.getByLabel('Question 1', { exact: true }).selectOption('BKP-03');
  await page.getByLabel('Comparaison 1').selectOption('proof');
  await page.getByText(/^Note D au mieux \(plancher 50\) si la preuve de BKP-03 /).waitFor();
  await page
    .getByText(/lèverait ce point éliminatoire/)
    .first()
    .waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Déplacer KO-01' }).focus();
  await page.keyboard.press('ArrowUp');
  await page.getByText(/KO-01\s*:\s+place 13 sur 14/).waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Retirer ce point' }).click();
  await page.getByRole('heading', { name: 'Points éliminatoires', exact: true }).waitFor();
  await page.keyboard.press('ControlOrMeta+z');
  await page.getByText(/Annulé\s*:\s+retrait de KO-01/).waitFor();
  // What was typed with a pause in between is undone apart.
  const added = page.getByText(/Annulé\s*:\s+ajout de KO-01/);
  for (let press = 0; press < 8 && (await added.count()) === 0; press += 1) {
    await page.keyboard.press('ControlOrMeta+z');
  }
  await added.waitFor();
  await page.locator('[data-row="theme"][data-key="BKP"]').getByRole('link').click();

  await page.getByRole('button', { name: 'Essai', exact: true }).click();
  await page.getByRole('button', { name: 'Tout au mieux' }).click();
  await page.getByLabel('Preuve de chaque réponse').selectOption('E4');
  await page.getByText(/Aucun point éliminatoire/).waitFor();
  await page.getByRole('button', { name: 'Tout au pire' }).click();
  await page.getByText('KO-BKP-1', { exact: true }).waitFor();
  const inside = page.frameLocator('iframe');
  await inside.getByRole('button', { name: 'Refuser de répondre' }).waitFor();
  await page.getByRole('button', { name: 'Anglais', exact: true }).click();
  await inside.getByRole('button', { name: 'Refuse to answer' }).waitFor();
  await expectNoAxeViolations(page);
  await page.context().close();
});
