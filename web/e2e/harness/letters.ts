import type { Page } from 'playwright-core';

interface Letter {
  readonly to: string;
  readonly text: string;
}

/** What the newest letter to an address says, by a pattern with one group; waits for it to arrive. */
export async function readLetter(page: Page, to: string, pattern: RegExp): Promise<string> {
  for (let tries = 0; tries < 80; tries += 1) {
    const letters = (await (await page.request.get('/dev/mailbox.json')).json()) as Letter[];
    for (const letter of letters.filter((one) => one.to === to)) {
      const found = pattern.exec(letter.text)?.[1];
      if (found !== undefined) return found;
    }
    await page.waitForTimeout(250);
  }
  throw new Error(`No letter to ${to} says ${String(pattern)}.`);
}
