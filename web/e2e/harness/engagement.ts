import type { Page } from 'playwright-core';

/** The one engagement of the demo that the search finds; other journeys add some, so that the first of several is no answer. */
export async function engagementId(page: Page, search: string): Promise<string> {
  const reply = await page.context().request.get(`/api/engagements?search=${encodeURIComponent(search)}`);
  const { items } = (await reply.json()) as { items: { id: string }[] };
  const [only, ...others] = items;
  if (only === undefined || others.length > 0) {
    throw new Error(`${items.length} engagements answer to ${search}`);
  }
  return only.id;
}

/** A part of its file. */
export async function partOf(page: Page, search: string, part: string): Promise<string> {
  return `/engagements/${await engagementId(page, search)}/${part}`;
}
