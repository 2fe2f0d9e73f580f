import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { goTo, open, settled } from './harness/open.js';

jest.setTimeout(120_000);

interface Supplier {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
}

const origin = (page: Page) => ({ origin: new URL(page.url()).origin });

test('a form that was left holds what was typed, and does not write over what somebody else saved', async () => {
  const page = await open('buyer');
  await goTo(page, '/suppliers');
  const created = await page.context().request.post('/api/suppliers', {
    headers: origin(page),
    data: { name: 'Quai des Brumes', siren: null, country: 'FR', website: '', domains: [], notes: '' },
  });
  const supplier = (await created.json()) as Supplier;
  const at = `/suppliers/${supplier.id}`;
  const notes = page.getByLabel('Notes', { exact: false });
  await goTo(page, `${at}/edit`);
  await notes.fill('Rencontrés au salon');
  await page.getByRole('link', { name: supplier.name }).first().click();
  await page.getByRole('heading', { name: supplier.name, level: 1, exact: true }).waitFor();
  await page.goBack();
  await page.getByText('Saisie reprise').waitFor();
  expect(await notes.inputValue()).toBe('Rencontrés au salon');
  await page.reload();
  await page.getByText('Saisie reprise').waitFor();
  await expectNoAxeViolations(page);

  const other = await page.context().request.put(`/api${at}`, {
    headers: origin(page),
    data: {
      name: supplier.name,
      siren: null,
      country: 'BE',
      website: '',
      domains: [],
      notes: '',
      revision: supplier.revision,
    },
  });
  expect(other.status()).toBe(200);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Votre saisie est gardée ici').waitFor();
  expect(await notes.inputValue()).toBe('Rencontrés au salon');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Garder ma saisie' }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('heading', { name: supplier.name, level: 1, exact: true }).waitFor();
  await page.getByText('Rencontrés au salon').waitFor();
  await page.context().close();
});

test('the reason for a correction is there after another question', async () => {
  const page = await open('risk-manager');
  await goTo(page, '/suppliers');
  const reply = await page.context().request.get('/api/assessments?status=in-review');
  const { items } = (await reply.json()) as { items: { id: string }[] };
  await goTo(page, `/assessments/${items[0]?.id ?? ''}/review?question=BKP-04`);
  await page.getByRole('button', { name: 'Corriger la réponse' }).click();
  await page.getByLabel('Motif de la correction').fill('Vu sur place');
  await page.getByRole('button', { name: 'Question suivante' }).click();
  await page.getByText('BKP-05', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Question précédente' }).click();
  await page.getByText('Saisie reprise').waitFor();
  expect(await page.getByLabel('Motif de la correction').inputValue()).toBe('Vu sur place');
  await page.getByRole('button', { name: 'effacer' }).click();
  await settled(page);
  expect(await page.getByLabel('Motif de la correction').inputValue()).toBe('');
  await page.context().close();
});

test('a warning that is half written waits for its author, who may also throw it away', async () => {
  const page = await open('supplier');
  const path = '/follow-up/warnings/new';
  const risk = page.getByLabel('Risque', { exact: false });
  await goTo(page, path);
  await risk.fill('Le pare-feu ne sera plus corrigé');
  await page.getByRole('link', { name: 'Incidents' }).click();
  await page.getByRole('button', { name: 'Signaler un incident' }).waitFor();
  await page.goBack();
  await page.getByText('Saisie reprise').waitFor();
  expect(await risk.inputValue()).toBe('Le pare-feu ne sera plus corrigé');
  await page.reload();
  await page.getByText('Saisie reprise').waitFor();
  await page.getByRole('link', { name: 'Annuler' }).click();
  await page.getByRole('link', { name: 'Inscrire une mise en garde' }).click();
  await risk.waitFor();
  expect(await risk.inputValue()).toBe('');
  await page.context().close();
});
