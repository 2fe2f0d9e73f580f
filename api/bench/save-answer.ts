import type { BenchResult } from './benchmark.js';
import { measureSaving } from './saving.js';

export const name = 'save-answer';

export const run = (): Promise<BenchResult> => measureSaving(1);
