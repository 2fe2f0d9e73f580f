import { addDays } from '@probant/shared/calendar';

import { today } from '../src/platform/today.js';
import { expectNoAxeViolations } from './harness/axe.js';
import { address, goTo, open } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';

jest.setTimeout(120_000);

test('a token is shown once, opens what its scopes name, and nothing once it is revoked', async () => {
  const name = `Tableau de bord ${Date.now()}`;
  const page = await open('supplier');
  await goTo(page, '/settings/api');
  await page.getByRole('button', { name: 'Nouveau jeton' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Nom').fill(name);
  await form.getByLabel('Dernier jour').fill(addDays(today(), 30));
  await form.getByRole('checkbox').first().check();
  await expectNoAxeViolations(page);
  await form.getByRole('button', { name: 'Créer le jeton' }).click();
  const secret = await page.getByText(/^prb_.{43}$/).innerText();
  await page.getByRole('button', { name: 'C’est fait' }).click();
  expect(await page.getByText(secret).count()).toBe(0);

  const asked = (): Promise<number> =>
    fetch(`${address()}/api/requests`, { headers: { authorization: `Bearer ${secret}` } }).then(
      ({ status }) => status,
    );
  expect(await asked()).toBe(200);
  await page.getByRole('button', { name: `Révoquer le jeton ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Révoquer' }).click();
  await page.getByRole('row', { name }).getByText('révoqué').waitFor();
  await screenshot(page, 'api-tokens');
  expect(await asked()).toBe(401);
});
