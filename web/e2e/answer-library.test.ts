import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { packManifestText, packSealedText, packSealText } from '@probant/shared/answer-library/pack-format';
import { signText, testCrypto, testKey, zipOf } from '@probant/shared/testing/seal-in-memory';
import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { isSaved, openAt, readAnswer } from './harness/answering.js';
import { readLetter } from './harness/letters.js';
import { address, goTo, open } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';
import { sendRequest } from './harness/send-request.js';

jest.setTimeout(180_000);

interface Offer {
  readonly items: readonly { readonly fitted: { readonly value?: unknown } | null }[];
}

interface Offered {
  readonly requestId: string;
  readonly questionId: string;
}

/** A question without an answer of which the workspace has said something before, in any request: other journeys answer too. */
async function findOffered(page: Page): Promise<Offered> {
  const reply = await page.request.get('/api/requests?state=to-answer');
  const { items } = (await reply.json()) as { items: { id: string }[] };
  for (const { id: requestId } of items) {
    const questionId = await findOfferedIn(page, requestId);
    if (questionId !== undefined) return { requestId, questionId };
  }
  throw new Error('The demo has no earlier answer to a question that is open.');
}

async function findOfferedIn(page: Page, requestId: string): Promise<string | undefined> {
  const at = `/api/requests/${requestId}`;
  const { document, sheet } = (await (await page.request.get(`${at}/sheet`)).json()) as {
    document: { themes: { questions: { id: string; type: string }[] }[] };
    sheet: { answers: { questionId: string }[] };
  };
  const answered = new Set(sheet.answers.map(({ questionId }) => questionId));
  const open_ = document.themes
    .flatMap(({ questions }) => questions)
    .filter(({ id, type }) => type === 'single' && !answered.has(id));
  for (const { id } of open_) {
    const offer = (await (await page.request.get(`${at}/answers/${id}/suggestions`)).json()) as Offer;
    if ((offer.items[0]?.fitted ?? null) !== null) return id;
  }
  return undefined;
}

