import type { Locator, Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { goTo, open, settled } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';

jest.setTimeout(120_000);

/** How many engagements the page shows, in the map or in the list. */
async function rowsOf(page: Page): Promise<number> {
  await settled(page);
  return page.locator('main tbody tr').count();
}

/** A new address is drawn when the browser finds the time for it. */
async function untilRows(
  page: Page,
  holds: (rows: number, before: number) => boolean,
  before: number,
): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (holds(await rowsOf(page), before)) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`The list still shows ${await rowsOf(page)} of ${before} engagements.`);
}

/** Other journeys add engagements meanwhile: the figure and its list are read again until they were read at one moment. */
async function expectSameCount(page: Page, to: string, countOf: () => Promise<number>): Promise<void> {
  let [count, rows] = [NaN, NaN];
  for (let tries = 0; tries < 5 && count !== rows; tries += 1) {
    await goTo(page, '/portfolio');
    count = await countOf();
    await goTo(page, to);
    rows = await rowsOf(page);
  }
  expect({ to, rows }).toEqual({ to, rows: count });
}

const figures = (page: Page) => page.getByRole('list', { name: 'Chiffres du portefeuille' });

test('a risk manager and a buyer land on the portfolio, a supplier on its desk', async () => {
  for (const [seat, address] of [
    ['risk-manager', /\/portfolio$/],
    ['buyer', /\/portfolio$/],
    ['supplier', /\/desk$/],
  ] as const) {
    const page = await open(seat);
    await goTo(page, '/');
    expect(page.url()).toMatch(address);
    await page.context().close();
  }
});

const figureLinks = (page: Page) => figures(page).getByRole('listitem').locator('.pb-figure-link');
const gradeLinks = (page: Page) => page.locator('.pb-grades-bar a, .pb-knockouts-head, .pb-knockouts-row');

async function addresses(links: Locator): Promise<string[]> {
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
}

const linkTo = (links: Locator, page: Page, to: string) => links.and(page.locator(`[href="${to}"]`)).first();

test('each figure opens a list of as many engagements', async () => {
  const page = await open('risk-manager');
  await goTo(page, '/portfolio');
  const all = await addresses(figureLinks(page));
  expect(all.length).toBeGreaterThan(5);
  for (const to of all) {
    await expectSameCount(page, to, async () => {
      const value = linkTo(figureLinks(page), page, to).locator('.pb-figure-value');
      return Number.parseInt((await value.textContent()) ?? '', 10);
    });
  }
  await page.context().close();
});

test('each grade and each knock-out opens a list of as many engagements', async () => {
  const page = await open('risk-manager');
  await goTo(page, '/portfolio');
  const all = await addresses(gradeLinks(page));
  expect(all.length).toBeGreaterThan(3);
  for (const to of all) {
    await expectSameCount(page, to, async () =>
      Number(/\d+$/.exec((await linkTo(gradeLinks(page), page, to).textContent()) ?? '')?.[0]),
    );
  }
  await page.context().close();
});

test('the map names what is unlawful, and the arrows walk its cells', async () => {
  const page = await open('risk-manager');
  await goTo(page, '/portfolio?kind=unlawful');
  const table = page.getByRole('table');
  await table.getByText('éliminatoire : KO-HDS-1').first().waitFor({ state: 'attached' });
  await expectNoAxeViolations(page);

  await table.getByRole('rowheader').first().getByRole('link').focus();
  await page.keyboard.press('ArrowRight');
  const cell = page.locator(':focus');
  expect(await cell.getAttribute('title')).toMatch(/^\S.*\s:\s\d+,\d/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/assessments\/[0-9a-f-]{36}\/score$/);
  await page.context().close();
});

test('search, filters, order and presentation live in the address', async () => {
  const page = await open('risk-manager');
  await goTo(page, '/portfolio');
  const all = await rowsOf(page);
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await page.getByLabel('Fournisseur ou prestation').fill('cadran');
  await page.waitForURL(/search=cadran/);
  await untilRows(page, (rows, before) => rows > 0 && rows < before, all);
  const found = await rowsOf(page);
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  await page.waitForURL(/view=list/);
  await page.getByRole('button', { name: 'Échéance' }).click();
  await page.waitForURL(/sort=due/);
  await expectNoAxeViolations(page);

  await page.reload();
  await settled(page);
  expect(await rowsOf(page)).toBe(found);
  await page.goBack();
  await page.goBack();
  await page.getByRole('button', { name: 'Carte des risques', pressed: true }).waitFor();
  await page.getByRole('button', { name: 'Tout effacer' }).click();
  // At least as many: other journeys add engagements meanwhile.
  await untilRows(page, (rows, before) => rows >= before, all);
  await page.context().close();
});

test('the buyer sees what waits for a review, and gets to it', async () => {
  const page = await open('buyer');
  await goTo(page, '/portfolio');
  const waiting = page.locator('section', { hasText: 'Ce qui vous attend' });
  await waiting.locator('.pb-waiting-next a').first().click();
  await page.waitForURL(/\/assessments\/[0-9a-f-]{36}\/review/);
  await page.context().close();
});

test('a phone shows cards, and the map on demand', async () => {
  const page = await open('buyer', { width: 390 });
  await goTo(page, '/portfolio');
  await page.getByRole('table', { name: 'Prestations du portefeuille' }).waitFor();
  await page.getByRole('link', { name: 'Notes D et E' }).click();
  await page.getByRole('list', { name: 'Filtres' }).getByText('Notes D et E').waitFor();
  await page.getByRole('button', { name: 'Carte des risques' }).click();
  await page.getByRole('table', { name: 'Risque par fournisseur et par thème' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await expectNoAxeViolations(page);
  await page.context().close();
});

test.each(['light', 'dark'] as const)('pictures for the documentation, %s', async (scheme) => {
  const page = await open('risk-manager', { scheme });
  await goTo(page, '/portfolio');
  expect(await rowsOf(page)).toBeGreaterThan(10);
  await screenshot(page, scheme === 'light' ? 'portfolio' : 'portfolio-dark');
  await page.context().close();
});
