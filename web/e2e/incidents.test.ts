import { expectNoAxeViolations } from './harness/axe.js';
import { partOf } from './harness/engagement.js';
import { goTo, open } from './harness/open.js';

jest.setTimeout(180_000);

test('an incident is entered, its clocks run, and a refusal loses nothing', async () => {
  const page = await open('buyer');
  await goTo(page, await partOf(page, 'Sauvegarde des postes', 'incidents'));
  await page.getByRole('button', { name: 'Inscrire un incident' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nom de l’incident').fill('Postes chiffrés');
  await dialog.getByLabel('Ce qui s’est passé').fill('Douze postes.');
  await dialog.getByLabel('Survenu', { exact: true }).fill('2026-11-10');
  await dialog.getByLabel('Détecté par le fournisseur', { exact: true }).fill('2026-11-09');
  await dialog.getByRole('button', { name: 'Inscrire un incident' }).click();
  await dialog.getByRole('alert').waitFor();
  expect(await dialog.getByLabel('Nom de l’incident').inputValue()).toBe('Postes chiffrés');
  await dialog.getByLabel('Détecté par le fournisseur', { exact: true }).fill('2026-11-10');
  await dialog.getByLabel('Détecté par le fournisseur, heure (vide si inconnue)').fill('22:15');
  await dialog.getByLabel('Client informé', { exact: true }).fill('2026-11-11');
  await dialog.getByLabel('Client informé, heure (vide si inconnue)').fill('09:00');
  await dialog.getByLabel('Des données personnelles sont touchées').check();
  await dialog.getByRole('button', { name: 'Inscrire un incident' }).click();
  const incident = page.getByRole('region', { name: 'Postes chiffrés' });
  await incident.getByText('10 h 45').waitFor();
  await incident
    .getByRole('row', { name: /Notifier la violation de données/ })
    .getByText(/Dépassé de/)
    .waitFor();

  await incident.getByRole('button', { name: 'Tenir le dossier' }).click();
  await dialog.getByLabel('NIS 2 (incident important)').check();
  await dialog.getByLabel('Alerte précoce', { exact: true }).fill('2026-11-11');
  await dialog.getByLabel('Alerte précoce, heure (vide si inconnue)').fill('20:00');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await incident
    .getByRole('row', { name: /Alerte précoce/ })
    .getByText('Tenu')
    .waitFor();
  await expectNoAxeViolations(page);
  await page.context().close();
});

test('what the contract does not hold becomes a finding', async () => {
  const page = await open('buyer');
  await goTo(page, await partOf(page, 'Brest', 'incidents'));
  await page.getByRole('button', { name: 'En faire un constat' }).click();
  await page.getByText('Constat ouvert').waitFor();
  await page.context().close();
});

test('the supplier reports one on a phone, in the dark, and its customer reads it', async () => {
  const page = await open('supplier', { width: 390, scheme: 'dark' });
  await goTo(page, '/follow-up/incidents');
  await page.getByRole('button', { name: 'Signaler un incident' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nom de l’incident').fill('Lien coupé');
  await dialog.getByLabel('Ce qui s’est passé').fill('Opérateur.');
  await dialog.getByLabel('Survenu', { exact: true }).fill('2026-11-20');
  await dialog.getByRole('button', { name: 'Signaler un incident' }).click();
  await page.getByRole('region', { name: 'Lien coupé' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await expectNoAxeViolations(page);
  await page.context().close();
});
