import type { BenchResult } from './benchmark.js';
import { FormPages, sizes, type Form } from './form-pages.js';
import { median } from './measure.js';

export const name = 'form-render';

const rounds = 5;
const forms: readonly Form[] = ['single', 'pages', 'ours'];

/**
 * From the start of the page's script until the first question takes a key, at 1,000 questions; the same questionnaire in
 * survey-react-ui with a page for each theme, ÷ ours. To be 3 at least, and 10 against its single page.
 */
export async function run(): Promise<BenchResult> {
  const pages = FormPages.open();
  const found = new Map<string, number>();
  for (const count of sizes) {
    const figures = new Map<Form, number[]>(forms.map((form) => [form, []]));
    // In turn, so that a busy moment of the machine hits all three.
    for (let round = 0; round < rounds; round += 1) {
      for (const form of forms) figures.get(form)?.push(await pages.measure('render', form, count));
    }
    for (const [form, all] of figures) found.set(`${form}/${count}`, median(all));
    const told = forms.map((form) => `${form} ${read(found, form, count).toFixed(0)} ms`).join(', ');
    process.stderr.write(`form-render: ${count} questions: ${told}\n`);
  }
  pages.close();
  const [ours, paged, single] = (['ours', 'pages', 'single'] as const).map((form) =>
    read(found, form, 1_000),
  );
  if (ours === undefined || paged === undefined || single === undefined)
    throw new Error('nothing was measured');
  return {
    value: ours,
    unit: `ms, ${(single / ours).toFixed(1)} times sooner than a single page`,
    yardstick: paged,
    ratio: paged / ours,
  };
}

function read(found: ReadonlyMap<string, number>, form: Form, count: number): number {
  return found.get(`${form}/${count}`) ?? Number.NaN;
}
