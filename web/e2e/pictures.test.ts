import type { Page } from 'playwright-core';

import { goTo, open } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';

jest.setTimeout(120_000);

/** The first item of a list of the demo that is the one meant. */
async function find(page: Page, list: string, supplierOrTitle: string): Promise<string> {
  const reply = await page.context().request.get(list);
  const { items } = (await reply.json()) as {
    items: readonly { id: string; supplierName?: string; title?: string }[];
  };
  const found = items.find(({ supplierName, title }) => (supplierName ?? title) === supplierOrTitle);
  if (found === undefined) throw new Error(`${list} of the demo has no ${supplierOrTitle}.`);
  return found.id;
}

test('the supplier answers beside the ruling that is the reason for the question', async () => {
  const page = await open('supplier');
  const id = await find(page, '/api/requests', 'Supervision des liens et des pare-feu');
  await goTo(page, `/requests/${id}?q=BKP-04`);
  await page.locator('#question-BKP-04').waitFor();
  expect(await page.locator('blockquote').count()).toBeGreaterThan(0);
  await screenshot(page, 'supplier');
  await page.context().close();
});

test('the buyer reads why the score is what it is while reviewing', async () => {
  const page = await open('buyer');
  const id = await find(page, '/api/assessments?status=in-review', 'Nivéole Santé');
  await goTo(page, `/assessments/${id}/review?question=HDS-02`);
  await page.getByText('KO-HDS-1').first().waitFor();
  await page.locator('canvas').first().waitFor();
  await screenshot(page, 'buyer');
  await page.context().close();
});

test.each(['light', 'dark'] as const)('the risk manager sees the whole portfolio, %s', async (scheme) => {
  const page = await open('risk-manager', { scheme });
  await goTo(page, '/portfolio');
  await page.getByText('Nivéole Santé').first().waitFor();
  await screenshot(page, scheme === 'light' ? 'risk-manager' : 'risk-manager-dark');
  await page.context().close();
});

test('the risk manager weighs, and the ranking stands beside', async () => {
  const page = await open('risk-manager');
  await goTo(page, '/weighing');
  await page.getByRole('slider').nth(1).focus();
  await page.keyboard.press('End');
  await page.locator('.pb-rank-row').first().waitFor();
  await screenshot(page, 'weighing');
  await page.context().close();
});

test('the supplier comes home to what is asked and what would help', async () => {
  const page = await open('supplier');
  await goTo(page, '/desk');
  await screenshot(page, 'desk');
  await page.context().close();
});
