import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { goTo, open } from './harness/open.js';

jest.setTimeout(120_000);

interface Found {
  readonly engagementId: string;
  readonly scoredAssessmentId: string;
}

async function find(page: Page, search: string): Promise<Found> {
  const reply = await page.context().request.get(`/api/portfolio?search=${search}`);
  const { items } = (await reply.json()) as { items: Found[] };
  if (items[0] === undefined) throw new Error(`no engagement ${search}`);
  return items[0];
}

test('the curve tells what moved the score, and a day of it opens line by line with what was kept', async () => {
  const page = await open('risk-manager');
  const { engagementId } = await find(page, 'paie');
  await goTo(page, `/engagements/${engagementId}/ageing`);
  await page.getByRole('img', { name: /Score dans le temps/ }).waitFor();
  await expectNoAxeViolations(page);
  const moves = page.getByRole('table', { name: /fait bouger le score/ });
  await moves.getByRole('row').filter({ hasText: 'remise n° 1' }).getByRole('link').click();
  await page.getByText(/est retrouvé à l’identique/).waitFor();
  await page.getByText(/^Figés/).waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Revenir au score d’aujourd’hui' }).click();
  await page.getByRole('heading', { name: 'Le score aujourd’hui' }).waitFor();
  await page.context().close();
});

test('what lapses of all engagements is narrowed in the address and leads to its engagement', async () => {
  const page = await open('risk-manager');
  await goTo(page, '/portfolio');
  await page.getByRole('link', { name: 'Ce qui expire' }).click();
  await page.getByRole('table', { name: /Ce qui expire/ }).waitFor();
  await expectNoAxeViolations(page);
  await page.getByLabel('Période').selectOption('180');
  await page.waitForURL(/within=180/);
  await page.getByLabel('Ce qui expire', { exact: true }).selectOption('answers-to-reconfirm');
  await page.waitForURL(/kind=answers-to-reconfirm/);
  await page.locator('.pb-table-link').first().click();
  await page.getByRole('heading', { name: 'Ce qui expire' }).waitFor();
  await page.context().close();
});

test('one message asks whether answers still hold, and stands in the thread', async () => {
  const page = await open('buyer');
  const { engagementId, scoredAssessmentId } = await find(page, 'brest');
  await goTo(page, `/engagements/${engagementId}/ageing?within=180`);
  await page.getByRole('button', { name: 'Demander de reconfirmer' }).click();
  const body = page.getByRole('dialog').getByLabel('Message');
  expect(await body.inputValue()).toMatch(/sont-elles toujours exactes/);
  await page.getByRole('dialog').getByRole('button', { name: 'Envoyer' }).click();
  await page.getByText('Demande envoyée au fournisseur.').waitFor();
  const reply = await page.context().request.get(`/api/assessments/${scoredAssessmentId}/clarifications`);
  expect(await reply.text()).toContain('sont-elles toujours exactes');
  await page.context().close();
});
