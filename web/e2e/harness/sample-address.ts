import type { Page } from 'playwright-core';

import type { Sample, Screen } from '../../src/routes/screen.js';

/** The address of a screen with real values of the demo in its parameters. */
export async function sampleAddress(page: Page, screen: Screen): Promise<string> {
  let address = screen.path;
  for (const [name, sample] of Object.entries(screen.sample ?? {})) {
    address = address.replace(`:${name}`, encodeURIComponent(await find(page, sample)));
  }
  return address + (screen.sampleSuffix ?? '');
}

async function find(page: Page, sample: Sample): Promise<string> {
  if (typeof sample === 'string') return sample;
  const reply: unknown = await (await page.context().request.get(sample.from)).json();
  const [first] = listOf(reply);
  // A dot leads into an object: `published.id`.
  const value = sample.field
    .split('.')
    .reduce<unknown>(
      (held, name) => (typeof held === 'object' && held !== null ? Reflect.get(held, name) : undefined),
      first,
    );
  if (typeof value !== 'string') throw new Error(`${sample.from} of the demo has no ${sample.field}.`);
  return value;
}

/** A reply is a list, or a page of one. */
function listOf(reply: unknown): unknown[] {
  if (Array.isArray(reply)) return reply;
  const items: unknown =
    typeof reply === 'object' && reply !== null ? Reflect.get(reply, 'items') : undefined;
  return Array.isArray(items) ? items : [];
}
