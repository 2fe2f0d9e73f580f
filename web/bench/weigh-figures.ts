/** What a page of engagements being weighed found. */
export interface WeighFigures {
  /** Milliseconds between frames: of the page at rest nineteen of twenty are shorter. */
  readonly idleP95: number;
  /** Frames while a weight was dragged, and those longer than twice that. */
  readonly frames: number;
  readonly longFrames: number;
  readonly draggedP95: number;
  readonly longest: number;
  /** How many frames passed until a new order stood there: the median, and the most. */
  readonly framesToOrder: number;
  readonly mostFramesToOrder: number;
  /** Milliseconds from weights to a ranking, from the page to the worker and back; and of a plain loop with a sort. */
  readonly ours: number;
  readonly plain: number;
}

declare global {
  interface Window {
    measureWeighing: () => Promise<WeighFigures>;
  }
}
