import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { goTo, open } from './harness/open.js';

/** What people do without thinking: press twice, press Escape, reload, paste half an address. */

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

async function firstOf(page: Page, path: string): Promise<string> {
  const { items } = (await (await page.request.get(path)).json()) as Listed;
  const [first] = items;
  if (first === undefined) throw new Error(`${path} lists nothing.`);
  return first.id;
}

async function countReminders(page: Page, assessmentId: string): Promise<number> {
  const reply = await page.request.get(`/api/assessments/${assessmentId}`);
  const { mails } = (await reply.json()) as { readonly mails: readonly { readonly template: string }[] };
  return mails.filter(({ template }) => template === 'reminder').length;
}

const textOfFocus = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.textContent);

describe('with hasty hands', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('buyer');
    await page.goto('/');
  });
  afterAll(() => page.context().close());

  test('a double click opens a dialog and leaves it open, and a double click in it reminds once', async () => {
    const assessmentId = await firstOf(page, '/api/assessments?status=in-progress');
    const before = await countReminders(page, assessmentId);
    await goTo(page, `/assessments/${assessmentId}`);
    await page.getByRole('button', { name: 'Relancer' }).dblclick();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Relancer' }).dblclick();
    await page.getByText(/^Fait à/).waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await countReminders(page, assessmentId)).toBe(before + 1);

    expect(await textOfFocus(page)).toBe('Relancer');
    await page.getByText('la prochaine relance peut partir le').waitFor();
    await page.keyboard.press('Enter');
    expect(await dialog.count()).toBe(0);
    expect(await countReminders(page, assessmentId)).toBe(before + 1);
  });

  test('Escape asks before it throws away what was typed, and the focus goes back to where it came from', async () => {
    const supplierId = await firstOf(page, '/api/suppliers?search=cadran');
    await goTo(page, `/suppliers/${supplierId}`);
    await page.getByRole('button', { name: 'Ajouter un contact' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('Nom', { exact: false }).first().fill('Jean');
    await page.keyboard.press('Escape');
    await page.getByText('Fermer sans garder ce que vous avez saisi').waitFor();
    await expectNoAxeViolations(page);
    expect(await textOfFocus(page)).toBe('Continuer la saisie');
    await page.getByRole('button', { name: 'Fermer sans garder' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await textOfFocus(page)).toBe('Ajouter un contact');
  });

  test('a send that is stopped says so by the button, and a reload loses nothing of it', async () => {
    await goTo(page, '/campaigns/new');
    await page.getByLabel('Nom de la campagne').fill('Automne');
    await page.getByLabel('Message aux fournisseurs').fill('Bonjour');
    // The demo has assessments running for this supplier already.
    await page
      .getByRole('checkbox', { name: /Cadran/ })
      .first()
      .check();
    await page.getByRole('checkbox', { name: /Pavois/ }).check();
    await page.getByText('1 prestation empêche l’envoi').waitFor();
    await page.getByRole('button', { name: 'Envoyer 2 évaluations' }).click();
    const notice = page.getByText('Rien n’est parti');
    await notice.waitFor();
    expect(await notice.evaluate((node) => node.getBoundingClientRect().top < window.innerHeight)).toBe(true);
    await expectNoAxeViolations(page);

    await page.reload();
    await page.getByText('Vous reprenez une campagne').waitFor();
    expect(await page.getByLabel('Nom de la campagne').inputValue()).toBe('Automne');
    expect(await page.getByLabel('Message aux fournisseurs').inputValue()).toBe('Bonjour');
    await page.getByText('2 prestations choisies').waitFor();
    await page.getByRole('link', { name: 'Voir ses évaluations' }).first().click();
    await page.waitForURL(/\/assessments\?supplierId=/);
    await page.goBack();
    await page.getByRole('button', { name: 'Recommencer à vide' }).click();
    await page.getByText('0 prestation choisie').waitFor();
  });

  test('an address with an order and a filter that do not exist shows the usual list', async () => {
    await goTo(page, '/suppliers?sort=nope&state=nope');
    await page.waitForURL((url) => url.search === '');
    await page.getByRole('link', { name: 'Cadran Infogérance' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('the palette leads to a supplier by its name, by key alone', async () => {
    await goTo(page, '/assessments');
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Un écran, un nom').waitFor();
    await page.keyboard.type('cadran');
    await page.getByRole('dialog').getByText('Infogérance du SI de gestion').first().waitFor();
    await expectNoAxeViolations(page);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Cadran Infogérance', level: 1 }).waitFor();
  });

  test('a copy of the library is named before it is made', async () => {
    await goTo(page, '/questionnaires');
    await page.getByRole('button', { name: 'Copier la bibliothèque' }).click();
    const title = page.getByLabel('Titre en français');
    await title.waitFor();
    expect(await title.inputValue()).toMatch(/\(copie( \d+)?\)$/);
    await title.fill('Hébergeurs 2027');
    await page.getByRole('dialog').getByRole('button', { name: 'Copier', exact: true }).dblclick();
    await page.getByRole('heading', { name: 'Hébergeurs 2027', level: 1 }).waitFor();
    await goTo(page, '/questionnaires?search=H%C3%A9bergeurs%202027');
    expect(await page.getByRole('link', { name: /^Hébergeurs 2027/ }).count()).toBe(1);
  });
});
