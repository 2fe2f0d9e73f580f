import type { BenchResult } from './benchmark.js';
import { measureVerifying } from './verifying.js';

export const name = 'verify-proof-events';

/** A file that is nothing but events: a person who answered without a piece. */
export function run(): Promise<BenchResult> {
  return measureVerifying({ events: 10_000, pieces: 0, pieceBytes: 0 });
}
