import type { BenchResult } from './benchmark.js';
import { FormPages, sizes } from './form-pages.js';
import { inTurn } from './measure.js';

export const name = 'form-type';

const [few, , many] = sizes;

/**
 * Time of the page's main thread for one key typed into a form of 1,000 questions, with all that follows from it, saving
 * included, ÷ the same in one of 107. To be 1.2 at most.
 */
export async function run(): Promise<BenchResult> {
  const pages = FormPages.open();
  const type = (count: number) => () => pages.measure('type', 'ours', count);
  const { ours, yardstick } = await inTurn(3, type(many), type(few));
  pages.close();
  return { value: ours, unit: 'ms per key at 1,000 questions', yardstick, ratio: ours / yardstick };
}
