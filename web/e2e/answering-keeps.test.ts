import type { Page } from 'playwright-core';

import { findRequest, giveAnswer, isSaved, openAt, readAnswer } from './harness/answering.js';
import { expectNoAxeViolations } from './harness/axe.js';
import { open } from './harness/open.js';

jest.setTimeout(120_000);

let requestId: string;
const openQuestion = (page: Page, questionId: string) => openAt(page, requestId, questionId);

beforeAll(async () => {
  requestId = await findRequest();
});

test('a piece that is taken away comes back by one key, and the viewer gives the focus back', async () => {
  const page = await open('supplier');
  await openQuestion(page, 'BKP-04');
  const name = `releve-${String(Date.now())}.txt`;
  await page
    .locator('.pb-drop input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });
  const piece = page.locator('.pb-ans-piece', { hasText: name });
  const menu = piece.getByRole('button', { name: `Actions sur ${name}` });
  await menu.click();
  await piece.getByRole('button', { name: 'Voir' }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.classList.contains('pb-ans-dots'));
  await menu.click();
  await piece.getByRole('button', { name: 'Retirer de cette question' }).click();
  await page.getByText(`${name} est retirée de cette question.`).waitFor();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Enter');
  await piece.locator('.pb-ans-thumb').waitFor();
  await page.context().close();
});

test('what is written to the buyer and not sent is there again, and stands on the page before sending', async () => {
  const page = await open('supplier');
  await openQuestion(page, 'BKP-06');
  await page.getByRole('button', { name: 'Demander à l’acheteur' }).click();
  await page.getByLabel('Votre message').fill('De quel site parlez-vous');
  await page.locator('#question-BKP-06').focus();
  await page.keyboard.press('j');
  await page.locator('.pb-ans-folded', { hasText: 'BKP-06' }).getByText('Message non envoyé').waitFor();
  await page.reload();
  await page.locator('.pb-ans-folded', { hasText: 'BKP-06' }).getByRole('button').click();
  await page.getByLabel('Votre message').waitFor();
  expect(await page.getByLabel('Votre message').inputValue()).toBe('De quel site parlez-vous');
  await page.goto(`/requests/${requestId}/review`);
  await page.getByText('Message à l’acheteur, non envoyé').waitFor();
  await openQuestion(page, 'BKP-06');
  await page.getByLabel('Votre message').fill('');
  await page.context().close();
});

test('a file on its way is told on every question and held when the page is left', async () => {
  const page = await open('supplier');
  await openQuestion(page, 'BKP-04');
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/evidence', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  const name = `lent-${String(Date.now())}.txt`;
  await page
    .locator('.pb-drop input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });
  await page.locator('#question-BKP-04').focus();
  await page.keyboard.press('j');
  await page.locator('.pb-ans-wide', { hasText: 'Dépôt de 1 pièce en cours' }).waitFor();
  const asked = page.waitForEvent('dialog');
  void page.evaluate(() => {
    setTimeout(() => {
      location.reload();
    });
  });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  letGo();
  await page.locator('.pb-ans-wide', { hasText: 'Enregistré' }).waitFor();
  await page.context().close();
});

test('no step of a fast walk is lost, and the back button leads to where it began', async () => {
  const page = await open('supplier');
  await openQuestion(page, 'BKP-01');
  await page.evaluate(() => {
    for (let step = 0; step < 5; step += 1) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
    }
  });
  await page.locator('#question-BKP-06').waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'question-BKP-06');
  await page.goBack();
  await page.locator('#question-BKP-01').waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'question-BKP-01');
  await page.context().close();
});

test('back from "does not apply" the answer before is there, and the reason when one returns to it', async () => {
  const page = await open('supplier');
  await openQuestion(page, 'FIN-02');
  await giveAnswer(page, requestId, { questionId: 'FIN-02', value: 'nda' });
  await openQuestion(page, 'FIN-02');
  await page.getByRole('button', { name: 'Sans objet' }).click();
  await page.locator('.pb-ans-foot', { hasText: 'À compléter' }).waitFor();
  expect(await page.locator('.pb-ans-card .pb-field-error:visible', { hasText: /./ }).count()).toBe(0);
  await page.keyboard.type('Premier exercice en cours');
  await isSaved(page);
  // As on another computer: only the server knows what was said before.
  await page.evaluate(() => {
    indexedDB.deleteDatabase('probant');
  });
  await page.reload();
  await page.getByRole('button', { name: 'Revenir à la réponse' }).click();
  await page.locator('input[type=radio][value=nda]:checked').waitFor();
  await isSaved(page);
  expect(await readAnswer(page, requestId, 'FIN-02')).toMatchObject({ state: 'answered', value: 'nda' });
  await page.context().close();
});
