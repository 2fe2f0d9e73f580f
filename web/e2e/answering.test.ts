import type { Page } from 'playwright-core';

import { findRequest, giveAnswer, isSaved, openAt, readAnswer } from './harness/answering.js';
import { expectNoAxeViolations } from './harness/axe.js';
import { open } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';

jest.setTimeout(120_000);

let requestId: string;
const openQuestion = (page: Page, questionId: string) => openAt(page, requestId, questionId);
const savedAnswer = (page: Page, questionId: string) => readAnswer(page, requestId, questionId);

beforeAll(async () => {
  requestId = await findRequest();
});

const footStatus = (page: Page) => page.locator('.pb-ans-foot .pb-status').first();
test('a digit answers, the answer is saved by itself, and J and K walk on with the focus', async () => {
  const page = await open('supplier');
  await openQuestion(page, 'BKP-04');
  await page.keyboard.press('2');
  await isSaved(page);
  expect(await savedAnswer(page, 'BKP-04')).toMatchObject({ state: 'answered', value: 'immuable' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('immuable');
  await page.keyboard.press('k');
  await page.locator('#question-BKP-03').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('question-BKP-03');
  await page.keyboard.press('j');
  await page.locator('#answer-BKP-04-1:checked').waitFor();
  await screenshot(page, 'answering');
  await page.context().close();
});

test('without the server an answer waits, survives a reload and is saved once it is back', async () => {
  const page = await open('supplier');
  await openQuestion(page, 'BKP-01');
  const before = await savedAnswer(page, 'BKP-01');
  await page.route('**/answers', (route) => route.abort());
  await page.keyboard.press(before?.value === 'matrice' ? '1' : '2');
  await page.getByText('Hors ligne : 1 réponse en attente').first().waitFor();
  expect(await savedAnswer(page, 'BKP-01')).toEqual(before);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.locator('#question-BKP-01').waitFor();
  await page.getByText('Hors ligne : 1 réponse en attente').first().waitFor();
  await page.unroute('**/answers');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await isSaved(page);
  expect(await savedAnswer(page, 'BKP-01')).toMatchObject({ revision: (before?.revision ?? 0) + 1 });
  await page.context().close();
});

test('when somebody else was faster both values stand there, and mine can stay', async () => {
  const page = await open('supplier');
  await openQuestion(page, 'BKP-04');
  await page.keyboard.press('1');
  await isSaved(page);
  const mine = await savedAnswer(page, 'BKP-04');
  const other = await page.context().request.put(`/api/requests/${requestId}/answers`, {
    headers: { origin: new URL(page.url()).origin },
    data: {
      answers: [
        {
          questionId: 'BKP-04',
          revision: mine?.revision,
          clientKey: `colleague-${String(mine?.revision)}`,
          state: 'answered',
          value: 'non',
        },
      ],
    },
  });
  expect(other.status()).toBe(200);
  await page.keyboard.press('3');
  const notice = page.locator('.pb-ans-conflict');
  await notice.waitFor();
  expect(await notice.innerText()).toContain('Non, dans votre mission, sans mise en garde écrite');
  expect(await notice.innerText()).toContain('Non, mais mise en garde écrite et datée remise au client');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Garder la mienne' }).click();
  await isSaved(page);
  expect(await savedAnswer(page, 'BKP-04')).toMatchObject({ value: 'hors_perimetre_averti' });
  await page.context().close();
});

test('a number that is none stays as typed with its reason, and a French decimal is saved', async () => {
  const page = await open('supplier');
  await openQuestion(page, 'BKP-02');
  const field = page.locator('#answer-BKP-02');
  await field.fill('douze');
  await page.getByText('À corriger : Indiquez un nombre.').first().waitFor();
  expect(await field.inputValue()).toBe('douze');
  await expectNoAxeViolations(page);
  await field.fill('12,5');
  await isSaved(page);
  expect(await savedAnswer(page, 'BKP-02')).toMatchObject({ value: 12.5 });
  await page.context().close();
});

test('a question that another answer makes moot says which, and comes back', async () => {
  const page = await open('supplier');
  await openQuestion(page, 'BKP-03');
  await page.keyboard.press('5');
  await page.getByText('BKP-05 : sans objet car BKP-03 : Aucune copie externe').waitFor();
  await page.keyboard.press('2');
  await page.getByText('BKP-05 : sans objet').waitFor({ state: 'detached' });
  await isSaved(page);
  await page.context().close();
});

test('a piece is kept and dated; the EICAR file is refused by its name', async () => {
  const page = await open('supplier');
  await openQuestion(page, 'BKP-04');
  const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');
  const name = `proces-verbal-${String(Date.now())}.txt`;
  await page.locator('.pb-drop input[type=file]').setInputFiles([
    { name, mimeType: 'text/plain', buffer: Buffer.from(`Restauration testée, ${name}`) },
    { name: 'piege.pdf', mimeType: 'application/pdf', buffer: Buffer.from(eicar) },
  ]);
  await page.getByText(/piege\.pdf est refusé\s: signature .*EICAR/i).waitFor();
  const piece = page.locator('.pb-ans-piece', { hasText: name });
  await piece.getByText('Nature non précisée').first().waitFor();
  await piece.getByRole('button', { name: 'd’après son nom : confirmer' }).click();
  const date = piece.locator('input[type=date]').first();
  await date.fill('2026-10-14');
  // Tab goes from the day to the month first: the field is left another way.
  await date.blur();
  await piece.getByText('datée du 14 oct. 2026').waitFor();
  await piece.getByText('Nature non précisée').waitFor({ state: 'detached' });
  await expectNoAxeViolations(page);
  await page.context().close();
});

test.each([
  ['fr', 'light', 390],
  ['en', 'dark', 390],
  ['en', 'dark', 1440],
] as const)('rows of a table are fields with names, in %s, %s, %i wide', async (language, scheme, width) => {
  const page = await open('supplier', { language, scheme, width });
  await openQuestion(page, 'SUB-01');
  await giveAnswer(page, requestId, { questionId: 'SUB-01', value: 'complete' });
  await openQuestion(page, 'SUB-02');
  await page.getByRole('button', { name: /^(Ajouter une ligne|Add a row)$/ }).click();
  await page
    .getByLabel(/^(Nom, ligne|Name, row) \d+$/)
    .last()
    .fill('Hébergeur');
  await page
    .getByLabel(/^SIREN, (ligne|row) \d+$/)
    .last()
    .fill('732829321');
  await page
    .getByText(/^(La clé de ce SIREN|The checksum of this SIREN)/)
    .last()
    .waitFor();
  await expectNoAxeViolations(page);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
  await page
    .getByRole('button', { name: /^(Retirer la ligne|Remove row) \d+$/ })
    .last()
    .click();
  await footStatus(page).waitFor();
  await page.context().close();
});

test('on a phone the themes open over the screen and the last word leads on', async () => {
  const page = await open('supplier', { width: 390 });
  await openQuestion(page, 'BKP-04');
  await page.getByRole('button', { name: /Choisir un thème/ }).click();
  await page.getByRole('dialog').waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: /^Sous-traitants/ }).click();
  await page.locator('#theme-title', { hasText: 'Sous-traitants' }).waitFor();
  await screenshot(page, 'answering-phone');
  await page.context().close();
});
