import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { readLetter } from './harness/letters.js';
import { address, goTo, open, settled } from './harness/open.js';
import { sendRequest } from './harness/send-request.js';

jest.setTimeout(180_000);

let made = 0;

interface Asked {
  readonly buyer: Page;
  readonly holder: Page;
  readonly name: string;
  readonly email: string;
  readonly id: string;
  readonly link: string;
}

/** A request that was sent, and the page of whoever got its link. */
async function asked(): Promise<Asked> {
  made += 1;
  const name = `Veille ${Date.now()}-${made}`;
  const email = `ines-${Date.now()}-${made}@veille.example`;
  const buyer = await open('buyer');
  await buyer.goto('/');
  const sent = await sendRequest(buyer, { name, email });
  return { buyer, holder: await open(null), name, email, ...sent };
}

async function close({ buyer, holder }: Asked): Promise<void> {
  await holder.context().close();
  await buyer.context().close();
}

/** How many letters with a code have come, so that the next is known from the last. */
async function codesTo(page: Page, email: string): Promise<string[]> {
  const letters = (await (await page.request.get('/dev/mailbox.json')).json()) as {
    to: string;
    text: string;
  }[];
  return letters
    .filter(({ to }) => to === email)
    .flatMap(({ text }) => /code\s*:\s*(\d{4}\s\d{4})/.exec(text)?.[1]?.replace(/\s/g, '') ?? []);
}

async function newCode({ buyer, email }: Asked, ask: () => Promise<void>): Promise<string> {
  const before = (await codesTo(buyer, email)).length;
  await ask();
  for (let tries = 0; tries < 80; tries += 1) {
    const [newest, ...older] = await codesTo(buyer, email);
    if (newest !== undefined && older.length === before) return newest;
    await buyer.waitForTimeout(250);
  }
  throw new Error(`No new code came to ${email}.`);
}

async function enter(all: Asked): Promise<void> {
  const { holder } = all;
  const code = await newCode(all, async () => {
    await holder.getByRole('button', { name: 'Recevoir le code' }).click();
    await holder.getByLabel('Chiffre 1').waitFor();
  });
  await holder.keyboard.type(code);
  await holder.keyboard.press('Enter');
}

async function startAnswering(all: Asked): Promise<void> {
  await all.holder.goto(all.link);
  await enter(all);
  await all.holder.getByRole('button', { name: 'Commencer à répondre' }).click();
  await all.holder.locator('#theme-title').waitFor();
  await settled(all.holder);
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? '');

test('a link survives a reload and its own address pasted again, and its code keeps the focus', async () => {
  const all = await asked();
  const { holder, link, name } = all;
  await holder.goto(link);
  await holder.getByRole('button', { name: 'Recevoir le code' }).waitFor();
  await holder.reload();
  await holder.getByRole('button', { name: 'Recevoir le code' }).waitFor();
  // The same page with another fragment: nothing is loaded.
  await holder.goto(link);
  await holder.getByRole('button', { name: 'Recevoir le code' }).waitFor();
  await holder.waitForFunction(() => window.location.hash === '');
  expect(
    await holder.evaluate((secret) => JSON.stringify(localStorage).includes(secret), link.slice(-43)),
  ).toBe(false);

  await holder.getByRole('button', { name: 'Recevoir le code' }).click();
  await holder.getByLabel('Chiffre 1').waitFor();
  expect(await focused(holder)).toBe('Chiffre 1');
  for (const left of ['4 essais', '3 essais', '2 essais', '1 essai']) {
    await holder.keyboard.type('00000000');
    await holder.keyboard.press('Enter');
    await holder.getByText(`Il reste ${left}`).waitFor();
    expect(await focused(holder)).toBe('Chiffre 1');
  }
  await expectNoAxeViolations(holder);
  await holder.keyboard.type('00000000');
  await holder.keyboard.press('Enter');
  await holder.getByText('Ce code ne vaut plus rien').waitFor();
  expect(await holder.getByText('valable encore').count()).toBe(0);
  await expectNoAxeViolations(holder);

  const code = await newCode(all, async () => {
    await holder.getByRole('button', { name: 'Recevoir un nouveau code' }).click();
    await holder.getByText('Nouveau code envoyé').waitFor();
  });
  await holder.keyboard.type(code);
  await holder.keyboard.press('Enter');
  await holder.getByText('Qui répond').waitFor();
  await settled(holder);
  expect(await focused(holder)).toBe('content');
  expect(await holder.getByLabel('Nom de votre organisation').inputValue()).toBe(name);
  await holder.getByRole('button', { name: 'Commencer à répondre' }).click();
  await holder.locator('#theme-title').waitFor();
  await settled(holder);
  expect(await focused(holder)).toMatch(/^question-/);
  await close(all);
});

