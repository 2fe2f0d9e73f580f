import fs from 'node:fs';

import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { address, goTo, open } from './harness/open.js';

jest.setTimeout(180_000);

interface Draft {
  readonly id: string;
  readonly revision: number;
}

async function post(page: Page, path: string, data: object): Promise<Draft> {
  const reply = await page.request.post(path, { data, headers: { origin: address() } });
  if (!reply.ok()) throw new Error(`${path} was answered ${String(reply.status())}: ${await reply.text()}`);
  return (await reply.json()) as Draft;
}

const asked = {
  id: 'VRS-01',
  type: 'single',
  text: { fr: 'Gardez-vous une copie hors ligne ?', en: 'Do you keep a copy offline?' },
  weight: 3,
  evidence: { need: 'none', kinds: [] },
  notApplicable: true,
  ref: [],
  severity: 'low',
  options: [
    { value: 'oui', label: { fr: 'Oui', en: 'Yes' }, risk: 0 },
    { value: 'non', label: { fr: 'Non', en: 'No' }, risk: 1 },
  ],
};

/** A copy of the library with a question of its own, published once; then that question is changed and another left out. */
async function changedCopy(page: Page): Promise<string> {
  const stamp = String(Date.now());
  const title = { fr: `Comparé ${stamp}`, en: `Compared ${stamp}` };
  let draft = await post(page, '/api/questionnaires', { fromLibrary: true, title });
  const edits = `/api/questionnaires/${draft.id}/edits`;
  const edit = async (change: object): Promise<void> => {
    draft = await post(page, edits, { revision: draft.revision, ...change });
  };
  await edit({ kind: 'add-question', themeCode: 'BKP', question: asked });
  draft = await post(page, `/api/questionnaires/${draft.id}/versions`, { revision: draft.revision });
  const text = { fr: 'Gardez-vous une copie déconnectée ?', en: 'Do you keep a copy offline?' };
  await edit({ kind: 'change-question', question: { ...asked, text, weight: 4 } });
  await edit({ kind: 'leave-out-question', questionKey: 'MSS-05' });
  return draft.id;
}

test('what publishing would change is told before, and two versions are compared in words, as text and for the answers', async () => {
  const page = await open('risk-manager');
  const id = await changedCopy(page);
  await goTo(page, `/questionnaires/${id}`);
  await page.getByRole('button', { name: 'Publier la version 2' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/Depuis la version 1 · 3\s+changements/).waitFor();
  await dialog.getByText(/1\s+à reconfirmer/).waitFor();
  await dialog.getByText(/1\s+non reprise/).waitFor();
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Publier la version 2' }).click();
  await dialog.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Versions', exact: true }).click();
  await page.getByRole('link', { name: 'Comparer deux versions' }).click();
  await page.getByRole('heading', { name: /De la version 1 à la version 2 · 3\s+changements/ }).waitFor();
  await page.getByText('Le poids passe de 3 à 4.').waitFor();
  expect(await page.locator('del').allTextContents()).toEqual(['hors ligne']);
  expect(await page.locator('ins').allTextContents()).toEqual(['déconnectée']);
  await expectNoAxeViolations(page);

  await page.getByRole('button', { name: /^Retrait/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Le poids passe de 3 à 4.').waitFor({ state: 'detached' });
  await page.getByText(/La question est retirée du thème/).waitFor();

  await page.getByRole('button', { name: 'Réponses' }).click();
  await page.getByText('Les réponses données sont à reconfirmer.').waitFor();
  await page.getByText('Les réponses données ne sont pas reprises.').waitFor();
  await expectNoAxeViolations(page);

  await page.getByRole('button', { name: 'Texte', exact: true }).click();
  await page.getByText('- Le poids passe de 3 à 4.').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Télécharger le texte' }).click(),
  ]);
  expect(fs.readFileSync(await download.path(), 'utf8')).toContain('- L’énoncé change en français.');
  await expectNoAxeViolations(page);

  await page.getByLabel('Version d’arrivée').selectOption('Brouillon');
  await page.getByLabel('Version de départ').selectOption('Version 2');
  await page.getByText('Rien ne change').waitFor();

  await goTo(page, `/questionnaires/${id}`);
  await page.getByRole('button', { name: 'Versions', exact: true }).click();
  await page.getByRole('link', { name: 'Version 1', exact: true }).click();
  await page.getByRole('link', { name: 'Comparer à une autre version' }).click();
  await page.getByRole('heading', { name: 'Du brouillon à la version 1', exact: false }).waitFor();
  await page.context().close();
});

test.each([
  { language: 'fr', width: 390, scheme: 'light' },
  { language: 'en', width: 1440, scheme: 'dark' },
] as const)('a comparison reads as well %j', async (view) => {
  const page = await open('risk-manager', view);
  const id = await changedCopy(page);
  await goTo(page, `/questionnaires/${id}/compare`);
  await page
    .getByText(view.language === 'fr' ? 'Le poids passe de 3 à 4.' : 'The weight goes from 3 to 4.')
    .waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await expectNoAxeViolations(page);
  await page.context().close();
});
