import { expectNoAxeViolations } from './harness/axe.js';
import { goTo, open } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';

jest.setTimeout(120_000);

test('a buyer takes a review by keys, and sees one file in all the places where it waits', async () => {
  const page = await open('buyer');
  await goTo(page, '/reviews');
  await screenshot(page, 'reviews');
  await page.keyboard.press('j');
  const row = page.locator('tr', { has: page.locator(':focus') });
  const select = row.getByRole('combobox');
  const taken = page.waitForResponse(
    (reply) => reply.request().method() === 'PUT' && /reviewer/.test(reply.url()),
  );
  await page.keyboard.press('t');
  expect((await taken).status()).toBe(200);
  await page.waitForFunction(
    (one) => one instanceof HTMLSelectElement && one.selectedOptions[0]?.text === 'Claire Vasseur',
    await select.elementHandle(),
  );

  await page.getByRole('button', { name: 'Regarder et accepter' }).first().click();
  const dialog = page.getByRole('dialog');
  const places = await dialog.getByRole('checkbox').count();
  expect(places).toBeGreaterThan(1);
  await dialog.getByRole('button', { name: `Accepter à ${places} endroits` }).waitFor();
  await expectNoAxeViolations(page);
  await dialog.getByRole('checkbox').first().uncheck();
  await dialog.getByRole('button', { name: new RegExp(`Accepter à ${places - 1} endroit`) }).waitFor();
  await page.keyboard.press('Escape');
});

test('each step of a campaign leads to those who reached it, and a nudge is read before it leaves', async () => {
  const page = await open('buyer');
  await goTo(page, '/campaigns');
  await page.getByRole('link', { name: 'Complément d’automne' }).click();
  const submitted = page.getByRole('listitem').filter({ hasText: 'Remises' }).getByRole('link');
  const [count = ''] = /\d+/.exec(await submitted.innerText()) ?? [];
  expect(Number(count)).toBeGreaterThan(0);
  await submitted.click();
  await page.getByText(`${count} résultat`).waitFor();

  await page.getByText('Ouverte, pas commencée').first().click();
  await page
    .getByRole('button', { name: /^Relancer / })
    .filter({ visible: true })
    .last()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Votre mot, en français').fill('Un mot de la part de Claire.');
  await dialog.getByText('recevra').waitFor();
  await screenshot(page, 'campaign-nudge');
  await expectNoAxeViolations(page);
});
