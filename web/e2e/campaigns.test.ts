import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { address, goTo, open, settled } from './harness/open.js';

jest.setTimeout(120_000);

interface Letter {
  readonly to: string;
  readonly text: string;
}

const context = {
  health_data: false,
  personal_data: 'ordinary',
  criticality: 'high',
  privileged_access: 'admin',
  hosting: 'partial',
  substitutability: 'medium',
  dns_or_mail: true,
  antimalware: true,
  managed_patching: true,
  mssp: true,
  directory_admin: true,
  on_premise: false,
  custom_dev: false,
  buyer_is_it_professional: false,
};

/** A supplier of this run's own, with a contact and one engagement, through the API that the screens use. */
async function addEngagement(buyer: Page, name: string, email: string): Promise<string> {
  const post = async (path: string, data: object): Promise<string> => {
    const reply = await buyer.request.post(path, { data, headers: { origin: address() } });
    if (!reply.ok()) throw new Error(`${path}: ${await reply.text()}`);
    return ((await reply.json()) as { id: string }).id;
  };
  const supplierId = await post('/api/suppliers', {
    name,
    siren: null,
    country: 'FR',
    website: '',
    domains: [],
    notes: '',
  });
  await post(`/api/suppliers/${supplierId}/contacts`, {
    name: 'Inès Roux',
    email,
    jobTitle: '',
    phone: '',
    language: 'fr',
  });
  return post('/api/engagements', { supplierId, name: 'Supervision de nuit', description: '', context });
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
  const engagement = await addEngagement(buyer, name, email);

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
  await page.getByText('Le lien est incomplet').waitFor();
  await expectNoAxeViolations(page);
  await page.context().close();
});
