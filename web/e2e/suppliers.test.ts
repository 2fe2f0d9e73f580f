import { expectNoAxeViolations } from './harness/axe';
import { goTo, open, settled } from './harness/open';

const file = [
  'Raison sociale;N° SIREN;Courriel',
  'Corail Hébergement;;lea@corail.example',
  'Corail Hébergement;;paul@corail.example',
].join('\n');

describe('a buyer and their suppliers', () => {
  test('adds a company by its SIREN, describes what is bought, and sees the tier move', async () => {
    const page = await open('buyer');
    await goTo(page, '/suppliers/new');
    await page.getByLabel('Nom', { exact: false }).first().fill('Écume Infogérance');
    await page.getByLabel('SIREN').fill('732 829 321');
    await page.getByText('La clé de contrôle de ce SIREN ne tombe pas juste').waitFor();
    await page.getByLabel('SIREN').fill('');
    await page.getByRole('button', { name: 'Créer le fournisseur' }).click();
    await page.getByRole('heading', { name: 'Écume Infogérance', level: 1 }).waitFor();

    await page.getByRole('link', { name: 'Décrire une prestation' }).click();
    await settled(page);
    await page.getByLabel('Nom de la prestation').fill('Hébergement des dossiers');
    for (const group of await page.getByRole('radiogroup').all()) await group.getByLabel('Non').check();
    for (const select of await page.getByRole('combobox').all()) await select.selectOption({ index: 1 });
    await page.getByText('T1, Faible').waitFor();
    await page.getByRole('radiogroup').first().getByLabel('Oui').check();
    await page.getByLabel('Le prestataire héberge-t-il vos données').selectOption('full');
    await page.getByText('relevé à T4').waitFor();
    await page.getByRole('button', { name: 'Créer la prestation' }).click();
    await page.getByRole('heading', { name: 'Hébergement des dossiers', level: 1 }).waitFor();
    await expectNoAxeViolations(page);
    await page.context().close();
  });

  test('imports a sheet after seeing every row of it', async () => {
    const page = await open('buyer');
    await goTo(page, '/suppliers/import');
    await page.locator('input[type=file]').setInputFiles({
      name: 'liste.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(file),
    });
    await page.getByText('1 à créer, 0 à modifier').first().waitFor();
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Importer' }).click();
    await page.getByText('Import terminé').waitFor();
    await page.getByRole('link', { name: 'Voir les fournisseurs' }).click();
    await page.getByLabel('Nom, SIREN ou domaine').fill('corail');
    await page.getByText('1 résultat').waitFor();
    await page.getByRole('link', { name: 'Corail Hébergement' }).click();
    await page.getByText('paul@corail.example').first().waitFor();
    await page.context().close();
  });
});
