import type { Page } from 'playwright-core';

import { expectNoAxeViolations } from './harness/axe.js';
import { goTo, open } from './harness/open.js';
import { screenshot } from './harness/screenshot.js';

jest.setTimeout(120_000);

interface Piece {
  readonly evidenceId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly questions: readonly { readonly questionId: string; readonly verdict: string }[];
}

interface Review {
  readonly status: string;
  readonly pieces: readonly Piece[];
  readonly questions: readonly { readonly questionId: string; readonly toSee: boolean }[];
  readonly score: {
    readonly score: { readonly score: number; readonly base: number; readonly grade: string };
  };
}

async function ask<T>(page: Page, path: string): Promise<T> {
  return (await (await page.context().request.get(path)).json()) as T;
}

async function findAssessments(page: Page, status: string, supplier = ''): Promise<string[]> {
  const { items } = await ask<{ items: { id: string; supplierName: string }[] }>(
    page,
    `/api/assessments?status=${status}`,
  );
  return items.filter(({ supplierName }) => supplierName.startsWith(supplier)).map(({ id }) => id);
}

async function findAssessment(page: Page, status: string, supplier = ''): Promise<string> {
  const [id] = await findAssessments(page, status, supplier);
  if (id === undefined) throw new Error(`Nothing of the demo is ${status}.`);
  return id;
}

function readReview(page: Page, id: string): Promise<Review> {
  return ask(page, `/api/assessments/${id}/review`);
}

/** A question with a piece that nobody has examined. */
function questionToExamine({ pieces }: Review): { questionId: string; evidenceId: string } {
  for (const { evidenceId, questions } of pieces) {
    const here = questions.find(({ verdict }) => verdict === 'unexamined');
    if (here !== undefined) return { questionId: here.questionId, evidenceId };
  }
  throw new Error('Every piece of the demo is examined.');
}

const french = (value: number): string => value.toFixed(2).replace('.', ',');

test('accepting a piece with one key moves the score at once, and the next key leads on', async () => {
  const page = await open('buyer');
  const id = await findAssessment(page, 'in-review');
  const { questionId, evidenceId } = questionToExamine(await readReview(page, id));
  await goTo(page, `/assessments/${id}/review?question=${questionId}`);
  await page.keyboard.press('a');
  await page.getByText(/Pièce acceptée E\d à \d\d:\d\d/).waitFor();

  const after = await readReview(page, id);
  const here = after.pieces
    .find((piece) => piece.evidenceId === evidenceId)
    ?.questions.find((one) => one.questionId === questionId);
  expect(here).toMatchObject({ verdict: 'accepted' });
  await page
    .getByRole('complementary', { name: 'Score de risque' })
    .getByText(french(after.score.score.score))
    .first()
    .waitFor();
  await page.keyboard.press('j');
  await page.waitForFunction((before) => !location.search.includes(before), questionId);
  const shown = new URL(page.url()).searchParams.get('question');
  expect(after.questions.find((one) => one.questionId === shown)).toMatchObject({ toSee: true });
  await screenshot(page, 'review');
  await page.context().close();
});

test('a level is only proposed, with the reason, and what a key does is on its button', async () => {
  const page = await open('buyer');
  const id = await findAssessment(page, 'submitted');
  const review = await readReview(page, id);
  const { questionId } = questionToExamine(review);
  await goTo(page, `/assessments/${id}/review?question=${questionId}`);
  await page.getByText(/^E2 suggéré.*la pièce est datée/).waitFor();
  const keys = page.getByRole('group', { name: 'Actes sur cette question' });
  await keys.getByRole('button', { name: 'Accepter E2' }).waitFor();
  await page.keyboard.press('1');
  await keys.getByRole('button', { name: 'Accepter E1' }).waitFor();
  expect(await page.getByText(/suggéré/).count()).toBe(0);

  const withPiece = new Set(review.pieces.flatMap(({ questions }) => questions.map((one) => one.questionId)));
  const plain = review.questions.find((one) => one.toSee && !withPiece.has(one.questionId));
  await goTo(page, `/assessments/${id}/review?question=${plain?.questionId ?? ''}`);
  await keys.getByRole('button', { name: 'Marquer vue' }).waitFor();
  expect(await keys.getByRole('button', { name: 'Rejeter' }).count()).toBe(0);
  await expectNoAxeViolations(page);
  await page.context().close();
});

