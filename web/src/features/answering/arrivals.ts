import type { ChangedPiece } from './uploads.js';

/** `null` where another tab has the details. */
type Arrival = ChangedPiece | null;

/** Pieces that arrived. Those that did before anybody listened are told to the first who does: its sheet was read without them. */
export class Arrivals {
  private missed: Arrival[] = [];
  private listener: ((piece: Arrival) => void) | null = null;

  readonly tell = (piece: Arrival): void => {
    if (this.listener === null) this.missed.push(piece);
    else this.listener(piece);
  };

  /** Returns what ends the listening. */
  listen(listener: (piece: Arrival) => void): () => void {
    this.listener = listener;
    for (const piece of this.missed.splice(0)) listener(piece);
    return () => {
      if (this.listener === listener) this.listener = null;
    };
  }
}