test('a link session reads lessons beside its answers, and a password chosen by mail opens the whole workspace', async () => {
  const all = await asked();
  const { buyer, holder, email, name } = all;
  await startAnswering(all);
  const answering = holder.url();

  const lesson = holder.getByRole('link', { name: /Lire la leçon/ }).first();
  await lesson.click();
  await holder.getByRole('dialog').getByRole('blockquote').waitFor();
  await expectNoAxeViolations(holder);
  await holder.keyboard.press('Escape');
  await holder.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(holder.url()).toBe(answering);
  expect(await lesson.evaluate((link) => link === document.activeElement)).toBe(true);
  await goTo(holder, (await lesson.getAttribute('href')) ?? '');
  await holder.getByRole('blockquote').waitFor();

  await goTo(holder, '/settings/members');
  await holder.getByText('n’ouvre que sa demande').waitFor();
  await expectNoAxeViolations(holder);
  await holder.getByRole('button', { name: /compte de/ }).click();
  expect(await holder.getByRole('link', { name: 'Journal' }).count()).toBe(0);
  await holder.getByRole('link', { name: 'Choisir un mot de passe pour inviter vos collègues' }).click();
  await holder.getByRole('heading', { name: 'Ouvrir tout votre espace' }).waitFor();
  await expectNoAxeViolations(holder);
  await holder.getByRole('button', { name: /Recevoir le lien/ }).click();
  await holder.getByText('Le lien vient de partir').waitFor();

  const reset = await readLetter(buyer, email, /(https?:\S+\/reset-password#\S+)/);
  await holder.goto(reset);
  await holder.getByRole('textbox', { name: 'Nouveau mot de passe' }).fill('quatre mots choisis ici');
  await holder.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
  await holder.waitForURL(/\/desk$/);
  await goTo(holder, '/settings/members');
  await holder.getByText(email).first().waitFor();
  await holder.getByText(name).first().waitFor();

  // The link that was used says so, and leads to a new one.
  await holder.goto(reset);
  await holder.getByText('Ce lien a déjà servi, ou il a expiré').waitFor();
  await holder.getByRole('link', { name: 'Recevoir un nouveau lien' }).waitFor();
  await expectNoAxeViolations(holder);
  await close(all);
});

test('a link session that ends asks for a code, or for the newer link, and loses nothing that was typed', async () => {
  const all = await asked();
  const { buyer, holder, email, id } = all;
  await startAnswering(all);
  const comment = holder.getByLabel('Commentaire').first();
  const saved = (): Promise<unknown> =>
    holder.waitForResponse((reply) => reply.url().endsWith('/answers') && reply.status() === 200);

  // Saved first: the dialog that a refused save opens would let nobody type.
  const chosen = saved();
  await holder.getByRole('radio').first().check();
  await chosen;
  await holder.context().clearCookies();
  await comment.fill('Tapé pendant que la session finissait.');
  const dialog = holder.getByRole('dialog', { name: 'Votre accès par lien est terminé' });
  await dialog.getByText('Votre lien, lui, ouvre toujours la demande').waitFor();
  await expectNoAxeViolations(holder);
  const arrives = saved();
  await enter(all);
  await dialog.waitFor({ state: 'hidden' });
  await arrives;
  expect(await comment.inputValue()).toBe('Tapé pendant que la session finissait.');

  const resent = await buyer.request.post(`/api/assessments/${id}/resend`, {
    headers: { origin: address() },
  });
  expect(resent.ok()).toBe(true);
  await holder.context().clearCookies();
  await comment.fill('Puis le lien a été remplacé.');
  await dialog.getByText('L’acheteur a révoqué votre lien').waitFor();
  await expectNoAxeViolations(holder);
  let newer = await readLetter(buyer, email, /(https?:\S+\/r#\S+)/);
  for (let tries = 0; newer === all.link && tries < 40; tries += 1) {
    await holder.waitForTimeout(250);
    newer = await readLetter(buyer, email, /(https?:\S+\/r#\S+)/);
  }
  const again = saved();
  await dialog.getByLabel('Lien du courriel le plus récent').fill(newer);
  await dialog.getByRole('button', { name: 'Utiliser ce lien' }).click();
  await enter(all);
  await dialog.waitFor({ state: 'hidden' });
  await again;
  expect(await comment.inputValue()).toBe('Puis le lien a été remplacé.');
  await close(all);
});

test('a question asked before anything is submitted is read and answered where its letter leads', async () => {
  const all = await asked();
  const { buyer, holder, id } = all;
  await startAnswering(all);
  await holder.getByRole('button', { name: 'Demander à l’acheteur' }).click();
  await holder.getByLabel('Votre message').fill('Faut-il compter les filiales ?');
  await holder.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await holder.locator('.pb-ans-said').getByText('Faut-il compter les filiales ?').waitFor();

  const contact = 'claire.vasseur@ponant.example';
  await readLetter(buyer, contact, /(Faut-il compter les filiales \?)/);
  const place = await readLetter(buyer, contact, new RegExp(`(https?:\\S+/assessments/${id}\\?thread=\\S+)`));
  await buyer.goto(place);
  await buyer.getByText('Faut-il compter les filiales ?').waitFor();
  await expectNoAxeViolations(buyer);
  await buyer.getByLabel('Votre réponse').fill('Non, la société seule.');
  await buyer.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await buyer.getByText('Non, la société seule.').waitFor();
  await holder.reload();
  await holder.getByText('Non, la société seule.').waitFor();
  await close(all);
});

test('a member who signs in over the page of a link lands on their desk', async () => {
  const page = await open('supplier');
  await page.goto('/r/request');
  await page.waitForURL(/\/desk$/);
  await goTo(page, '/requests');

  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Chercher, aller à…' }).waitFor();
  await page
    .getByRole('button', { name: /Mutuelle du Ponant/ })
    .first()
    .waitFor();
  await expectNoAxeViolations(page);
  await page.keyboard.type('journal');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/audit$/);
  await page.context().close();
});
