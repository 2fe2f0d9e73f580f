import type { BenchResult } from './benchmark.js';
import { measureVerifying } from './verifying.js';

export const name = 'verify-proof';

/** A request that was answered in ten thousand saves has its pieces as well: forty of a megabyte and a half. */
export function run(): Promise<BenchResult> {
  return measureVerifying({ events: 10_000, pieces: 40, pieceBytes: 1_500_000 });
}
