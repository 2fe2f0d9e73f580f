import fs from 'node:fs';
import { createRequire } from 'node:module';

import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

import { axeExceptions } from './axe-exceptions.js';
import { settled } from './open.js';

const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4'],
  rules: Object.fromEntries(axeExceptions.map(({ rule }) => [rule, { enabled: false }])),
  resultTypes: ['violations'],
};

/** Colours are the same at each width, and take longest. */
const structure: RunOptions = {
  ...options,
  rules: { ...options.rules, 'color-contrast': { enabled: false }, 'link-in-text-block': { enabled: false } },
};

/** Fails with every element that axe objects to on what the page shows now. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  await expectNoObjections(page, options);
}

/** The same but for colours, on a page that was looked at whole at another width. */
export async function expectSoundStructure(page: Page): Promise<void> {
  await expectNoObjections(page, structure);
}

async function expectNoObjections(page: Page, rules: RunOptions): Promise<void> {
  await settled(page);
  // Half a megabyte, which a page need not read twice.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const results = await page.evaluate((run): Promise<AxeResults> => {
    // Put there by the line before; the page's own code knows nothing of it.
    const { axe } = window as unknown as {
      axe: { run: (context: Document, options: unknown) => Promise<AxeResults> };
    };
    return axe.run(document, run);
  }, rules);
  const objections = results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)} (${violation.help})`),
  );
  expect(objections).toEqual([]);
}
