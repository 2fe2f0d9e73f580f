import { expectNoAxeViolations } from './harness/axe.js';
import { engagementId } from './harness/engagement.js';
import { goTo, open } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';

jest.setTimeout(180_000);

const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(`Pièce ${name}`) });

test('a notice is written from the contract, opens its gates, leaves by counsel, and its clock starts at receipt', async () => {
  const page = await open('buyer');
  const id = await engagementId(page, 'Quartz');
  await goTo(page, `/engagements/${id}/notices`);
  await page.getByRole('button', { name: 'Préparer une mise en demeure' }).click();
  await page.getByRole('heading', { level: 2, name: 'Projet de mise en demeure' }).waitFor();
  await page.getByRole('textbox', { name: 'Clause, mot pour mot' }).waitFor();
  await page.getByText('4 conditions à remplir').waitFor();

  await page.getByLabel('Datée du').fill('2026-01-12');
  await page.getByLabel('Force de la preuve').selectOption('E3');
  await page.locator('input[type=file]').setInputFiles(file('constat.txt'));
  await page.getByRole('button', { name: 'Ajouter un manquement' }).click();
  const breach = page.getByRole('group', { name: 'Manquement 1' });
  await breach.getByLabel('Obligation', { exact: true }).fill('Prendre en charge sous 30 minutes');
  await breach.getByLabel('Article du contrat').fill('4.2');
  await breach.getByLabel('Constaté le').fill('2026-01-10');
  await breach.getByLabel('Faits').fill('Trois jours d’attente.');
  await breach.getByLabel('En quoi c’est suffisamment grave').fill('La production était arrêtée.');
  await breach.getByRole('checkbox', { name: /constat\.txt/ }).check();
  await page.getByLabel('Votre adresse').fill('8 rue de la Fosse\n44000 Nantes');
  await page.getByLabel('Adresse du siège').fill('1 rue du Parc\n75008 Paris');
  await page.getByLabel('Signataire et qualité').fill('Claire Vasseur');
  await page.getByLabel('Ce que le prestataire doit faire').fill('Rétablir l’astreinte.');
  await page
    .getByRole('article', { name: /Mise en demeure/ })
    .getByText('Trois jours d’attente.')
    .waitFor();

  await page.reload();
  await page.getByText('Saisie reprise').waitFor();
  await page.getByRole('button', { name: 'Enregistrer le projet' }).click();
  await page.getByText('Toutes les conditions sont remplies.').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'notice-draft');

  await page.getByRole('button', { name: 'Confier au conseil' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Confier au conseil' }).click();
  await page.getByRole('button', { name: 'Consigner l’envoi' }).click();
  await dialog.getByLabel('Postée le').fill('2026-02-02');
  await dialog.getByLabel(/Numéro de la lettre/).fill('1A 204 318 5566 2');
  await dialog.getByLabel('Conseil qui a relu').fill('Me Perrin');
  await dialog.getByRole('button', { name: 'Consigner l’envoi' }).click();
  await page.getByText('Joignez d’abord l’avis de réception').waitFor();

  await page.locator('input[type=file]').setInputFiles(file('avis.txt'));
  await page.getByRole('heading', { level: 3, name: 'Avis de réception' }).waitFor();
  await page.getByRole('button', { name: 'Consigner la réception' }).click();
  await dialog.getByLabel('Reçue le').fill('2026-02-04');
  await dialog.getByRole('button', { name: 'Consigner la réception' }).click();
  const clock = page.getByRole('region', { name: 'Délai' });
  // The 30 days end on 6 March 2026, a Friday.
  await clock.getByText('6 mars 2026').waitFor();
  await clock.getByText('7 mars 2026').waitFor();
  await expectNoAxeViolations(page);
  await page.context().close();
});

test('a contract ended without notice shows the Douai banner, on a phone and in English', async () => {
  const page = await open('buyer', { language: 'en', width: 390 });
  const id = await engagementId(page, 'Corvette');
  await goTo(page, `/engagements/${id}/notices`);
  await page.getByRole('alert').getByText('Douai: termination without prior formal notice').waitFor();
  await expectNoAxeViolations(page);
  await page.context().close();
});

test('the supplier reads the letter, answers and shows its proof', async () => {
  const page = await open('supplier');
  await goTo(page, '/follow-up/notices');
  await page.locator('.pb-table-link').first().click();
  await page.getByText('Objet : Mise en demeure').first().waitFor();
  const before = await page.locator('.pb-notice-piece').count();
  await page.locator('input[type=file]').setInputFiles(file('preuve.txt'));
  await page.locator('.pb-notice-piece').nth(before).waitFor();
  await page.getByLabel('Votre réponse').selectOption('contests');
  await page.getByLabel('Texte').fill('Le troisième serveur n’est pas à notre charge.');
  await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await page.getByText('Le troisième serveur n’est pas à notre charge.').first().waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'notice-received');
  await page.context().close();
});
