import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Page } from 'playwright-core';

const folder = fileURLToPath(new URL('../../../docs/screenshots', import.meta.url));

/** Keeps a picture for the documentation, with `PROBANT_SCREENSHOTS=1` only: an ordinary run leaves the tree as it was. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env['PROBANT_SCREENSHOTS'] !== '1') return;
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
