import ExcelJS from 'exceljs';

import { expectNoAxeViolations } from './harness/axe';
import { goTo, open } from './harness/open';

/** The requirement is a few words, and what is asked stands in the column after it. */
async function sheet(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book
    .addWorksheet('Grille')
    .addRows([
      ['Grille des prestataires'],
      ['Domaine', 'Exigence', 'Description', 'Réponses possibles'],
      ['Sauvegardes', 'Hors ligne', 'Avez-vous une copie déconnectée ?', '(oui: 0, non: 1)'],
      ['Accès', 'Comptes', 'Qui administre vos serveurs ?', ''],
    ]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('a buyer with the sheet of another', () => {
  test('mends what was guessed wrong, leaves an item out, and opens the draft', async () => {
    const page = await open('buyer');
    await goTo(page, '/questionnaires/import');
    await page.locator('input[type=file]').setInputFiles({
      name: 'grille.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await sheet(),
    });
    await page.getByText('Hors ligne', { exact: true }).waitFor();

    await page.getByLabel('Colonne C : Description').selectOption('question');
    await page.getByText('Avez-vous une copie déconnectée ?', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Laisser de côté la question q2' }).click();
    await page.getByText(/^Changements enregistrés à/).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Enregistrer 1 question' }).waitFor();
    await expectNoAxeViolations(page);

    await page.getByRole('button', { name: 'Enregistrer 1 question' }).click();
    await page.getByText('Brouillon, pas encore publié').waitFor();
    await page.getByText('Avez-vous une copie déconnectée ?').first().waitFor();
    await page.getByRole('button', { name: 'Versions', exact: true }).click();
    await page.getByText(/^Importé de grille\.xlsx/).waitFor();
    await page.context().close();
  });
});
