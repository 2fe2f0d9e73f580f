import { expectNoAxeViolations } from './harness/axe.js';
import { engagementId } from './harness/engagement.js';
import { goTo, open } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';

jest.setTimeout(180_000);

test('a passage is taken for a clause, an answer is confronted, and the list goes out as a Word document', async () => {
  const page = await open('buyer');
  const id = await engagementId(page, 'Quartz');
  await goTo(page, `/engagements/${id}/contract?clause=CL-10`);
  await page.getByRole('heading', { level: 2, name: 'Juridiction' }).waitFor();
  await expectNoAxeViolations(page);
  await page.getByText('tribunal de commerce').first().waitFor();

  await page.getByRole('button', { name: 'Retenir ce passage' }).first().click();
  await page.getByRole('radio', { name: /^faible/ }).check();
  await page.getByText('Modifiée, pas encore enregistrée').waitFor();
  await page.getByRole('link', { name: /CL-21/ }).click();
  await page.getByRole('heading', { level: 2, name: 'Expert désigné conjointement' }).waitFor();
  await page.getByRole('link', { name: /CL-10/ }).click();
  await page.getByText('Modifiée, pas encore enregistrée').waitFor();
  await page.getByRole('button', { name: 'Enregistrer la clause' }).click();
  await page.getByText(/Enregistrée par Claire Vasseur/).waitFor();
  await page.getByRole('link', { name: /CL-10.*faible/ }).waitFor();

  const confronted = page.getByRole('region', { name: 'À confronter' });
  const before = await confronted.getByRole('link', { name: 'Constat ouvert' }).count();
  await confronted.getByRole('button', { name: 'Ouvrir un constat' }).first().click();
  await confronted.getByRole('link', { name: 'Constat ouvert' }).nth(before).waitFor();
  await screenshot(page, 'contract');

  await page.getByRole('button', { name: /Amendements/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /Word/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^amendements-.*\.docx$/);
  await page.context().close();
});

test('a pasted text is read beside its clauses, by keyboard alone', async () => {
  const page = await open('buyer', { language: 'en' });
  const id = await engagementId(page, 'Corvette');
  await goTo(page, `/engagements/${id}/contract`);
  await page.getByRole('button', { name: 'Add a document' }).press('Enter');
  await page
    .getByRole('textbox', { name: /Text of the contract/ })
    .fill(
      'ARTICLE 9. LIABILITY\n\nSupplier’s total liability is limited to the fees paid in the preceding 12 months.',
    );
  await page.getByRole('link', { name: 'Exposure' }).press('Enter');
  await page.locator('.pb-parts [aria-current=page]', { hasText: 'Exposure' }).waitFor();
  await page.goBack();
  await page.getByText('Entry restored').waitFor();
  await page.getByRole('button', { name: 'Add this text' }).press('Enter');
  await page.getByText('Pasted terms.txt').first().waitFor();
  await page.getByRole('link', { name: /CL-08/ }).press('Enter');
  await page.getByText(/Liability capped at a few months of fees/).waitFor();
  await page.getByRole('button', { name: 'Take this passage' }).press('Enter');
  await page.keyboard.press('3');
  expect(await page.getByRole('radio', { name: /^adverse/ }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Save the clause' }).press('Enter');
  await page.getByText(/Saved by/).waitFor();
  await page.reload();
  await page.getByRole('link', { name: /CL-08.*adverse/ }).waitFor();
  await page.context().close();
});

test('terms are recorded as versions, on a phone', async () => {
  const page = await open('buyer', { width: 390 });
  const id = await engagementId(page, 'Corvette');
  await goTo(page, `/engagements/${id}/contract/terms`);
  await page.getByLabel('Intitulé du contrat').fill('Hébergement du site');
  await page.getByLabel('Prend effet le').fill('2026-01-01');
  await page.getByLabel('Durée, en mois').fill('douze');
  await page.getByRole('button', { name: 'Enregistrer les conditions' }).click();
  await page.getByText('Indiquez un nombre entier').first().waitFor();
  await page.getByLabel('Durée, en mois').fill('12');
  await page.getByLabel('Prix annuel, en euros').fill('12 000,50');
  await page.getByRole('button', { name: 'Enregistrer les conditions' }).click();
  await page.getByRole('heading', { level: 2, name: 'Hébergement du site' }).waitFor();
  expect(await page.locator('main').textContent()).toContain('12\u202F000,50\u00A0€');
  expect(await page.locator('main').textContent()).toContain('31 déc. 2026');
  await page.context().close();
});
