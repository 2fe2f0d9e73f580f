import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { goTo, open } from './harness/open.js';

jest.setTimeout(120_000);

const words = {
  fr: {
    save: 'Enregistrer un profil daté',
    startFrom: /^Partir de .* v1$/,
    cancel: 'Annuler',
    undo: 'Annuler',
    compare: 'Comparer',
    rank: /^rang \d/,
    question: 'Peser une seule question',
    nothing: /Aucun poids n’est supérieur à zéro/,
  },
  en: {
    save: 'Save a dated profile',
    startFrom: /^Start from .* v1$/,
    cancel: 'Cancel',
    undo: 'Undo',
    compare: 'Compare',
    rank: /^rank \d/,
    question: 'Weigh a single question',
    nothing: /No weight is above zero/,
  },
} as const;

/** Once it is that of the weights on the sliders, and everybody in sight has a name. */
async function ranking(page: Page): Promise<string[]> {
  await page.locator('.pb-ranking[aria-busy=false] .pb-rank-row').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.pb-rank-row .pb-rank-unnamed') === null);
  return page.locator('.pb-rank-row').allInnerTexts();
}

/** Another journey may score an engagement anew between two readings: read again until nobody did. */
async function keptOverReload(page: Page): Promise<string[]> {
  let tried = await ranking(page);
  for (let left = 3; ; left -= 1) {
    await page.reload();
    const shown = await ranking(page);
    if (left > 0 && JSON.stringify(shown) !== JSON.stringify(tried)) tried = shown;
    else {
      expect(shown).toEqual(tried);
      return tried;
    }
  }
}

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  test('a weight moved with the keyboard moves the ranking, and the trial outlives the page until it is undone', async () => {
    const page = await open('risk-manager', { language });
    await goTo(page, '/weighing');
    const before = await ranking(page);
    expect(before.length).toBeGreaterThan(8);
    const sliders = page.getByRole('slider');
    for (const place of [0, 3]) {
      await sliders.nth(place).focus();
      await page.keyboard.press('End');
    }
    await page.waitForFunction(
      (shown) =>
        [...document.querySelectorAll('.pb-rank-row')].some(
          (row, index) => (row as HTMLElement).innerText !== shown[index],
        ),
      before,
    );
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: words[language].compare, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(words[language].rank).first().waitFor();
    await dialog.getByRole('checkbox').nth(1).click();
    await dialog.getByRole('columnheader').nth(3).waitFor();
    await expectNoAxeViolations(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words[language].save }).waitFor();
    const tried = await keptOverReload(page);
    expect(tried).not.toEqual(before);

    await page.getByRole('button', { name: words[language].startFrom }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: words[language].cancel }).click();
    expect(await ranking(page)).toEqual(tried);

    await page.getByRole('button', { name: words[language].undo, exact: true }).click();
    await page.waitForFunction(
      (shown) => document.querySelector<HTMLElement>('.pb-rank-row')?.innerText === shown,
      before[0],
    );
    await page.context().close();
  });

  test('a question weighed by itself counts for everybody, and the engagement that is open has its own score', async () => {
    const page = await open('risk-manager', { language });
    await goTo(page, '/weighing');
    const before = await ranking(page);
    await page.getByRole('button', { pressed: false }).filter({ hasText: 'Cadran' }).first().click();
    await page.getByRole('combobox', { name: words[language].question }).click();
    const [risks] = await Promise.all([
      page.waitForResponse((reply) => reply.url().includes('/api/weighing/risks?theme=')),
      (async () => {
        await page.getByRole('option').first().click();
        await page.locator('.pb-question-weights').getByRole('slider').focus();
        await page.keyboard.press('End');
      })(),
    ]);
    expect(risks.status()).toBe(200);
    await page.waitForFunction(
      (shown) =>
        [...document.querySelectorAll('.pb-rank-row')].some(
          (row, index) => (row as HTMLElement).innerText !== shown[index],
        ),
      before,
    );
    await ranking(page);
    // One is of 16 bits, the other of all that the engagement is made of.
    const numberIn = async (place: string): Promise<number> =>
      Number(/\d+[.,]\d\d/.exec(await page.locator(place).first().innerText())?.[0].replace(',', '.'));
    const exact = await numberIn('.pb-swings .pb-row');
    expect(Math.abs(exact - (await numberIn('.pb-rank-row button[aria-pressed=true] .pb-num')))).toBeLessThan(
      0.02,
    );
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: words[language].undo, exact: true }).click();
    await page.context().close();
  });

  test('weights that are all zero score nothing and cannot be saved', async () => {
    const page = await open('risk-manager', { language });
    await goTo(page, '/weighing');
    for (const slider of await page.getByRole('slider').all()) {
      await slider.focus();
      await page.keyboard.press('Home');
    }
    await page.getByText(words[language].nothing).waitFor();
    expect(await page.getByRole('button', { name: words[language].save }).isDisabled()).toBe(true);
    await page.context().close();
  });

  test('a judged case is replayed, and one fact otherwise changes it', async () => {
    const page = await open('risk-manager', { language });
    const cases = (await (await page.context().request.get('/api/cases')).json()) as {
      items: { key: string }[];
    };
    const [shown] = [cases.items.map(({ key }) => key)];
    expect(shown.length).toBeGreaterThanOrEqual(2);
    for (const key of shown.slice(0, 2)) {
      await goTo(page, `/cases/${key}`);
      const pane = page.locator('aside.pb-case-pane');
      const before = await pane.innerText();
      await page.getByRole('switch').first().click({ force: true });
      await page.waitForFunction(
        (text) => document.querySelector<HTMLElement>('aside.pb-case-pane')?.innerText !== text,
        before,
      );
      await expectNoAxeViolations(page);
    }
    await page.context().close();
  });
});
