import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { engagementId } from './harness/engagement.js';
import { goTo, open } from './harness/open.js';

jest.setTimeout(180_000);

async function certificationOf(page: Page, search: string): Promise<{ id: string; path: string }> {
  const id = await engagementId(page, search);
  return { id, path: `/engagements/${id}/certification` };
}

test('a chain is pasted, corrected by hand, and never called unlawful without health data', async () => {
  const page = await open('buyer');
  const { path } = await certificationOf(page, 'Paie en ligne');
  await goTo(page, path);
  await page.getByRole('heading', { name: 'La chaîne n’est pas encore décrite' }).waitFor();
  await page.getByRole('link', { name: 'Importer le tableau des garanties' }).click();
  await page
    .getByLabel('Ou collez le tableau')
    .fill(
      'Intervenant\tActivités HDS\tCertifié HDS\tValable jusqu’au\nHélianthe Paie\t3 à 6\toui\t30/09/2099\nDune Baies\t1 et 2\tnon\t',
    );
  await page.getByRole('button', { name: 'Lire le tableau collé' }).click();
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await page.getByRole('link', { name: 'Voir le résultat' }).click();
  await page.getByText('Version 1', { exact: false }).waitFor();
  // Without health data nobody has to be certified: nothing is called unlawful.
  expect(await page.getByText('Illicite').count()).toBe(0);

  await page.getByRole('button', { name: 'Tableau', exact: true }).click();
  await page.getByRole('row', { name: /1 Sites physiques.*Dune Baies.*Aucun certificat/ }).waitFor();
  expect(page.url()).toContain('view=table');

  await page.getByRole('button', { name: 'Ajouter un intervenant' }).click();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.getByRole('alert').getByText('Donnez le nom de l’intervenant.').waitFor();
  await page.getByRole('textbox', { name: 'Nom' }).fill('Sable Réseaux');
  await page.getByLabel('Contrat avec').selectOption({ label: 'Dune Baies' });
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.getByText('Version 2', { exact: false }).waitFor();
  await page.context().close();
});

test('keys walk the chain and move it; the same screen on a later day shows what ends until then', async () => {
  const page = await open('buyer');
  const { path } = await certificationOf(page, 'prévention');
  await goTo(page, `${path}?view=chain`);
  await page.locator('[data-node=buyer]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const relais = page.getByRole('button', { name: /^Relais Datacenter Ouest/ });
  expect(await relais.evaluate((one) => one === document.activeElement)).toBe(true);
  const placeOf = () => relais.evaluate((one) => one.style.transform);
  const before = await placeOf();
  await page.keyboard.press('Alt+ArrowDown');
  expect(await placeOf()).not.toBe(before);
  await expectNoAxeViolations(page);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: /Relais Datacenter Ouest/ }).waitFor();
  await page.keyboard.press('Escape');

  await goTo(page, path);
  await page.getByText('Illicite : activité 6').waitFor();
  await page.getByRole('group', { name: 'Situation au' }).getByRole('button').nth(1).click();
  await page.getByText('Illicite : activités 1, 2 et 6').waitFor();
  await page
    .getByRole('group', { name: 'Situation au' })
    .getByRole('button', { name: 'Aujourd’hui' })
    .click();

  await page.getByRole('button', { name: /Dater : plan de transfert/ }).click();
  await page.getByRole('dialog').getByLabel('Note').fill('Bascule vers un autre centre.');
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Bascule vers un autre centre.').waitFor();
  await page.context().close();
});

