import fs from 'node:fs';

import { expectNoAxeViolations } from './harness/axe.js';
import { goTo, open } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';

jest.setTimeout(120_000);

test('a workbook that comes back as it left changes nothing, and fits a phone', async () => {
  const page = await open('supplier', { width: 390 });
  const { items } = (await (await page.context().request.get('/api/requests?state=to-answer')).json()) as {
    items: { id: string; answered: number }[];
  };
  const request = items.find(({ answered }) => answered > 0);
  if (request === undefined) throw new Error('The demo has a request that was begun.');
  await goTo(page, `/requests/${request.id}/workbook`);

  const leaving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Télécharger le classeur' }).click();
  const file = await (await leaving).path();
  await page.locator('input[type=file]').setInputFiles({
    name: 'reponses.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: fs.readFileSync(file),
  });

  await page.getByText('Ce classeur ne change rien à vos réponses.').waitFor();
  await page.getByText(/\d+ identiques/).waitFor();
  await screenshot(page, 'workbook');
  expect(await page.getByText('Non comprise').count()).toBe(0);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBe(0);
  await expectNoAxeViolations(page);
  await page.context().close();
});
