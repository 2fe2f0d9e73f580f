import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { goTo, open } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';

jest.setTimeout(120_000);

interface Listed {
  readonly id: string;
  readonly questionId: string;
  readonly supplierName: string;
  readonly assessmentId: string;
}

interface Option {
  readonly value: string;
  readonly risk: number;
}

async function ask<T>(page: Page, path: string): Promise<T> {
  return (await (await page.context().request.get(path)).json()) as T;
}

/** A finding of the supplier one can be, that nobody has taken up, on a question with one choice. */
async function openFinding(page: Page): Promise<Listed & { readonly best: string }> {
  const { items } = await ask<{ items: Listed[] }>(page, '/api/findings?status=open&search=cadran&limit=50');
  for (const one of items) {
    const { question, acceptances } = await ask<{
      question: { type: string; options: Option[] };
      acceptances: unknown[];
    }>(page, `/api/findings/${one.id}`);
    if (question.type !== 'single' || acceptances.length > 0) continue;
    return { ...one, best: question.options.toSorted((a, b) => a.risk - b.risk)[0]?.value ?? '' };
  }
  throw new Error('The demo has no open finding of Cadran with one choice.');
}

const inAMonth = (): string => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

test('a finding goes from a plan to a verified correction, and only then does the score move', async () => {
  const buyer = await open('buyer');
  await goTo(buyer, '/findings?status=open');
  const finding = await openFinding(buyer);
  // Below what a knock-out floors: every correction shows there.
  const score = async () => {
    const { score: shown } = await ask<{ score: { score: { base: number } } }>(
      buyer,
      `/api/assessments/${finding.assessmentId}/review`,
    );
    return shown.score.base;
  };
  const before = await score();
  await goTo(buyer, `/findings/${finding.id}`);
  await buyer.getByRole('button', { name: 'Proposer un plan' }).click();
  await buyer.getByLabel('Ce qui sera fait').fill('Corriger et le montrer');
  await buyer.getByLabel('Responsable').fill('Hugo Dervaux');
  await buyer.getByLabel('Échéance').fill(inAMonth());
  await buyer.getByLabel('Preuve attendue').fill('Relevé daté');
  await expectNoAxeViolations(buyer);
  await buyer.reload();
  await buyer.getByText('Saisie reprise').waitFor();
  expect(await buyer.getByLabel('Responsable').inputValue()).toBe('Hugo Dervaux');
  await buyer.getByRole('button', { name: 'Proposer un plan' }).click();
  await buyer.getByText('Votre plan attend la réponse du fournisseur.').waitFor();

  const supplier = await open('supplier');
  await goTo(supplier, '/follow-up/findings?status=proposed');
  await expectNoAxeViolations(supplier);
  await goTo(supplier, `/follow-up/findings/${finding.id}`);
  await supplier.getByRole('button', { name: 'Accepter le plan' }).click();
  await supplier.getByText('Corrigez, joignez la preuve').waitFor();
  await supplier.getByRole('button', { name: 'Annoncer la correction' }).click();
  await supplier.getByLabel('Ce qui a été fait').fill('Relevé joint.');
  await supplier.getByRole('button', { name: 'Annoncer la correction' }).click();
  await supplier.getByText('Joignez au moins une pièce').waitFor();
  await supplier
    .locator('.pb-drop input[type=file]')
    .setInputFiles({ name: 'releve.txt', mimeType: 'text/plain', buffer: Buffer.from('Relevé du mois') });
  await supplier.getByRole('button', { name: 'Joindre la pièce' }).click();
  await supplier.getByRole('link', { name: 'Ouvrir releve.txt' }).waitFor();
  await supplier.getByRole('button', { name: 'Annoncer la correction' }).click();
  await supplier.getByText('Votre client vérifie la correction.').waitFor();
  await expectNoAxeViolations(supplier);
  expect(await score()).toBe(before);

  await goTo(buyer, `/findings/${finding.id}`);
  await buyer.getByRole('button', { name: 'Vérifier la correction' }).click();
  await buyer.getByRole('combobox').first().selectOption(finding.best);
  await buyer.getByLabel(/^E4/).check();
  await buyer.getByLabel('Ce que vous avez vu').fill('Relevé conforme.');
  await expectNoAxeViolations(buyer);
  await buyer.getByRole('button', { name: 'Vérifier la correction' }).click();
  await buyer.getByText('Vérifié au niveau E4').waitFor();
  await screenshot(buyer, 'finding');
  expect(await score()).toBeLessThan(before);
  await goTo(supplier, `/follow-up/findings/${finding.id}`);
  await supplier.getByText('Relevé conforme.').waitFor();
  expect(await supplier.getByText('E4').count()).toBe(0);
  await supplier.context().close();

  await buyer.getByRole('button', { name: 'Rouvrir le constat' }).click();
  await buyer.getByLabel('Motif de la réouverture').fill('Le relevé a cessé.');
  await buyer.getByRole('button', { name: 'Rouvrir le constat' }).click();
  await buyer.getByText('Vérification levée').waitFor();
  expect(await score()).toBe(before);
  await buyer.context().close();
});

test('a risk is accepted by another person than the one who asks', async () => {
  const buyer = await open('buyer');
  await goTo(buyer, '/findings');
  const { id } = await openFinding(buyer);
  await goTo(buyer, `/findings/${id}`);
  await buyer.getByRole('button', { name: 'Demander l’acceptation du risque' }).click();
  await buyer.getByLabel('Pourquoi accepter ce risque').fill('Le marché se termine.');
  await buyer.getByLabel('Dernier jour de l’acceptation').fill(inAMonth());
  await buyer.getByRole('button', { name: 'Demander l’acceptation du risque' }).click();
  await buyer.getByText('Une autre personne, responsable des risques, doit décider.').waitFor();
  expect(await buyer.getByRole('button', { name: 'Accepter le risque' }).count()).toBe(0);
  await buyer.context().close();

  const ines = await open('risk-manager', { language: 'en', scheme: 'dark' });
  await goTo(ines, `/findings/${id}`);
  await ines.getByRole('button', { name: 'Accept the risk' }).click();
  await ines.getByLabel('Reason for accepting').fill('Seen with the owner of the service.');
  await ines.getByRole('button', { name: 'Accept the risk' }).click();
  await ines.getByText('The day after, the finding reopens by itself.').waitFor();
  await expectNoAxeViolations(ines);
  await goTo(ines, '/findings?status=accepted');
  await ines.locator('.pb-table').getByText('risk accepted').first().waitFor();
  await expectNoAxeViolations(ines);
  await ines.context().close();
});
