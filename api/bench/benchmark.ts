/** What one benchmark found: a figure of ours, the same of something plain measured in turn, and one over the other. */
export interface BenchResult {
  readonly value: number | null;
  readonly unit: string;
  readonly yardstick: number | null;
  readonly ratio: number | null;
  /** Why it was not measured here. */
  readonly skipped?: string;
}

/** What every other file of this folder exports. */
export interface Benchmark {
  readonly name: string;
  readonly run: () => Promise<BenchResult>;
}
