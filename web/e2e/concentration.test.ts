import { expectNoAxeViolations } from './harness/axe.js';
import { goTo, open } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';

jest.setTimeout(120_000);

test('what suppliers share is drawn, told for the one chosen, and stands in the table as well', async () => {
  const page = await open('risk-manager');
  await goTo(page, '/portfolio');
  await page.getByRole('link', { name: 'Concentration' }).click();
  const relais = page.getByRole('button', { name: /Relais Datacenter Ouest/ });
  await relais.waitFor();
  await relais.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Si Relais Datacenter Ouest s’arrête' }).waitFor();
  await screenshot(page, 'concentration');
  await page
    .getByRole('list', { name: /qui en dépendent/ })
    .getByRole('link', { name: /Nivéole Santé/ })
    .waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Tableau' }).click();
  const table = page.getByRole('table', { name: 'Sous-traitants, lieux et pays' });
  await table.getByRole('link', { name: 'Brest, salle 2' }).click();
  await page.getByRole('heading', { name: 'Si Brest, salle 2 s’arrête' }).waitFor();
  expect(page.url()).toContain('view=table');
  // Other journeys bring hundreds of companies.
  await page.getByLabel('Nature').selectOption({ label: 'Pays' });
  await table
    .getByRole('row', { name: /Maroc.*hors EEE/ })
    .getByRole('link')
    .click();
  await page.getByRole('heading', { name: /^Maroc/ }).waitFor();
  await page.context().close();
});

test('engagements chosen in the portfolio are compared question by question, and one with itself on two days', async () => {
  const page = await open('risk-manager');
  await goTo(page, '/portfolio?view=list&kind=scored');
  const boxes = page.getByRole('checkbox', { name: /pour comparer$/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole('status').getByRole('link', { name: 'Comparer' }).click();
  const table = page.getByRole('table', { name: 'Questions comparées' });
  await table.getByRole('rowheader').first().waitFor();
  expect(new URL(page.url()).searchParams.get('engagements')?.split(',')).toHaveLength(2);
  await table
    .getByText(/^Diffère/)
    .first()
    .waitFor();
  await screenshot(page, 'compare');
  await expectNoAxeViolations(page);
  await table.getByRole('columnheader').nth(1).getByRole('link').first().click();
  await page.getByRole('link', { name: 'Comparer deux dates' }).click();
  await page.getByLabel('Second jour').waitFor();
  await page.getByRole('button', { name: /^Toutes/ }).click();
  await table.getByRole('rowheader').first().waitFor();
  await page.context().close();
});
