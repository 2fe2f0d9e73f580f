/** The middle of an odd number of figures. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

export interface Round {
  readonly ours: number;
  readonly yardstick: number;
}

/** Both are measured in turn, so that a busy moment of the machine hits both; the result is the medians. */
export async function inTurn(
  rounds: number,
  ours: () => Promise<number>,
  yardstick: () => Promise<number>,
): Promise<Round> {
  const found: Round[] = [];
  for (let round = 0; round < rounds; round += 1)
    found.push({ yardstick: await yardstick(), ours: await ours() });
  return { ours: median(found.map((one) => one.ours)), yardstick: median(found.map((one) => one.yardstick)) };
}
