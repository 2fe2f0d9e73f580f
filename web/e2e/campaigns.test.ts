import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { goTo, open, settled } from './harness/open.js';
import { addEngagement } from './harness/send-request.js';

jest.setTimeout(120_000);

interface Letter {
  readonly to: string;
  readonly text: string;
}

/** What the newest letter to an address says, by a pattern with one group. */
async function readLetter(page: Page, to: string, pattern: RegExp): Promise<string> {
  for (let tries = 0; tries < 120; tries += 1) {
    const letters = (await (await page.request.get('/dev/mailbox.json')).json()) as Letter[];
    const found = letters
      .filter((letter) => letter.to.includes(to))
      .map(({ text }) => pattern.exec(text)?.[1]);
    if (found[0] !== undefined) return found[0];
    await page.waitForTimeout(250);
  }
  throw new Error(`No letter to ${to} says ${String(pattern)}.`);
}

test('a buyer sends a request, its recipient comes in by link and code, and revoking shows them out', async () => {
  const email = `ines-${Date.now()}@nocturne.example`;
  const name = `Nocturne Supervision ${Date.now()}`;
  const buyer = await open('buyer');
  await buyer.goto('/');
  const engagement = await addEngagement(buyer, { name, email });

  await goTo(buyer, `/campaigns/new?engagement=${engagement}`);
  await buyer.getByLabel('Nom de la campagne').fill(`Contrôle ${name}`);
  await buyer.getByText('Rien ne s’oppose à l’envoi').waitFor();
  await expectNoAxeViolations(buyer);
  await buyer.getByRole('button', { name: 'Envoyer 1 évaluation' }).click();
  await buyer.getByRole('heading', { name: `Contrôle ${name}` }).waitFor();

  const holder = await open(null, { width: 390 });
  await holder.goto(await readLetter(buyer, email, /(https?:\S+\/r#\S+)/));
  await settled(holder);
  expect(holder.url()).not.toContain('#');
  expect(await holder.getByText(name).count()).toBe(0);
  await holder.getByRole('button', { name: 'Recevoir le code' }).click();
  await holder.getByLabel('Chiffre 1').click();
  const code = (await readLetter(buyer, email, /code\s*:\s*(\d{4}\s\d{4})/)).replace(/\s/g, '');
  await holder.keyboard.type(code);
  await holder.getByRole('button', { name: 'Voir la demande' }).click();

  await holder.getByText('Qui répond').waitFor();
  await expectNoAxeViolations(holder);
  await holder.getByLabel('Nom de votre organisation').fill(name);
  await holder.getByRole('button', { name: 'Commencer à répondre' }).click();
  await holder.waitForURL(/\/requests\/[0-9a-f-]{36}$/);

  await buyer.getByRole('link', { name }).click();
  await buyer.getByText('Accepté le').waitFor();
  await buyer.getByRole('button', { name: 'Révoquer le lien' }).click();
  await buyer.getByRole('dialog').getByRole('button', { name: 'Révoquer le lien' }).click();
  await buyer.getByText('Personne ne tient plus de lien').waitFor();
  expect((await holder.request.get('/api/session')).status()).toBe(401);
  await holder.context().close();
  await buyer.context().close();
});

test('a link that opens nothing says so, and sends nothing', async () => {
  const page = await open(null);
  await page.goto('/r#0000000000000000000000000000000000000000000');
  await page.getByText('Ce lien n’ouvre plus rien').waitFor();
  await page.goto('about:blank');
  await page.goto('/r');
  await page.getByText('Cette page s’ouvre par le lien de votre courriel').waitFor();
  await expectNoAxeViolations(page);
  await page.context().close();
});