test('beside a piece the panes scroll, never the page, and the keys stand on one line', async () => {
  const page = await open('buyer');
  const id = await findAssessment(page, 'submitted');
  const pdf = (await readReview(page, id)).pieces.find(({ mediaType }) => mediaType === 'application/pdf');
  await goTo(page, `/assessments/${id}/review?question=${pdf?.questions[0]?.questionId ?? ''}`);
  await page.locator('.pb-viewer-sheet canvas[style]').waitFor();
  const sizes = await page.evaluate(() => {
    const sheet = document.querySelector('.pb-viewer-sheet');
    const tops = [...document.querySelectorAll('.pb-examine-keys .pb-button')].map(
      (button) => button.getBoundingClientRect().top,
    );
    return {
      page: document.documentElement.scrollHeight - window.innerHeight,
      across: (sheet?.scrollWidth ?? 0) - (sheet?.clientWidth ?? 0),
      down: (sheet?.scrollHeight ?? 0) - (sheet?.clientHeight ?? 0),
      lines: new Set(tops).size,
    };
  });
  expect(sizes).toEqual({ page: 0, across: 0, down: 0, lines: 1 });
  await page.context().close();
});

test('a piece is rejected with a reason, and not without one', async () => {
  const page = await open('buyer');
  const id = await findAssessment(page, 'in-review');
  const { questionId, evidenceId } = questionToExamine(await readReview(page, id));
  await goTo(page, `/assessments/${id}/review?question=${questionId}`);
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Rejeter la pièce' }).click();
  await page.getByText('Donnez le motif').waitFor();
  await expectNoAxeViolations(page);
  await page
    .getByLabel('Pourquoi cette pièce ne prouve rien ici')
    .fill('Le document porte sur un autre client.');
  await page.getByRole('button', { name: 'Rejeter la pièce' }).click();
  await page.getByText(/Pièce rejetée à/).waitFor();

  const { pieces } = await readReview(page, id);
  const verdict = pieces
    .find((piece) => piece.evidenceId === evidenceId)
    ?.questions.find((one) => one.questionId === questionId)?.verdict;
  expect(verdict).toBe('rejected');
  await page.context().close();
});

test('a PDF is painted on the screen, and its words are there for a screen reader', async () => {
  const page = await open('buyer');
  const id = await findAssessment(page, 'in-review');
  const { pieces } = await readReview(page, id);
  const pdf = pieces.find(({ mediaType }) => mediaType === 'application/pdf');
  if (pdf === undefined) throw new Error('The demo has no PDF to review.');
  await goTo(page, `/assessments/${id}/review?question=${pdf.questions[0]?.questionId ?? ''}`);
  const sheet = page.getByRole('region', { name: `Page 1 de ${pdf.name}` });
  await sheet.getByText(/Établi le/).waitFor({ state: 'attached' });

  const painted = await sheet.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    return data.some((value) => value < 128);
  });
  expect(painted).toBe(true);
  await page.context().close();
});

test('the lines of the trace add up to the base, and each opens its lesson', async () => {
  const page = await open('buyer');
  const id = await findAssessment(page, 'in-review');
  await goTo(page, `/assessments/${id}/review`);
  await page.getByRole('button', { name: /autres réponses/ }).click();
  const points = await page.locator('.pb-trace-points').allInnerTexts();
  const cents = points.map((text) =>
    Math.round(Number(/([\d,]+)\s*$/.exec(text)?.[1]?.replace(',', '.')) * 100),
  );
  const { score } = await readReview(page, id);

  expect(cents.reduce((sum, one) => sum + one, 0)).toBe(Math.round(score.score.base * 100));
  await page
    .getByRole('button', { name: /^leçon / })
    .first()
    .click();
  await page.getByRole('dialog', { name: /Leçon / }).waitFor();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.context().close();
});