test('five hundred companies are dragged without drawing them again', async () => {
  const page = await open('buyer');
  const { id, path } = await certificationOf(page, 'Brest');
  const request = page.context().request;
  const read = await request.get(`/api${path}`);
  const { chain, revision } = (await read.json()) as { chain: { holderId: string }; revision: number };
  const others = Array.from({ length: 499 }, (_, index) => `new:${index}`);
  const reply = await request.put(`/api/engagements/${id}/certification`, {
    headers: { origin: new URL(page.url() === 'about:blank' ? read.url() : page.url()).origin },
    data: {
      revision,
      actors: [
        { id: chain.holderId, name: 'Titulaire', siren: null },
        ...others.map((one, index) => ({ id: one, name: `Maillon ${index}`, siren: null })),
      ],
      contracts: others.map((to, index) => ({
        from: index < 9 ? chain.holderId : (others[Math.floor(index / 9) - 1] ?? chain.holderId),
        to,
        reference: '',
      })),
      performances: [],
      notPerformed: [],
    },
  });
  expect(reply.status()).toBe(200);
  await goTo(page, `${path}?view=chain`);
  const board = page.locator('.pb-cert-board');
  await board.waitFor();
  expect(await page.locator('button[data-node]').count()).toBe(501);
  await board.scrollIntoViewIfNeeded();
  /** On the background, far enough from the border to be dragged away from. */
  const middle = await board.evaluate((frame) => {
    const { left, right, top } = frame.getBoundingClientRect();
    for (let x = right - 40; x > left + 400; x -= 8) {
      for (let y = top + 300; y < Math.min(top + 560, innerHeight); y += 8) {
        if (document.elementFromPoint(x, y)?.closest('[data-node]') === null) return { x, y };
      }
    }
    throw new Error('nowhere to take hold of');
  });

  /** Frames drawn, and changes that are more than moving, while the pointer goes so many steps. */
  const watch = async (drag: boolean): Promise<{ frames: number; changes: number }> => {
    await page.evaluate(() => {
      const seen = { frames: 0, changes: 0, on: true };
      Object.assign(window, { seen });
      const count = (): void => {
        seen.frames += 1;
        if (seen.on) requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
      new MutationObserver((changes) => {
        seen.changes += changes.filter(({ attributeName }) => attributeName !== 'style').length;
      }).observe(document.querySelector('.pb-cert-board') ?? document.body, {
        ...{ attributes: true, childList: true, subtree: true },
      });
    });
    await page.mouse.move(middle.x, middle.y);
    if (drag) await page.mouse.down();
    for (let step = 0; step < 120; step += 1) await page.mouse.move(middle.x - step * 3, middle.y - step);
    if (drag) await page.mouse.up();
    return page.evaluate(() => {
      const { seen } = window as unknown as { seen: { frames: number; changes: number; on: boolean } };
      seen.on = false;
      return { frames: seen.frames, changes: seen.changes };
    });
  };
  const layer = page.locator('.pb-cert-layer');
  const idle = await watch(false);
  const before = await layer.evaluate((one) => (one as HTMLElement).style.transform);
  const dragged = await watch(true);
  expect(await layer.evaluate((one) => (one as HTMLElement).style.transform)).not.toBe(before);
  expect(dragged.changes).toBe(0);
  // As many frames as the same hand makes over a board at rest, within what a shared machine varies.
  expect(dragged.frames).toBeGreaterThan(idle.frames * 0.6);
  await page.context().close();
});

test('certificates that end are found by their date, and the address keeps the filter', async () => {
  const page = await open('risk-manager', { language: 'en' });
  await goTo(page, '/certificates');
  await page.getByRole('button', { name: /Within 90 days/ }).click();
  await page.getByRole('row', { name: /Relais Datacenter Ouest/ }).waitFor();
  expect(page.url()).toContain('band=90');
  await page.getByRole('row', { name: /Phare/ }).waitFor({ state: 'detached' });
  expect(await page.getByRole('row', { name: /Nivéole Santé/ }).count()).toBe(1);
  await page.reload();
  await page.getByRole('row', { name: /Relais Datacenter Ouest/ }).waitFor();
  await page.goBack();
  await page.getByRole('row', { name: /Phare/ }).waitFor();
  await page.context().close();
});
