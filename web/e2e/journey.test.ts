import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { readLetter } from './harness/letters.js';
import { address, goTo, open, settled } from './harness/open.js';

jest.setTimeout(240_000);

const mark = Date.now().toString(36);
const name = `Estran Infogérance ${mark}`;
const email = `lise.roudaut@estran-${mark}.example`;
const engagement = `Supervision des serveurs ${mark}`;

interface Sheet {
  readonly document: { readonly themes: readonly { readonly questions: readonly Asked[] }[] };
  readonly sheet: { readonly answers: readonly { readonly questionId: string; readonly revision: number }[] };
}

interface Asked {
  readonly id: string;
  readonly mustAnswer: boolean;
}

/** What blocks submitting and was not answered on the page is refused, which is an answer as well. */
async function refuseTheRest(page: Page, assessmentId: string): Promise<void> {
  const at = `/api/requests/${assessmentId}`;
  const { document, sheet } = (await (await page.request.get(`${at}/sheet`)).json()) as Sheet;
  const answered = new Set(sheet.answers.map(({ questionId }) => questionId));
  const left = document.themes
    .flatMap(({ questions }) => questions)
    .filter(({ id, mustAnswer }) => mustAnswer && !answered.has(id));
  if (left.length === 0) return;
  const reply = await page.request.put(`${at}/answers`, {
    headers: { origin: address() },
    data: {
      answers: left.map(({ id }) => ({
        questionId: id,
        revision: 0,
        clientKey: `journey-${id}`,
        state: 'refused',
      })),
    },
  });
  expect(reply.status()).toBe(200);
}

async function submit(page: Page, assessmentId: string): Promise<void> {
  await goTo(page, `/requests/${assessmentId}/review`);
  await page.getByRole('checkbox', { name: /j’atteste au nom de/ }).check();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Remettre à Mutuelle du Ponant' }).click();
  await page.getByRole('heading', { name: 'Accusé de remise' }).first().waitFor();
  await settled(page);
}

const isSaved = (page: Page) => page.locator('.pb-ans-foot .pb-status-done').waitFor();

let buyer: Page;
let supplier: Page;
let assessmentId: string;

beforeAll(async () => {
  buyer = await open('buyer');
  supplier = await open(null, { width: 390 });
});
afterAll(async () => {
  await buyer.context().close();
  await supplier.context().close();
});

test('the buyer adds a supplier, a contact and what is bought, and sends the questionnaire', async () => {
  await goTo(buyer, '/suppliers/new');
  await buyer.getByLabel('Nom', { exact: false }).first().fill(name);
  await buyer.getByRole('button', { name: 'Créer le fournisseur' }).click();
  await buyer.getByRole('heading', { name, level: 1 }).waitFor();
  await buyer.getByRole('button', { name: 'Ajouter un contact' }).first().click();
  const dialog = buyer.getByRole('dialog');
  await dialog.getByLabel('Nom').fill('Lise Roudaut');
  await dialog.getByLabel('Adresse électronique').fill(email);
  await dialog.getByRole('button', { name: 'Enregistrer le contact' }).click();
  await buyer.getByText(email).first().waitFor();

  await buyer.getByRole('link', { name: 'Décrire une prestation' }).click();
  await settled(buyer);
  await buyer.getByLabel('Nom de la prestation').fill(engagement);
  for (const group of await buyer.getByRole('radiogroup').all()) await group.getByLabel('Non').check();
  for (const select of await buyer.getByRole('combobox').all()) await select.selectOption({ index: 1 });
  await buyer.getByLabel('Le prestataire héberge-t-il vos données').selectOption('full');
  await buyer.getByRole('button', { name: 'Créer la prestation' }).click();
  await buyer.getByRole('heading', { name: engagement, level: 1 }).waitFor();
  const engagementId = new URL(buyer.url()).pathname.split('/')[2] ?? '';

  await goTo(buyer, `/campaigns/new?engagement=${engagementId}`);
  await buyer.getByLabel('Nom de la campagne').fill(`Campagne ${mark}`);
  await buyer.getByText('Rien ne s’oppose à l’envoi').waitFor();
  await buyer.getByRole('button', { name: 'Envoyer 1 évaluation' }).click();
  await buyer.getByRole('heading', { name: `Campagne ${mark}` }).waitFor();
});

