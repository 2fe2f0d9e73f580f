import { expectNoAxeViolations } from './harness/axe.js';
import { partOf } from './harness/engagement.js';
import { goTo, open } from './harness/open.js';

jest.setTimeout(180_000);

test('the episode of Douai shows the figures of the ruling, to scale and as a table', async () => {
  const page = await open('buyer');
  await goTo(page, '/cases/douai/drill');
  const shown = ((await page.locator('.pb-drill-metrics').textContent()) ?? '').replaceAll(
    /[\u00a0\u202f]/g,
    ' ',
  );
  for (const figure of ['3 / 3', '2 h 01 à 30 h 56', '3 h 41', '62 h 29', '33 %', '67 %']) {
    expect(shown).toContain(figure);
  }
  await page.getByText('Tableau').click();
  await page.getByRole('rowheader', { name: 'Client informé 3' }).waitFor();
  await expectNoAxeViolations(page);
  await page.context().close();
});

test('a drill goes from the consent to the supplier’s reading of its record', async () => {
  const page = await open('buyer');
  await goTo(page, await partOf(page, 'Sauvegarde des postes', 'drills'));
  await page.getByText('Aucun exercice pour le moment').waitFor();

  await page.getByRole('button', { name: 'Consigner une autorisation' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Référence').fill('AUT-E2E');
  await dialog.getByLabel('Signataire').fill('Léa Marchetti');
  await dialog.getByLabel('Périmètre').fill('Postes de direction');
  await dialog.getByLabel('Valable à partir du').fill('2026-01-01');
  await dialog.getByLabel(/Jusqu.au/).fill('2099-12-31');
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'accord.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Bon pour accord.'),
  });
  await dialog.getByRole('button', { name: 'Consigner une autorisation' }).click();
  await page.getByText('En vigueur', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Ouvrir un exercice' }).click();
  await dialog.getByLabel('Nom de l’exercice').fill('Essai de nuit');
  await dialog.getByLabel('Informer le client').fill('4');
  await dialog.getByRole('button', { name: 'Ouvrir un exercice' }).click();
  // A limit without its place in the contract is refused, and nothing that was typed is lost.
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel(/Où est-ce écrit/).fill('article 9');
  await dialog.getByRole('button', { name: 'Ouvrir un exercice' }).click();
  await page.getByText('Aucun dépôt noté').waitFor();

  await page.getByRole('button', { name: 'Retirer le fichier de test' }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Fichier .txt' }).click();
  expect((await download).suggestedFilename()).toMatch(/^probant-eicar-[2-9A-Z]{12}\.txt$/);
  await dialog.getByRole('button', { name: 'Fermer' }).click();

  await page.getByRole('button', { name: 'Noter un dépôt' }).click();
  await dialog.getByLabel('Lieu').fill('Poste 12');
  await dialog.getByLabel('Méthode').fill('Copie');
  await dialog.getByLabel(/^Jour du dépôt(?!,)/).fill('2026-11-08');
  await dialog.getByRole('button', { name: 'Ajouter une détection' }).click();
  await dialog.getByLabel('Référence du ticket').fill('CAD-1');
  await dialog.getByLabel(/^Ouvert le(?!,)/).fill('2026-11-09');
  await dialog.getByLabel('Ouvert le, heure (vide si inconnue)').fill('02:01');
  await dialog.getByRole('button', { name: 'Enregistrer le dépôt' }).click();
  await page.getByText('2 h 01 à 26 h 01').first().waitFor();
  await expectNoAxeViolations(page);

  await page.getByRole('button', { name: 'Consigner', exact: true }).click();
  await dialog.getByRole('button', { name: 'Consigner', exact: true }).click();
  await page.getByText('En attente du fournisseur').waitFor();
  await page.context().close();
});

test('the supplier counter-signs what it reads, on a phone and in the dark', async () => {
  const page = await open('supplier', { width: 390, scheme: 'dark' });
  await goTo(page, '/follow-up/drills');
  const record = page.getByRole('region', { name: /Exercice de jour/ });
  await record.getByRole('button', { name: 'Contresigner' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Contresigner' }).click();
  await record.getByText('Contresigné').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await expectNoAxeViolations(page);
  await page.context().close();
});
