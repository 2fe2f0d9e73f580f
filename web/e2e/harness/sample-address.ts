import type { Page } from 'playwright-core';

import type { Sample, Screen } from '../../src/routes/screen.js';

/** The address of a screen with real values of the demo in its parameters. */
export async function sampleAddress(page: Page, screen: Screen): Promise<string> {
  let address = screen.path + (screen.sampleSuffix ?? '');
  const known = new Map<string, string>();
  for (const [name, sample] of Object.entries(screen.sample ?? {})) {
    const value = await find(page, sample, known);
    known.set(name, value);
    address = address.replace(`:${name}`, encodeURIComponent(value));
  }
  return address;
}

/** What was found before may stand in the address in braces: `/api/engagements/{engagementId}/notices`. */
async function find(page: Page, sample: Sample, known: ReadonlyMap<string, string>): Promise<string> {
  if (typeof sample === 'string') return sample;
  const from = sample.from.replaceAll(/\{(\w+)\}/g, (_, name: string) => known.get(name) ?? '');
  const reply: unknown = await (await page.context().request.get(from)).json();
  // The first that has one: a journey may have left a questionnaire that was never published at the head of the list.
  const value = listOf(reply)
    .map((item) => readField(item, sample.field))
    .find((found) => typeof found === 'string');
  if (value === undefined) throw new Error(`${sample.from} of the demo has no ${sample.field}.`);
  return value;
}

/** A dot leads into an object: `published.id`. */
function readField(item: unknown, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>(
      (held, name) => (typeof held === 'object' && held !== null ? Reflect.get(held, name) : undefined),
      item,
    );
}

/** A reply is a list, or a page of one. */
function listOf(reply: unknown): unknown[] {
  if (Array.isArray(reply)) return reply;
  const items: unknown =
    typeof reply === 'object' && reply !== null ? Reflect.get(reply, 'items') : undefined;
  return Array.isArray(items) ? items : [];
}
