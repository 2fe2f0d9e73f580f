import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { readLetter } from './harness/letters.js';
import { address, goTo, open } from './harness/open.js';

jest.setTimeout(120_000);

interface Assessment {
  readonly id: string;
  readonly engagementId: string;
  readonly supplierName: string;
}

async function send(page: Page, path: string, data: object = {}): Promise<void> {
  const reply = await page.request.post(path, { data, headers: { origin: address() } });
  if (!reply.ok()) throw new Error(`${path} was answered ${String(reply.status())}: ${await reply.text()}`);
}

/** Whoever was asked opens the link of the newest letter, in the workspace that had answered. */
async function accepts(buyer: Page, assessmentId: string): Promise<Page> {
  const reply = await buyer.request.get(`/api/assessments/${assessmentId}`);
  const { recipients } = (await reply.json()) as { recipients: { email: string }[] };
  const email = recipients[0]?.email ?? '';
  const secret = await readLetter(buyer, email, /\/r#([\w-]{43})/);
  const page = await open(null);
  await page.goto('/');
  await send(page, '/api/links/code', { secret });
  const code = (await readLetter(buyer, email, /(\d{4}\u00a0\d{4})/)).replace('\u00a0', '');
  await send(page, '/api/links/verify', { secret, code });
  const held = (await (await page.request.get('/api/links/request')).json()) as {
    workspaces: { organisationId: string }[];
  };
  await send(page, `/api/requests/${assessmentId}/accept`, {
    organisationId: held.workspaces[0]?.organisationId,
  });
  return page;
}

test('a buyer sets a rule and asks again; the supplier finds its answers, and reconfirms one and a theme', async () => {
  const buyer = await open('buyer');
  const found = await buyer.request.get('/api/assessments?status=decided&limit=100');
  const { items } = (await found.json()) as { items: Assessment[] };
  const before = items.find(({ supplierName }) => supplierName === 'Boréale RH');
  if (before === undefined) throw new Error('The demo has no decided assessment of Boréale RH.');

  await goTo(buyer, `/engagements/${before.engagementId}`);
  const section = buyer.getByRole('region', { name: 'Réévaluation', exact: true });
  await section.getByRole('button', { name: 'Fixer une règle' }).click();
  await buyer.getByLabel('Après la dernière décision').selectOption({ label: '24 mois après' });
  await buyer.getByRole('button', { name: 'Enregistrer la règle' }).click();
  await section.getByText('24 mois après la dernière décision').waitFor();
  await expectNoAxeViolations(buyer);
  await section.getByRole('button', { name: 'Lancer la réévaluation' }).click();
  await buyer.getByRole('button', { name: 'Envoyer', exact: true }).dblclick();
  await buyer.getByRole('heading', { name: 'Reprise d’une évaluation antérieure' }).waitFor();
  const assessmentId = new URL(buyer.url()).pathname.split('/').at(-1) ?? '';

  const supplier = await accepts(buyer, assessmentId);
  await supplier.goto(`/requests/${assessmentId}`);
  await supplier.getByText(/Vos réponses du .* sont reprises/).waitFor();
  await supplier.getByText(/^0 \/ \d+ réponses$/).waitFor();
  await supplier.getByRole('button', { name: 'Reconfirmer la réponse' }).click();
  await supplier.getByText(/^1 \/ \d+ réponses$/).waitFor();
  await expectNoAxeViolations(supplier);
  await supplier.getByRole('button', { name: /Revoir ensemble/ }).click();
  await supplier.getByRole('button', { name: /Elles valent toujours/ }).click();
  await supplier.getByRole('button', { name: /Revoir ensemble/ }).waitFor({ state: 'detached' });
  await supplier.goto(`/requests/${assessmentId}/review`);
  await supplier
    .getByText(/réponses restent à reconfirmer/)
    .first()
    .waitFor();
});
