import type { BenchResult } from './benchmark.js';
import { measureSaving } from './saving.js';

export const name = 'save-answers-batch';

export const run = (): Promise<BenchResult> => measureSaving(10);
