import type { Page } from 'playwright-core';

import { findRequest, isSaved, openAt } from './harness/answering.js';
import { expectNoAxeViolations } from './harness/axe.js';
import { readLetter } from './harness/letters.js';
import { open, settled } from './harness/open.js';

jest.setTimeout(180_000);

const theme = 'Santé financière et pérennité';
const question = 'FIN-01';

/** From the letter to the questions, by the keyboard alone once the code is asked for. */
async function enter(colleague: Page, email: string): Promise<void> {
  await colleague.goto(await readLetter(colleague, email, /(http\S+\/p#\S+)/));
  await colleague.getByRole('button', { name: 'Recevoir le code' }).click();
  await colleague.getByLabel('Chiffre 1').waitFor();
  const code = await readLetter(colleague, email, /code\s*:\s*(\d{4}\s\d{4})/);
  await colleague.keyboard.type(code.replace(/\s/g, ''));
  await colleague.keyboard.press('Enter');
  await colleague.waitForURL(/\/part/);
  await colleague.locator('#theme-title').waitFor();
  await settled(colleague);
}

async function handOver(admin: Page, email: string): Promise<void> {
  await admin.getByRole('button', { name: 'Confier une partie' }).first().click();
  await admin.getByLabel('Prénom et nom').fill('Yann Le Goff');
  await admin.getByLabel('Adresse électronique').fill(email);
  await admin.getByRole('checkbox', { name: new RegExp(theme) }).check();
  await admin.getByLabel('Un mot pour votre collègue').fill('Les comptes sont chez toi.');
  await expectNoAxeViolations(admin);
  await admin.getByRole('button', { name: 'Envoyer le lien', exact: true }).click();
  await admin.getByText(`Lien envoyé à ${email}`).waitFor();
}

test('a colleague answers the part that they were handed, and is told when it is taken back', async () => {
  const email = `yann-${Date.now()}@cadran.example`;
  const requestId = await findRequest();
  const admin = await open('supplier');
  await admin.goto(`/requests/${requestId}/parts`);
  await handOver(admin, email);

  const colleague = await open(null);
  await enter(colleague, email);
  await colleague.getByText('Les comptes sont chez toi.').waitFor();
  await colleague.getByText('Thème 1 sur 1', { exact: true }).waitFor();
  await colleague.goto(`/part?q=${question}`);
  await colleague.locator(`#question-${question}`).waitFor();
  await settled(colleague);
  await colleague.getByLabel('Commentaire').fill(`Relu par Yann, ${Date.now()}`);
  await isSaved(colleague);
  await expectNoAxeViolations(colleague);

  for (const elsewhere of [
    '/desk',
    '/answers',
    `/requests/${requestId}`,
    `/requests/${requestId}/workbook`,
  ]) {
    await colleague.goto(elsewhere);
    await colleague.getByText('Votre lien n’ouvre que les questions qui vous sont confiées.').waitFor();
  }
  await colleague.getByRole('link', { name: 'Revenir à vos questions' }).click();
  await colleague.locator('#theme-title').waitFor();

  await openAt(admin, requestId, question);
  await admin.getByText('Modifiée par Yann Le Goff').first().waitFor();
  await admin.goto(`/requests/${requestId}/parts`);
  await admin.getByRole('button', { name: /^Reprendre.*Yann Le Goff/ }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Reprendre' }).click();
  await admin.getByText('ce que Yann Le Goff a enregistré reste dans la demande').waitFor();

  await colleague.reload();
  await colleague.getByRole('heading', { name: 'La partie qui vous était confiée a été reprise' }).waitFor();
  await colleague.getByText('restent dans la demande, sous votre nom').waitFor();
  await expectNoAxeViolations(colleague);
  await Promise.all([admin.context().close(), colleague.context().close()]);
});
