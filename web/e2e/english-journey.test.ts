import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { readLetter } from './harness/letters.js';
import { address, goTo, open, settled } from './harness/open.js';

jest.setTimeout(180_000);

const mark = Date.now().toString(36);
const email = `moira.byrne@harbour-${mark}.example`;

async function post<T>(page: Page, path: string, data: object): Promise<T> {
  const reply = await page.request.post(path, { data, headers: { origin: address() } });
  if (!reply.ok()) throw new Error(`${path}: ${await reply.text()}`);
  return (await reply.json()) as T;
}

/** An engagement like another one of the demo, of a supplier whose contact reads English. */
async function addEngagement(buyer: Page): Promise<string> {
  const { items } = (await (await buyer.request.get('/api/engagements?limit=1')).json()) as {
    items: { id: string }[];
  };
  const { context } = (await (await buyer.request.get(`/api/engagements/${items[0]?.id ?? ''}`)).json()) as {
    context: object;
  };
  const { id: supplierId } = await post<{ id: string }>(buyer, '/api/suppliers', {
    name: `Harbour Hosting ${mark}`,
    siren: null,
    country: 'IE',
    website: '',
    domains: [],
    notes: '',
  });
  await post(buyer, `/api/suppliers/${supplierId}/contacts`, {
    name: 'Moira Byrne',
    email,
    jobTitle: 'Security lead',
    phone: '',
    language: 'en',
  });
  const engagement = { supplierId, name: `Hosting ${mark}`, description: '', context };
  return (await post<{ id: string }>(buyer, '/api/engagements', engagement)).id;
}

test('in English a buyer sends, and a supplier comes in, answers and sees what is left to say', async () => {
  const buyer = await open('buyer', { language: 'en' });
  await goTo(buyer, '/campaigns');
  const engagementId = await addEngagement(buyer);
  await goTo(buyer, `/campaigns/new?engagement=${engagementId}`);
  await buyer.getByLabel('Name of the campaign').fill(`Autumn ${mark}`);
  await buyer.getByRole('button', { name: 'Send 1 assessment' }).click();
  await buyer.getByRole('heading', { name: `Autumn ${mark}` }).waitFor();

  const supplier = await open(null, { language: 'en', scheme: 'dark' });
  await supplier.goto(await readLetter(buyer, email, /(https?:\S+\/r#\S+)/));
  await settled(supplier);
  await supplier.getByRole('button', { name: 'Send me the code' }).click();
  await supplier.getByLabel('Digit 1').click();
  await supplier.keyboard.type((await readLetter(buyer, email, /(\d{4}\s\d{4})/)).replace(/\s/g, ''));
  await supplier.getByRole('button', { name: 'See the request' }).click();
  await supplier.getByLabel('Name of your organisation').fill('Harbour Hosting');
  await supplier.getByRole('button', { name: 'Start answering' }).click();
  await supplier.waitForURL(/\/requests\/[0-9a-f-]{36}/);
  const [, , assessmentId = ''] = new URL(supplier.url()).pathname.split('/');

  await goTo(supplier, `/requests/${assessmentId}?q=BKP-01`);
  await supplier.locator('#question-BKP-01').waitFor();
  await supplier.keyboard.press('1');
  await supplier.locator('.pb-ans-foot .pb-status-done').waitFor();
  await expectNoAxeViolations(supplier);
  await goTo(supplier, `/requests/${assessmentId}/review`);
  await supplier
    .getByText(/mandatory questions await an answer/)
    .first()
    .waitFor();
  await expectNoAxeViolations(supplier);

  await goTo(buyer, `/engagements/${engagementId}`);
  await buyer.getByText('In progress').first().waitFor();
  await supplier.context().close();
  await buyer.context().close();
});
