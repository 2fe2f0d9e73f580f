import type { Page } from 'playwright-core';

import { open, settled } from './open.js';

interface Sheet {
  readonly sheet: {
    readonly answers: { questionId: string; state: string; value: unknown; revision: number }[];
    readonly revision: number;
  };
}

/** A request of the demo that takes answers. */
export async function findRequest(): Promise<string> {
  const page = await open('supplier');
  const reply = await page.context().request.get('/api/requests?state=to-answer');
  const { items } = (await reply.json()) as { items: { id: string }[] };
  const last = items.at(-1);
  if (last === undefined) throw new Error('The demo has nothing to answer.');
  await page.context().close();
  return last.id;
}

export async function openAt(page: Page, requestId: string, questionId: string): Promise<void> {
  await page.goto(`/requests/${requestId}?q=${questionId}`);
  await page.locator(`#question-${questionId}`).waitFor();
  await settled(page);
}

export async function readAnswer(page: Page, requestId: string, questionId: string) {
  const reply = await page.context().request.get(`/api/requests/${requestId}/sheet`);
  const { sheet } = (await reply.json()) as Sheet;
  return sheet.answers.find((answer) => answer.questionId === questionId);
}

/** An answer given beside the screen, so that a test does not hang on what the demo happens to say. */
export async function giveAnswer(
  page: Page,
  requestId: string,
  { questionId, value }: { readonly questionId: string; readonly value: unknown },
): Promise<void> {
  const revision = (await readAnswer(page, requestId, questionId))?.revision ?? 0;
  const clientKey = `essai-${questionId}-${String(revision)}`;
  const reply = await page.context().request.put(`/api/requests/${requestId}/answers`, {
    headers: { origin: new URL(page.url()).origin },
    data: { answers: [{ questionId, revision, clientKey, state: 'answered', value }] },
  });
  expect(reply.status()).toBe(200);
}

export async function isSaved(page: Page): Promise<void> {
  await page.locator('.pb-ans-foot .pb-status-done').waitFor();
}
