import fs from 'node:fs';

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

/** Follows an address of the screen as its links do, without loading the product anew. */
async function follow(page: Page, to: string): Promise<void> {
  await page.evaluate((address) => {
    window.history.pushState({}, '', address);
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, to);
  await page.waitForFunction(
    (address) =>
      window.location.pathname + window.location.search === address &&
      document.querySelector('[aria-busy="true"], .mantine-Skeleton-root') === null,
    to,
  );
}

interface Counted {
  readonly to: string;
  readonly count: number;
}

/** Every link that shows a number, as it stands now. */
async function countedOf(links: Locator): Promise<Counted[]> {
  return links.evaluateAll((all) =>
    all.map((link) => ({
      to: link.getAttribute('href') ?? '',
      count: Number(
        /\d+(?=\D*$)/.exec(
          link.querySelector('.pb-figure-value')?.firstChild?.textContent ??
            link.querySelector('text')?.textContent ??
            link.textContent,
        )?.[0],
      ),
    })),
  );
}

/** Other journeys add engagements meanwhile: figures and lists are read again until they were read at one moment. */
async function expectListsOf(page: Page, from: string, linksOf: () => Locator): Promise<void> {
  let wrong: object[] = [{}];
  for (let tries = 0; tries < 5 && wrong.length > 0; tries += 1) {
    await goTo(page, from);
    const counted = await countedOf(linksOf());
    expect(counted.length).toBeGreaterThan(5);
    wrong = [];
    for (const { to, count } of counted) {
      await follow(page, to);
      const rows = await rowsOf(page);
      if (rows !== count) wrong.push({ to, count, rows });
    }
  }
  expect(wrong).toEqual([]);
}

const figures = (page: Page) => page.getByRole('list', { name: 'Chiffres du portefeuille' });

test('a risk manager and a buyer land on what needs them today, a supplier on its desk', async () => {
  const homes = [
    ['risk-manager', /\/home$/],
    ['buyer', /\/home$/],
    ['supplier', /\/desk$/],
  ] as const;
  await Promise.all(
    homes.map(async ([seat, address]) => {
      const page = await open(seat);
      await goTo(page, '/');
      expect(page.url()).toMatch(address);
      await page.context().close();
    }),
  );
});

test('each figure, each grade and each knock-out opens a list of as many engagements', async () => {
  const page = await open('risk-manager');
  await expectListsOf(page, '/portfolio', () =>
    figures(page)
      .locator('.pb-figure-link')
      .or(page.locator('.pb-knockouts-head, .pb-knockouts-row'))
      .or(page.locator('.pb-grades-bar a[href*="grade="]').filter({ hasText: /\d/ })),
  );
  await page.context().close();
});

test('a board reads its drawings: every number opens its list, a table stands behind, files leave', async () => {
  const page = await open('risk-manager');
  const risk = page.getByRole('region', { name: 'Risque inhérent et risque résiduel' });
  await expectListsOf(page, '/portfolio?view=figures', () => risk.locator('svg a'));
  await follow(page, '/portfolio?view=figures');
  await page.getByRole('heading', { name: 'Ce qui expire' }).waitFor();
  await screenshot(page, 'portfolio-figures');
  await expectNoAxeViolations(page);

  await risk.getByRole('button', { name: 'Tableau', exact: true }).click();
  await risk.getByRole('rowheader', { name: 'T4' }).waitFor();
  for (const [format, ending] of [
    ['Image (PNG)', 'png'],
    ['Dessin (SVG)', 'svg'],
    ['Tableau (CSV)', 'csv'],
  ] as const) {
    await risk.getByRole('button', { name: /Télécharger/ }).click();
    const download = page.waitForEvent('download');
    await risk.getByRole('button', { name: format }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`probant-inherent-residual.${ending}`);
    expect(fs.statSync(await file.path()).size).toBeGreaterThan(ending === 'csv' ? 50 : 2_000);
  }
  await page.context().close();
});

test('a view is kept under a name, and its address opens it for a colleague', async () => {
  const page = await open('risk-manager');
  const name = `Notes D ${Date.now()}`;
  await goTo(page, '/portfolio?grade=D&view=list');
  const menu = page.getByRole('button', { name: 'Vues enregistrées' });
  await menu.click();
  await page.getByRole('button', { name: 'Enregistrer cette vue' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nom').fill(name);
  await dialog.getByLabel('La proposer à tous les membres').check();
  await dialog.getByRole('button', { name: 'Enregistrer cette vue' }).click();
  await dialog.waitFor({ state: 'hidden' });

  const colleague = await open('buyer');
  await goTo(colleague, '/portfolio');
  await colleague.getByRole('button', { name: 'Vues enregistrées' }).click();
  await colleague.getByRole('group', { name: 'Vues partagées' }).getByRole('link', { name }).click();
  await colleague.waitForURL(/\/portfolio\?grade=D&view=list$/);
  await colleague.context().close();

  await menu.click();
  await page.getByRole('button', { name: `Supprimer «\u00a0${name}\u00a0»` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Supprimer la vue' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
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

test('pictures for the documentation, light and dark', async () => {
  await Promise.all(
    (['light', 'dark'] as const).map(async (scheme) => {
      const page = await open('risk-manager', { scheme });
      await goTo(page, '/portfolio');
      expect(await rowsOf(page)).toBeGreaterThan(10);
      await screenshot(page, scheme === 'light' ? 'portfolio' : 'portfolio-dark');
      await page.context().close();
    }),
  );
});
