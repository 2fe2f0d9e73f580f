import { Arrivals } from './arrivals.js';
import type { ChangedPiece } from './uploads.js';

const piece = { sheetRevision: 5 } as ChangedPiece;

test('a piece that arrived before the screen stood is told to it, once', () => {
  const arrivals = new Arrivals();
  const told: (ChangedPiece | null)[] = [];
  arrivals.tell(piece);
  const end = arrivals.listen((one) => told.push(one));
  expect(told).toEqual([piece]);
  arrivals.tell(null);
  expect(told).toEqual([piece, null]);
  end();
  arrivals.listen((one) => told.push(one));
  expect(told).toEqual([piece, null]);
});

test('a screen that goes takes away its own listening alone', () => {
  const arrivals = new Arrivals();
  const told: string[] = [];
  const end = arrivals.listen(() => told.push('first'));
  arrivals.listen(() => told.push('second'));
  end();
  arrivals.tell(piece);
  expect(told).toEqual(['second']);
});
