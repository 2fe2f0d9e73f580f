import type { BenchResult } from './benchmark.js';
import { FormPages, type WeighFigures } from './form-pages.js';
import { readBank } from './library.js';
import { median } from './measure.js';

export const name = 'reweigh';

const rounds = 3;
const mostFramesToOrder = 3;

/**
 * In Chromium, the weighing screen over invented engagements. From weights to a ranking of 100,000, ÷ a plain loop with a sort over
 * the same numbers: to be 3 at most. Dragging at 10,000 is to have no frame longer than twice what a page at rest has, and
 * at 100,000 the new order is to stand there within three frames.
 */
export async function run(): Promise<BenchResult> {
  const bank = readBank();
  const pages = FormPages.open();
  const few: WeighFigures[] = [];
  const many: WeighFigures[] = [];
  for (let round = 0; round < rounds; round += 1) {
    few.push(await pages.weigh(bank, 10_000));
    many.push(await pages.weigh(bank, 100_000));
  }
  pages.close();
  tell('10,000', few);
  tell('100,000', many);
  const frames = median(many.map(({ framesToOrder }) => framesToOrder));
  if (frames > mostFramesToOrder)
    throw new Error(`a new order of 100,000 stands there after ${frames} frames`);
  const ours = median(many.map((one) => one.ours));
  const plain = median(many.map((one) => one.plain));
  const long = median(few.map(({ longFrames }) => longFrames));
  return {
    value: ours,
    unit: `ms at 100,000; in order after ${frames} frames; ${long} long frames at 10,000`,
    yardstick: plain,
    ratio: ours / plain,
  };
}

function tell(count: string, figures: readonly WeighFigures[]): void {
  for (const {
    idleP95,
    draggedP95,
    longest,
    longFrames,
    frames,
    framesToOrder,
    mostFramesToOrder: most,
    ours,
    plain,
  } of figures) {
    const over = (ms: number): string => (ms / idleP95).toFixed(2);
    process.stderr.write(
      `reweigh: ${count}: frames dragged ÷ at rest (p95) ${over(draggedP95)}, longest ${over(longest)}, ` +
        `${longFrames} of ${frames} beyond 2; in order after ${framesToOrder} frames, ${most} at most; ÷ plain ${(ours / plain).toFixed(2)}\n`,
    );
  }
}