/** Somebody with a workspace of their own, made by a link and entered whole with a password. */
async function anotherSupplier(): Promise<Page> {
  const email = `paul-${Date.now()}@relais.example`;
  const buyer = await open('buyer');
  await buyer.goto('/');
  const { id, link } = await sendRequest(buyer, { name: `Relais ${Date.now()}`, email });
  const page = await open(null);
  const post = async (path_: string, data: object): Promise<void> => {
    const reply = await page.request.post(path_, { data, headers: { origin: address() } });
    if (!reply.ok()) throw new Error(`${path_}: ${await reply.text()}`);
  };
  const secret = link.slice(link.indexOf('#') + 1);
  await post('/api/links/code', { secret });
  const code = (await readLetter(buyer, email, /code\s*:\s*(\d{4}\s\d{4})/)).replace(/\s/g, '');
  await post('/api/links/verify', { secret, code });
  await post(`/api/requests/${id}/accept`, { newWorkspace: { name: 'Relais' } });
  await goTo(page, '/r/workspace');
  await page.getByRole('button', { name: /Recevoir le lien/ }).click();
  await page.goto(await readLetter(buyer, email, /(https?:\S+\/reset-password#\S+)/));
  await page.getByRole('textbox', { name: 'Nouveau mot de passe' }).fill('quatre mots choisis ici');
  await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
  await page.waitForURL(/\/(desk|requests)$/);
  await buyer.context().close();
  return page;
}

/** A pack of an installation that nobody here knows. */
function foreignPack(): { readonly fingerprint: string; readonly bytes: Buffer } {
  const key = testKey();
  const question = {
    id: 'REL-01',
    type: 'text' as const,
    text: { fr: 'Qui tient le relais ?', en: 'Who holds the relay?' },
  };
  const text = packManifestText({
    exportedAt: '2026-11-01T08:00:00.000Z',
    owner: 'Relais ailleurs',
    entries: [
      {
        question,
        answer: { state: 'answered', value: 'Nous' },
        givenAt: '2026-10-01T08:00:00.000Z',
        pieces: [],
      },
    ],
    pieces: [],
  });
  const facts = { manifestSha256: testCrypto.sha256(text), publicKey: key.publicKey };
  const seal = packSealText({ ...facts, signature: signText(key, packSealedText(facts)) });
  const file = (path_: string, content: string) => ({
    path: path_,
    bytes: Uint8Array.from(Buffer.from(content)),
  });
  return {
    fingerprint: testCrypto.sha256OfBytes(Buffer.from(key.publicKey, 'hex')),
    bytes: Buffer.from(zipOf([file('manifest.json', text), file('seal.json', seal)])),
  };
}

async function drop(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page
    .locator('.pb-drop input[type=file]')
    .setInputFiles({ name, mimeType: 'application/zip', buffer });
}

test('an earlier answer is taken over by one key, and shows as reconfirmed', async () => {
  const page = await open('supplier');
  await page.goto('/');
  const { requestId, questionId } = await findOffered(page);
  await openAt(page, requestId, questionId);
  await page.getByRole('region', { name: 'Réponse antérieure, à relire' }).waitFor();
  await screenshot(page, 'earlier-answer');
  await expectNoAxeViolations(page);
  await page.keyboard.press('r');
  await isSaved(page);
  await page.getByText(/relue et reconfirmée par/).waitFor();
  const saved = await readAnswer(page, requestId, questionId);
  expect(saved).toMatchObject({ state: 'answered', revision: 1 });
  await page.getByRole('button', { name: 'Historique' }).click();
  await page.getByText('réponse antérieure reconfirmée').waitFor();
  await expectNoAxeViolations(page);
  await page.context().close();
});

test('answers leave one workspace as a signed pack and enter another, whose signer is named or unknown', async () => {
  const supplier = await open('supplier');
  await goTo(supplier, '/answers/packs');
  const [download] = await Promise.all([
    supplier.waitForEvent('download'),
    supplier.getByRole('link', { name: 'Télécharger tout' }).click(),
  ]);
  const file = path.join(os.tmpdir(), `probant-pack-${Date.now()}.zip`);
  await download.saveAs(file);
  const pack = fs.readFileSync(file);
  fs.rmSync(file);
  await supplier.context().close();

  const other = await anotherSupplier();
  await goTo(other, '/answers');
  await other.getByText('Aucune réponse encore').waitFor();
  await other.getByRole('link', { name: 'Exporter, importer' }).click();
  const broken = Buffer.from(pack);
  broken[60] = (broken[60] ?? 0) ^ 1;
  await drop(other, 'altere.zip', broken);
  await other.getByText('Ce lot de réponses est refusé').waitFor();
  await other.getByRole('region', { name: 'Ce qui ne va pas' }).waitFor();
  await drop(other, 'lot.zip', pack);
  await other.getByText('Signé par cette installation').waitFor();
  await expectNoAxeViolations(other);
  await other.getByRole('button', { name: /^Prendre \d+ réponses$/ }).click();
  await other.getByText('sont entrées dans votre bibliothèque').waitFor();

  const foreign = foreignPack();
  await other.getByRole('button', { name: 'Choisir un autre fichier' }).click();
  await drop(other, 'ailleurs.zip', foreign.bytes);
  await other.getByText('Signataire inconnu').waitFor();
  await expectNoAxeViolations(other);
  const signer = other.locator('.pb-lib-signer');
  await signer.getByText('Reconnaître cette clé').click();
  await signer.getByLabel('Nom sous lequel vous la connaissez').fill('Relais de Brest');
  await signer.getByRole('button', { name: 'Reconnaître' }).click();
  await other.getByText('Signé par Relais de Brest').waitFor();
  await other.getByRole('button', { name: 'Prendre 1 réponse' }).click();
  await other.getByRole('link', { name: 'Voir mes réponses' }).click();
  await other
    .getByRole('searchbox')
    .or(other.getByLabel('Chercher une question ou une réponse'))
    .first()
    .fill('relais');
  await other.getByRole('link', { name: /Qui tient le relais/ }).click();
  await other.getByText(/au nom de Relais ailleurs/).waitFor();
  await expectNoAxeViolations(other);
  await other.context().close();
});