test('a message that was typed and not sent is still there after another question', async () => {
  const page = await open('buyer');
  const id = await findAssessment(page, 'in-review');
  await goTo(page, `/assessments/${id}/review?question=BKP-04`);
  await page.keyboard.press('p');
  await page.keyboard.type('Où est la copie ?');
  await page.getByRole('button', { name: 'Question suivante' }).click();
  await page.getByText('BKP-05', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Question précédente' }).click();
  await page.getByText('BKP-04', { exact: true }).first().waitFor();

  expect(await page.getByLabel('Demander une précision').inputValue()).toBe('Où est la copie ?');
  await page.context().close();
});

test('a risk manager puts another answer in the place of the supplier’s, and the score follows', async () => {
  const page = await open('risk-manager');
  const id = await findAssessment(page, 'in-review');
  const before = await readReview(page, id);
  await goTo(page, `/assessments/${id}/review?question=INC-04`);
  await page.getByRole('button', { name: 'Corriger la réponse' }).click();
  await page.getByRole('radio', { name: 'Un refus de répondre' }).check();
  await page.getByLabel('Motif de la correction').fill('Le contrat joint dit le contraire.');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Retenir cette réponse' }).click();
  await page.getByRole('heading', { name: 'Réponse retenue par vous' }).waitFor();

  const after = await readReview(page, id);
  expect(after.score.score.base).toBeGreaterThan(before.score.score.base);
  await page.context().close();
});

test('a request goes back with a reason, and the supplier then reads the findings', async () => {
  const page = await open('buyer');
  const id = await findAssessment(page, 'submitted', 'Cadran');
  const supplier = await open('supplier');
  const findings = `/api/requests/${id}/findings`;
  expect(await ask(supplier, findings)).toEqual({ items: [] });
  await goTo(page, `/assessments/${id}/review`);
  await page.getByRole('button', { name: 'Retourner' }).click();
  await page.getByRole('button', { name: 'Retourner au fournisseur' }).click();
  await page.getByText('Dites ce que vous demandez').first().waitFor();
  await page
    .getByRole('textbox', { name: 'Ce que vous lui demandez' })
    .fill('Merci de joindre le dernier test de restauration.');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Retourner au fournisseur' }).click();
  await page.getByText(/Retournée au fournisseur/).waitFor();

  expect(await readReview(page, id)).toMatchObject({ status: 'returned' });
  expect((await ask<{ items: unknown[] }>(supplier, findings)).items.length).toBeGreaterThan(0);
  await page.context().close();
  await supplier.context().close();
});

test('a decision tells the supplier exactly what the preview showed', async () => {
  const page = await open('buyer');
  const id = await findAssessment(page, 'reviewed');
  await goTo(page, `/assessments/${id}/decision`);
  await page.getByRole('radio', { name: /Signer sous conditions/ }).click();
  await page.getByLabel('Conditions', { exact: false }).first().fill('Une copie hors ligne sous 30 jours.');
  await page.getByLabel('Motif, pour votre organisation').fill('Risque borné par une clause.');
  await page.getByLabel('Communiquer la note au fournisseur').check();
  const preview = page.getByRole('region', { name: 'Ce que le fournisseur verra' });
  const shown = await preview.getByRole('img', { name: /Note [A-E]/ }).getAttribute('aria-label');
  const reasons = await preview.getByRole('listitem').allInnerTexts();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Décider et prévenir le fournisseur' }).click();
  await page.getByRole('heading', { name: 'Ce que le fournisseur a lu' }).waitFor();

  const { items } = await ask<{
    items: { notice: { grade: string; conditions: string; reasons: { fr: string }[] } }[];
  }>(page, `/api/assessments/${id}/decisions`);
  const notice = items[0]?.notice;
  expect(`Note ${notice?.grade ?? ''}`).toBe(shown);
  expect(notice?.reasons.map(({ fr }) => fr)).toEqual(reasons);
  expect(notice?.conditions).toBe('Une copie hors ligne sous 30 jours.');
  await page.context().close();
});

test('a score that was kept is read as it was, and one goes back to that of today', async () => {
  const page = await open('buyer');
  const id = await findAssessment(page, 'decided');
  await goTo(page, `/assessments/${id}/score`);
  await page
    .getByRole('table', { name: /Scores gardés/ })
    .getByRole('button')
    .last()
    .click();
  await page.getByRole('heading', { name: /Score gardé le .* remise du fournisseur/ }).waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Revenir au score d’aujourd’hui' }).click();

  await page.getByRole('heading', { name: 'Le score aujourd’hui' }).waitFor();
  await page.context().close();
});
