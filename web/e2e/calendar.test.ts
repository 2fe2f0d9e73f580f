import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { address, goTo, open } from './harness/open.js';

jest.setTimeout(120_000);

interface Listed {
  readonly id: string;
}

async function find(page: Page, query: string): Promise<string> {
  const reply = await page.request.get(`${address()}/api/calendar?${query}`);
  const { items } = (await reply.json()) as { items: Listed[] };
  return items[0]?.id ?? '';
}

const side = (page: Page) => page.getByRole('complementary', { name: /À suivre|To follow/ });

test('the year is walked by arrow keys, a day opens beside it, and each number opens its list', async () => {
  const page = await open('buyer');
  await goTo(page, '/calendar');
  const year = page.getByRole('group', { name: /^Année/ });
  const days = year.locator('button[data-day]');
  await days.first().waitFor();
  await days.first().focus();
  const [first, second] = [
    await days.nth(0).getAttribute('data-day'),
    await days.nth(1).getAttribute('data-day'),
  ];
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-day'))).toBe(second);
  await page.keyboard.press('Home');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-day'))).toBe(first);
  await page.keyboard.press('Enter');
  await side(page)
    .getByRole('heading', { name: /^Échéances du/ })
    .waitFor();
  expect(page.url()).toContain(`day=${first ?? ''}`);
  await expectNoAxeViolations(page);

  const late = await side(page).locator('.pb-cal-figures b').first().innerText();
  await side(page).getByRole('link', { name: 'En retard' }).click();
  await page.getByRole('table', { name: 'Échéances' }).waitFor();
  expect(await page.getByRole('row').count()).toBe(Number(late) + 1);
  await page.context().close();
});

test('one is marked done with its proof, a refusal loses nothing, and the file of the engagement shows it', async () => {
  const page = await open('risk-manager');
  const id = await find(page, 'kind=last-export&search=paie%20en%20ligne');
  await goTo(page, `/calendar/${id}`);
  await page.getByLabel('Ce qui le prouve').fill('Export complet, empreinte au coffre.');
  await page.getByLabel('Faite le').fill('2100-01-01');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('alert').getByText('La date est à venir.').waitFor();
  expect(await page.getByLabel('Ce qui le prouve').inputValue()).toBe('Export complet, empreinte au coffre.');
  await page.getByLabel('Faite le').fill('2026-01-15');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('heading', { name: 'Ce qui en a été dit' }).waitFor();
  await page.getByText('faite le 15 janv. 2026').waitFor();
  await page.getByRole('link', { name: 'Paie en ligne' }).click();
  await page.getByRole('heading', { name: 'Faites ou sans objet' }).waitFor();
  await page.getByRole('link', { name: /Dernier export avant préavis/ }).waitFor();
  await page.context().close();
});

test('days of the file lead to the page that settles them, and an event to a questionnaire again', async () => {
  const page = await open('buyer');
  await goTo(page, `/calendar/${await find(page, 'kind=notice-cure')}`);
  await page.getByText('Premier jour sûr pour agir').waitFor();
  expect(await page.getByRole('button', { name: 'Enregistrer' }).count()).toBe(0);
  await expectNoAxeViolations(page);
  await page
    .getByRole('region', { name: 'Se règle dans le dossier' })
    .getByRole('link', { name: 'Ouvrir la mise en demeure' })
    .click();
  await page.waitForURL(/\/engagements\/[\w-]+\/notices\/[\w-]+$/);

  await goTo(page, `/calendar/${await find(page, 'kind=reassessment&search=Lagune')}`);
  await page.getByRole('link', { name: 'Exploitation du progiciel de cotisations' }).click();
  await page.getByRole('link', { name: 'Situation' }).click();
  const proposed = page.getByRole('region', { name: 'Réévaluation', exact: true });
  await proposed.getByText('nouveau sous-traitant', { exact: true }).waitFor();
  await expectNoAxeViolations(page);
  await proposed.getByRole('button', { name: 'Lancer la réévaluation' }).click();
  await page
    .getByRole('dialog')
    .getByText(/réponses remises le/)
    .waitFor();
  await page.context().close();
});

test('an address is shown once, is read without a session, and is gone once revoked', async () => {
  const page = await open('buyer', { language: 'en', scheme: 'dark' });
  await goTo(page, '/calendar?view=list');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^(Create|Renew) the address$/ }).click();
  const told = await dialog
    .getByText(/feeds\/[\w-]{43}\.ics/)
    .first()
    .innerText();
  const [path = ''] = /\/api\/calendar\/feeds\/[\w-]{43}\.ics/.exec(told) ?? [];
  await expectNoAxeViolations(page);
  const feed = `${address()}${path}`;
  const read = await fetch(feed);
  expect([read.status, read.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(await read.text()).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[^]*SUMMARY:[^]*END:VCALENDAR\r\n$/);
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await dialog.getByRole('button', { name: 'Create the address' }).waitFor();
  expect(await dialog.getByText(path).count()).toBe(0);
  expect((await fetch(feed)).status).toBe(404);
  await page.context().close();
});

test('on a phone the list and the question on a text stay within the page', async () => {
  const page = await open('buyer', { width: 390 });
  for (const path of [
    '/calendar',
    '/calendar?view=year',
    `/calendar/${await find(page, 'state=all&kind=regulation')}`,
  ]) {
    await goTo(page, path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  }
  await page.getByText('Que devez-vous changer').waitFor();
  await page.context().close();
});