test('on a phone the supplier comes in by link and code, without a password', async () => {
  await supplier.goto(await readLetter(buyer, email, /(https?:\S+\/r#\S+)/));
  await settled(supplier);
  await supplier.getByRole('button', { name: 'Recevoir le code' }).click();
  await supplier.getByLabel('Chiffre 1').click();
  const code = await readLetter(buyer, email, /(\d{4}\s\d{4})/);
  await supplier.keyboard.type(code.replace(/\s/g, ''));
  await supplier.getByRole('button', { name: 'Voir la demande' }).click();
  await supplier.getByLabel('Nom de votre organisation').fill(name);
  await supplier.getByRole('button', { name: 'Commencer à répondre' }).click();
  await supplier.waitForURL(/\/requests\/[0-9a-f-]{36}/);
  assessmentId = new URL(supplier.url()).pathname.split('/')[2] ?? '';
});

test('answers with the keyboard alone, attaches a piece, submits and holds a receipt', async () => {
  await supplier.setViewportSize({ width: 1440, height: 900 });
  await goTo(supplier, `/requests/${assessmentId}?q=BKP-04`);
  await supplier.locator('#question-BKP-04').waitFor();
  await supplier.keyboard.press('1');
  await isSaved(supplier);
  await supplier.keyboard.press('k');
  await supplier.locator('#question-BKP-03').waitFor();
  await supplier.keyboard.press('2');
  await isSaved(supplier);
  await supplier.keyboard.press('j');
  await supplier.locator('#answer-BKP-04-0:checked').waitFor();
  await supplier.locator('.pb-drop input[type=file]').setInputFiles({
    name: `restauration-${mark}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`Restauration testée le 3 novembre, ${mark}`),
  });
  await supplier.locator('.pb-ans-piece', { hasText: `restauration-${mark}` }).waitFor();

  await refuseTheRest(supplier, assessmentId);
  await submit(supplier, assessmentId);
  expect(await supplier.locator('main').innerText()).toMatch(/[0-9a-f]{64}/);
});

test('the buyer accepts the piece and returns the request; the supplier answers again', async () => {
  await goTo(buyer, `/assessments/${assessmentId}/review?q=BKP-04`);
  await buyer.getByRole('group', { name: 'Actes sur cette question' }).waitFor();
  await expectNoAxeViolations(buyer);
  await buyer.getByRole('button', { name: 'Retourner', exact: true }).click();
  const dialog = buyer.getByRole('dialog');
  await dialog.getByLabel('Ce que vous lui demandez').fill('Datez votre test de restauration.');
  await dialog.getByRole('button', { name: 'Retourner au fournisseur' }).click();
  await buyer.getByText('l’examen reprendra à sa prochaine remise').waitFor();

  await goTo(supplier, `/requests/${assessmentId}?q=BKP-03`);
  await supplier.locator('#question-BKP-03').waitFor();
  await supplier.keyboard.press('1');
  await isSaved(supplier);
  await submit(supplier, assessmentId);
  await supplier.getByText('Remise n° 2').first().waitFor();
});

test('the buyer finishes the review and decides, and the supplier reads the decision', async () => {
  await goTo(buyer, `/assessments/${assessmentId}/review`);
  await buyer.getByRole('button', { name: 'Terminer l’examen' }).click();
  await buyer.getByRole('dialog').getByRole('button', { name: 'Terminer l’examen' }).dblclick();
  await buyer.getByText('Examen terminé').first().waitFor();
  await buyer.getByRole('dialog').waitFor({ state: 'detached' });
  await goTo(buyer, `/assessments/${assessmentId}/decision`);
  await buyer.getByRole('radio', { name: /Signer sous conditions/ }).click();
  await buyer.getByRole('textbox', { name: /^Conditions/ }).fill('Un test de restauration par an.');
  await buyer.getByRole('textbox', { name: /^Motif, pour votre organisation/ }).fill('Réponses suffisantes.');
  await buyer.getByLabel('Communiquer la note au fournisseur').check();
  await expectNoAxeViolations(buyer);
  await buyer.getByRole('button', { name: 'Décider et prévenir le fournisseur' }).click();
  await buyer.getByText('Réponses suffisantes.').first().waitFor();

  await goTo(supplier, `/requests/${assessmentId}/receipt`);
  await supplier.getByText('Un test de restauration par an.').first().waitFor();
  expect(await supplier.locator('main').innerText()).not.toContain('Réponses suffisantes.');
});
