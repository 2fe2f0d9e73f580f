import type { Page } from 'playwright-core';

import { openAt, readAnswer } from './harness/answering.js';
import { expectNoAxeViolations } from './harness/axe.js';
import { readLetter } from './harness/letters.js';
import { address, goTo, open } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';
import { sendRequest } from './harness/send-request.js';

jest.setTimeout(240_000);

const stamp = String(Date.now());
const asked = {
  id: 'MOV-01',
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
const other = {
  ...asked,
  id: 'MOV-02',
  text: { fr: 'Testez-vous une restauration par an ?', en: 'Do you test one restore a year?' },
};

async function send(page: Page, path: string, data: object = {}): Promise<{ id: string; revision: number }> {
  const reply = await page.request.post(path, { data, headers: { origin: address() } });
  if (!reply.ok()) throw new Error(`${path} was answered ${String(reply.status())}: ${await reply.text()}`);
  return (await reply.json()) as { id: string; revision: number };
}

/** A questionnaire of this run, published once, sent to a supplier who has answered its own questions. */
async function answeredRequest(
  buyer: Page,
  versionId: string,
  name: string,
): Promise<{ page: Page; id: string }> {
  const email = `${name.toLowerCase()}-${stamp}@passage.example`;
  const { id, link } = await sendRequest(buyer, { name: `${name} ${stamp}`, email }, versionId);
  const page = await open(null);
  await page.goto('/');
  const secret = link.split('#')[1] ?? '';
  await send(page, '/api/links/code', { secret });
  const code = (await readLetter(buyer, email, /(\d{4}\u00a0\d{4})/)).replace('\u00a0', '');
  await send(page, '/api/links/verify', { secret, code });
  await send(page, `/api/requests/${id}/accept`, {
    newWorkspace: { name: `${name} ${stamp}` },
  });
  const answers = [asked, other].map(({ id: questionId }) => ({
    questionId,
    revision: 0,
    clientKey: `essai-${questionId}`,
    state: 'answered',
    value: 'oui',
  }));
  const saved = await page.request.put(`/api/requests/${id}/answers`, {
    data: { answers },
    headers: { origin: address() },
  });
  if (!saved.ok()) throw new Error(await saved.text());
  return { page, id };
}

test('an author edits the equivalence, the buyer tries and moves two requests, one supplier reconfirms, the other is taken back', async () => {
  const author = await open('risk-manager');
  const buyer = await open('buyer');
  const title = { fr: `Passage ${stamp}`, en: `Move ${stamp}` };
  let draft = await send(author, '/api/questionnaires', { fromLibrary: true, title });
  const edit = async (change: object): Promise<void> => {
    draft = await send(author, `/api/questionnaires/${draft.id}/edits`, {
      revision: draft.revision,
      ...change,
    });
  };
  await edit({ kind: 'add-question', themeCode: 'BKP', question: asked });
  await edit({ kind: 'add-question', themeCode: 'BKP', question: other });
  const published = (await send(author, `/api/questionnaires/${draft.id}/versions`, {
    revision: draft.revision,
  })) as unknown as { versions: { id: string }[] };
  const first = published.versions[0]?.id ?? '';
  const one = await answeredRequest(buyer, first, 'Amont');
  const two = await answeredRequest(buyer, first, 'Aval');

  const text = { fr: 'Gardez-vous une copie déconnectée ?', en: 'Do you keep a copy offline?' };
  await edit({ kind: 'change-question', question: { ...asked, text } });
  await goTo(author, `/questionnaires/${draft.id}`);
  await author.getByRole('button', { name: 'Publier la version 2' }).click();
  await author.getByRole('link', { name: 'Revoir l’équivalence question par question' }).click();
  await author.getByText(/questions inchangées/).click();
  const card = author.locator('li', { hasText: other.text.fr });
  await card.getByRole('button', { name: 'Modifier' }).click();
  await card.getByLabel('Une réponse est à reconfirmer').check();
  await author.getByText(/1\s+équivalence modifiée/).waitFor();
  await screenshot(author, 'equivalence');
  await expectNoAxeViolations(author);
  await author.getByRole('button', { name: 'Publier la version 2 avec cette équivalence' }).click();
  const dialog = author.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Publier la version 2 avec cette équivalence' }).click();
  await author.getByRole('link', { name: 'Faire passer les évaluations' }).click();

  await author.getByRole('button', { name: 'Simuler le passage' }).click();
  await author.getByText(`Amont ${stamp}`).waitFor();
  await screenshot(author, 'move-dry-run');
  await expectNoAxeViolations(author);
  await author.getByLabel('Choisir toutes').check();
  await author.getByRole('button', { name: /Faire passer 2\s+évaluations/ }).click();
  await author
    .getByRole('dialog')
    .getByRole('button', { name: /Faire passer 2/ })
    .click();
  await author.getByText('Passage terminé').waitFor();

  await openAt(one.page, one.id, asked.id);
  await one.page.getByText('Le questionnaire est passé à la version 2').waitFor();
  await one.page.getByText('Gardez-vous une copie hors ligne ?').waitFor();
  await expectNoAxeViolations(one.page);
  await one.page.getByRole('link', { name: 'Voir ce qui a changé' }).click();
  await one.page.getByRole('heading', { name: 'De la version 1 à la version 2' }).waitFor();
  await screenshot(one.page, 'what-changed');
  await expectNoAxeViolations(one.page);
  await openAt(one.page, one.id, asked.id);
  const saved = one.page.waitForResponse((reply) => reply.url().endsWith('/answers') && reply.ok());
  await one.page.getByRole('button', { name: 'Reconfirmer la réponse' }).click();
  await saved;
  await one.page.getByText(/1\s+réponse reste à reconfirmer/).waitFor();
  expect(await readAnswer(one.page, one.id, asked.id)).toMatchObject({ value: 'oui', reconfirm: null });

  const row = author.getByRole('row', { name: new RegExp(`Aval ${stamp}`) });
  await row.getByRole('button', { name: 'Ramener à la version 1' }).click();
  await author.getByRole('dialog').getByRole('button', { name: 'Ramener', exact: true }).click();
  await row.getByText('Ramenée').waitFor();
  expect(await readAnswer(two.page, two.id, asked.id)).toMatchObject({ value: 'oui', reconfirm: null });
  for (const page of [author, buyer, one.page, two.page]) await page.context().close();
});
