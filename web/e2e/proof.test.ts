import { readFileSync, writeFileSync } from 'node:fs';
import { expectNoAxeViolations } from './harness/axe.js';
import { partOf } from './harness/engagement.js';
import { goTo, open } from './harness/open.js';

jest.setTimeout(120_000);

test('a file is sealed, downloaded, found intact offline, and one changed byte is named', async () => {
  const page = await open('risk-manager');
  await goTo(page, await partOf(page, 'Brest', 'proof-files'));
  await page.getByRole('button', { name: 'Sceller le dossier' }).click();
  const link = page.getByRole('link', { name: /^Télécharger dossier-de-preuve/ }).first();
  await link.waitFor({ timeout: 60_000 });
  await expectNoAxeViolations(page);
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const file = await download.path();

  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/verify.html');
  await page.setInputFiles('#file', file);
  await page.getByRole('heading', { name: 'Intact', exact: true }).waitFor({ timeout: 60_000 });
  await expectNoAxeViolations(page);
  expect(asked.filter((url) => !url.endsWith('/verify.html') && !url.startsWith('blob:'))).toEqual([]);

  const bytes = readFileSync(file);
  const place = bytes.indexOf('"format":"probant-chain/1"');
  bytes.writeUInt8(bytes.readUInt8(place + 2) ^ 1, place + 2);
  const broken = `${file}.zip`;
  writeFileSync(broken, bytes);
  await page.setInputFiles('#file', broken);
  await page.getByRole('heading', { name: 'Non intact' }).waitFor({ timeout: 60_000 });
  await page.getByText(/chains\/.*son contenu a été modifié/).waitFor();
  await page.context().close();
});
