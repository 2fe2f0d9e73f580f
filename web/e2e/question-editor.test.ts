import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { address, goTo, open } from './harness/open.js';

jest.setTimeout(180_000);

async function copyOfLibrary(page: Page): Promise<string> {
  const stamp = String(Date.now());
  const reply = await page.request.post('/api/questionnaires', {
    data: { fromLibrary: true, title: { fr: `Écrit ${stamp}`, en: `Written ${stamp}` } },
    headers: { origin: address() },
  });
  return ((await reply.json()) as { id: string }).id;
}

test('a question with a curve and conditions is written by mouse and keyboard, refused with the reason, mended and published', async () => {
  const page = await open('risk-manager');
  await goTo(page, `/questionnaires/${await copyOfLibrary(page)}?theme=BKP`);
  await page.getByRole('button', { name: 'Ajouter une question' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Clé/).fill('ACME-01');
  await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const editor = page.locator('.pb-question-editor');
  await editor.getByLabel('Question (français)').fill('En combien de jours une copie est-elle restaurée ?');
  await editor.getByText('Traduction manquante').first().waitFor();
  await editor.getByLabel('Type de réponse').selectOption({ label: 'Durée' });
  await editor.getByLabel('Unité (français)').fill('jours');
  await editor.getByLabel('Unité (anglais)').fill('days');
  for (let count = 0; count < 3; count += 1)
    await editor.getByRole('button', { name: 'Ajouter un point' }).click();

  const middle = editor.getByRole('slider', { name: 'Point 2' });
  await middle.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  expect(await middle.getAttribute('aria-valuetext')).toMatch(/^4\s+jours, risque 0,55$/);
  const box = await middle.boundingBox();
  if (box === null) throw new Error('the point is not drawn');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 20, { steps: 4 });
  await page.mouse.up();
  expect(await middle.getAttribute('aria-valuetext')).not.toMatch(/^4\s+jours/);

  await editor.getByRole('button', { name: 'Poser seulement si…' }).focus();
  await page.keyboard.press('Enter');
  await editor.getByLabel('Fait 1').selectOption({ label: 'Hébergement' });
  await editor.getByLabel('Comparaison 1').selectOption({ label: 'n’est pas' });
  await editor.getByText('Posée si hébergement (autre que non).').waitFor();
  const rules = editor.getByRole('group', { name: 'Quand une autre réponse décide' });
  await rules.getByRole('button', { name: 'Ajouter une règle' }).click();
  await rules.getByLabel('Question de la règle 1').selectOption('BKP-02');
  await rules.getByLabel('Risque repris, règle 1').fill('0,5');
  await rules.getByText(/^Si la réponse à BKP-02 .* prend le risque 0,50\.$/).waitFor();
  // A field that scrolled halfway under the bar that stays is measured by what is left of it.
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
  await expectNoAxeViolations(page);
  await page.getByText(/^Enregistré à /).waitFor();

  await page.getByRole('button', { name: 'Publier la version 1' }).click();
  await dialog.getByText(/une réponse pire ne doit jamais aider/).waitFor();
  await dialog.getByText(/Le texte manque en/).waitFor();
  await expectNoAxeViolations(page);
  await dialog.getByRole('link', { name: 'ACME-01' }).first().click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('#studio-question').getByText('ACME-01').waitFor();

  await editor.getByText(/une réponse pire ne doit jamais aider/).waitFor();
  await editor.getByLabel('Question (anglais)').fill('In how many days is a copy restored?');
  await editor.getByLabel('Risque repris, règle 1').fill('1');
  await page.getByRole('link', { name: /^Publication impossible/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Publier la version 1' }).click();
  await dialog.getByRole('button', { name: 'Publier la version 1' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Versions', exact: true }).click();
  await page.getByRole('link', { name: 'Version 1', exact: true }).waitFor();
  await page.context().close();
});

test.each([
  { language: 'fr', width: 390, scheme: 'light' },
  { language: 'en', width: 1440, scheme: 'dark' },
] as const)('the question editor reads as well %j', async (view) => {
  const page = await open('risk-manager', view);
  const draft = await copyOfLibrary(page);
  for (const key of ['SUB-02', 'SUB-01']) {
    await goTo(page, `/questionnaires/${draft}?q=${key}`);
    await page.getByLabel(/Type de réponse|Type of answer/).waitFor();
    const fits = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    expect(fits).toBe(true);
    await expectNoAxeViolations(page);
  }
  await page.context().close();
});
