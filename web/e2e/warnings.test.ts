import { expectNoAxeViolations } from './harness/axe.js';
import { partOf } from './harness/engagement.js';
import { goTo, open } from './harness/open.js';

jest.setTimeout(120_000);

test('an answer out of scope becomes a warning that the supplier signs and the buyer refuses', async () => {
  const supplier = await open('supplier');
  await goTo(supplier, '/follow-up/warnings');
  await supplier.getByRole('link', { name: 'Inscrire pour BKP-04' }).first().click();
  expect(await supplier.getByLabel('Objet').inputValue()).toBe('Sauvegarde déconnectée');
  await supplier.getByLabel('Coût mensuel (€)').fill('deux cents');
  await supplier.getByRole('button', { name: 'Signer et inscrire' }).click();
  await supplier.getByRole('alert').getByText('Indiquez un montant, par exemple 1').waitFor();
  await supplier.getByLabel('Coût mensuel (€)').fill('210');
  await supplier.getByLabel('Risque').fill('Un rançongiciel chiffrerait aussi les sauvegardes.');
  await supplier.getByLabel('Préconisation').fill('Une copie hebdomadaire hors ligne.');
  await supplier.getByLabel('À décider au plus tard le').fill('2099-01-31');
  await supplier.locator('input[type=file]').setInputFiles({
    name: 'proposition.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('La proposition de novembre.'),
  });
  await supplier.getByRole('button', { name: 'Retirer proposition.txt' }).waitFor();
  await supplier.getByRole('button', { name: 'Signer et inscrire' }).click();
  await supplier.getByRole('heading', { level: 1, name: 'Sauvegarde déconnectée' }).waitFor();
  await supplier.getByText('Le client n’a pas encore répondu.').waitFor();
  await expectNoAxeViolations(supplier);
  await goTo(supplier, '/follow-up/warnings');
  await supplier.getByRole('link', { name: 'Sauvegarde déconnectée' }).waitFor();

  const buyer = await open('buyer');
  await goTo(buyer, '/warnings?standing=undecided');
  await buyer.getByRole('link', { name: 'Sauvegarde déconnectée' }).click();
  await buyer.getByLabel('Refuser').check();
  await buyer.getByRole('button', { name: 'Signer' }).click();
  await buyer.getByRole('alert').getByText('Renseignez ce champ.').waitFor();
  await buyer.getByLabel('Motif').fill('Budget engagé.');
  await buyer.getByRole('button', { name: 'Signer' }).click();
  await buyer.getByText('« Budget engagé. »').waitFor();
  await buyer.getByRole('link', { name: 'proposition.txt' }).waitFor();
  await expectNoAxeViolations(buyer);
  await supplier.context().close();
  await buyer.context().close();
});

test('the buyer sees what nobody wrote, and enters a letter that the supplier has not signed', async () => {
  const page = await open('buyer');
  const path = await partOf(page, 'cotisations', 'warnings');
  await goTo(page, path);
  await page.getByRole('heading', { name: /hors périmètre » sans mise en garde/ }).waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('link', { name: 'Verser une mise en garde reçue' }).click();
  await page.getByLabel('Reçue le').fill('2026-03-02');
  await page.getByLabel('Objet').fill('Disques vieillissants');
  await page.getByLabel('Risque').fill('Une panne double perdrait des données.');
  await page.getByLabel('Préconisation').fill('Remplacer la baie.');
  await page.getByLabel('À décider au plus tard le').fill('2026-04-01');
  await page.getByRole('button', { name: 'Signer et inscrire' }).click();
  await page.getByText('Le fournisseur n’a pas encore confirmé cette entrée.').waitFor();
  await page.getByText('Remontée', { exact: true }).waitFor();
  await page.context().close();
});

test('in English and on a phone nothing leaves the page, and axe objects to nothing in the dark', async () => {
  const page = await open('risk-manager', { language: 'en', width: 390, scheme: 'dark' });
  for (const path of ['/warnings', await partOf(page, 'Infogérance du SI', 'warnings')]) {
    await goTo(page, path);
    await page.getByRole('link', { name: 'Pare-feu en fin de support' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await expectNoAxeViolations(page);
  }
  await page.getByRole('link', { name: 'Pare-feu en fin de support' }).click();
  await page.getByText('The customer has not answered yet.').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await page.context().close();
});
