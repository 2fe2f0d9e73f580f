import type { Weights } from '@probant/shared/scoring/answer';
import { readMatrix, type MatrixDocument } from '@probant/shared/scoring/risk-matrix';
import { exponentsOf } from '@probant/shared/scoring/weigh-matrix';

import type { MatrixReply } from '../src/features/weighing/matrix-messages.js';
import { startMatrixWorker } from '../src/features/weighing/start-matrix-worker.js';
import type { WeighFigures } from './weigh-figures.js';

const settleMs = 2_000;
const watchedFrames = 240;
const orders = 11;
const rounds = 11;

/** Frames of the page at rest, then while a weight is dragged; how soon a new order stands there; and the ranking alone. */
export async function measureWeighing(
  bytes: ArrayBuffer,
  documents: readonly MatrixDocument[],
): Promise<WeighFigures> {
  await wait(settleMs);
  const idle = await watch(() => undefined);
  const idleP95 = quantile(idle, 0.95);
  const slider = document.querySelector<HTMLInputElement>('input[type=range]');
  if (slider === null) throw new Error('there is no weight to drag');
  const dragged = await watch((frame) => {
    move(slider, 12.5 + 12 * Math.sin(frame / 20));
  });
  await wait(settleMs);
  const frames: number[] = [];
  for (let order = 0; order < orders; order += 1) {
    frames.push(await framesUntilOrder(slider, order % 2 === 0 ? 25 : 0));
    await wait(settleMs / 4);
  }
  const alone = await rankAlone(bytes, documents);
  return {
    idleP95,
    frames: dragged.length,
    longFrames: dragged.filter((frame) => frame > 2 * idleP95).length,
    draggedP95: quantile(dragged, 0.95),
    longest: Math.max(...dragged),
    framesToOrder: quantile(frames, 0.5),
    mostFramesToOrder: Math.max(...frames),
    ...alone,
  };
}

/** What a hand does: the field holds another value, and says so. */
function move(slider: HTMLInputElement, value: number): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(slider, String(value));
  slider.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Milliseconds between frames, with something done in each. */
async function watch(act: (frame: number) => void): Promise<readonly number[]> {
  const found: number[] = [];
  let before = await nextFrame();
  for (let frame = 0; frame < watchedFrames; frame += 1) {
    act(frame);
    const now = await nextFrame();
    found.push(now - before);
    before = now;
  }
  return found;
}

/** How many frames after a weight has moved the list stands in its new order. */
async function framesUntilOrder(slider: HTMLInputElement, value: number): Promise<number> {
  await nextFrame();
  const before = shownOrder();
  move(slider, value);
  for (let frames = 1; frames < 600; frames += 1) {
    await nextFrame();
    if (shownOrder() !== before) return frames;
  }
  throw new Error('the order stayed as it was');
}

function shownOrder(): string {
  return [...document.querySelectorAll('.pb-rank-row')].map((row) => row.textContent).join('|');
}

/** From weights to a ranking through the worker, and the same by a plain loop with a sort; in turn. */
async function rankAlone(
  bytes: ArrayBuffer,
  documents: readonly MatrixDocument[],
): Promise<Pick<WeighFigures, 'ours' | 'plain'>> {
  const replies: ((reply: MatrixReply) => void)[] = [];
  const thread = startMatrixWorker((reply) => {
    replies.shift()?.(reply);
  });
  const ask = (request: Parameters<typeof thread.post>[0]): Promise<MatrixReply> =>
    new Promise((resolve) => {
      replies.push(resolve);
      thread.post(request);
    });
  await ask({ kind: 'open', bytes: new Blob([bytes]), documents });
  const plainly = plainRanking(bytes, documents);
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const weights = weightsOf(documents, round);
    await nextFrame();
    let started = performance.now();
    const reply = await ask({ kind: 'weigh', weights, published: {} });
    ours.push(performance.now() - started);
    started = performance.now();
    const order = plainly(weights);
    plain.push(performance.now() - started);
    if (reply.kind !== 'weighed' || reply.tried.ranking.order.length !== order.length)
      throw new Error('the rankings are not of the same');
  }
  thread.end();
  return { ours: quantile(ours, 0.5), plain: quantile(plain, 0.5) };
}

function weightsOf(documents: readonly MatrixDocument[], round: number): Weights {
  const themes = documents.flatMap((one) =>
    one.themes.map(({ code }, place) => [code, 1 + ((place * 7 + round) % 20)]),
  );
  return { themes: Object.fromEntries(themes) as Record<string, number> };
}

/** What one writes first: a mean per engagement, its power, and a sort of the places by score. */
function plainRanking(
  bytes: ArrayBuffer,
  documents: readonly MatrixDocument[],
): (weights: Weights) => Uint32Array {
  const matrix = readMatrix(bytes, documents);
  const exponents = exponentsOf(matrix);
  const columns = matrix.sections[0]?.themes ?? [];
  const codes = documents[0]?.themes.map(({ code }) => code) ?? [];
  const scores = new Float64Array(matrix.count);
  return ({ themes = {} }) => {
    const weights = Float64Array.from(codes, (code) => themes[code] ?? 0);
    for (let row = 0; row < matrix.count; row += 1) {
      let sum = 0;
      let total = 0;
      for (let theme = 0; theme < weights.length; theme += 1) {
        const safety = columns[theme]?.[row] ?? -1;
        if (safety < 0) continue;
        sum += (weights[theme] ?? 0) * safety;
        total += weights[theme] ?? 0;
      }
      const base = 100 * (1 - (sum / total) ** (exponents[row] ?? 1));
      scores[row] = Math.max(base, matrix.floors[row] ?? 0);
    }
    return Uint32Array.from(scores.keys()).sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
  };
}

function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
