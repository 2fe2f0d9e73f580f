import { goTo, open } from './harness/open.js';
import { expectNoAxeViolations } from './harness/axe.js';
import { screenshot } from './harness/screenshot.js';

jest.setTimeout(120_000);

const before = 'section[aria-labelledby="case-before"]';

test('a certified subcontractor would have taken the Douai file from E to D, and the address keeps it', async () => {
  const page = await open('buyer');
  await goTo(page, '/cases/douai');
  const score = page.locator(before).locator('.pb-case-score');
  expect(await score.textContent()).toContain('90,00');
  expect(await page.locator(before).textContent()).toContain('KO-HDS-1');

  await page.getByRole('switch', { name: /sous-traitant/i }).check();

  await score.getByText('62,87', { exact: true }).waitFor();
  expect(await page.locator(before).textContent()).not.toContain('KO-HDS-1');
  expect(await page.locator('aside').textContent()).toContain('64,80');
  await page.waitForURL(/with=subcontractor-certified/);
  await expectNoAxeViolations(page);
  await screenshot(page, 'cases');
  await page.reload();
  await page.getByRole('switch', { checked: true }).waitFor();
  await page.context().close();
});

test('a written warning changes the Rennes file, by keyboard alone', async () => {
  const page = await open('risk-manager', { language: 'en' });
  await goTo(page, '/cases/rennes');
  const warning = page.getByRole('switch', { name: /written warning/i });
  await warning.focus();
  await page.keyboard.press('Space');

  await page.locator(before).locator('.pb-case-score').getByText('35.00', { exact: true }).waitFor();
  expect(await page.locator('aside').textContent()).toContain('51.75');
  await page.context().close();
});

test('each answer stands beside the very words of the ruling, and what the court decided in euros', async () => {
  const page = await open('buyer');
  await goTo(page, '/cases/rennes');
  const text = (await page.locator('main').textContent()) ?? '';
  expect(text).toContain('sauvegardes déconnectées');
  expect(text).toContain('482\u202F463,03\u00A0€');
  expect(text).toContain('50\u202F000,00\u00A0€');
  expect(text).toContain('Indicatif, pas un conseil juridique.');
  expect(text).toContain('Éditeur SaaS, conditions publiées');
  await page
    .getByRole('navigation', { name: 'Autres affaires' })
    .getByRole('link', { name: 'Douai' })
    .click();
  await page.getByRole('heading', { level: 1, name: 'Hébergeur, affaire de Douai' }).waitFor();
  await page.context().close();
});

test('the companies of the rulings are named in quotes alone', async () => {
  const page = await open('buyer');
  for (const key of ['douai', 'rennes', 'saas-terms']) {
    await goTo(page, `/cases/${key}`);
    const outside = await page.evaluate(() => {
      const copy = document.querySelector('main')?.cloneNode(true) as HTMLElement;
      for (const quote of copy.querySelectorAll('blockquote')) quote.remove();
      return copy.textContent;
    });
    expect(outside).not.toMatch(/D2L|Pictime|Coreye|Cyrès|Boost My Mail/i);
  }
  await page.context().close();
});

test('the log reads in sentences and its filter stands in the address', async () => {
  const page = await open('buyer');
  await goTo(page, '/audit');
  await page.getByLabel('Nature').selectOption('signed-in');
  await page.waitForURL(/kind=signed-in/);
  // Until then the table still holds the rows of the question before.
  await page.waitForFunction(() => {
    const sentences = [...document.querySelectorAll('.pb-audit-sentence')];
    return sentences.length > 0 && sentences.every((one) => one.textContent.includes('a ouvert une session'));
  });
  await page.getByText('Empreintes et texte').first().click();
  await page.getByRole('button', { name: 'Vérifier' }).first().click();
  await page.getByText('L’empreinte correspond.').waitFor();
  await page.context().close();
});
