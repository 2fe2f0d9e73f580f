import { layoutChain } from '@probant/shared/certifications/layout-chain';

import type { Certification } from './use-certification.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const nodeSize = { width: 216, height: 56 } as const;
const step = { x: 280, y: 76 } as const;
/** A rank of more stands in several columns: five hundred below one another would be a wall. */
const rowsPerColumn = 24;

/** Where everybody stands before anybody is moved. */
export function placeNodes(chain: Certification['chain']): ReadonlyMap<string, Point> {
  const ranks: string[][] = [];
  const rows = new Map<string, number>();
  for (const { id, column, row } of layoutChain(chain)) {
    (ranks[column] ??= []).push(id);
    rows.set(id, row);
  }
  const places = new Map<string, Point>();
  let x = 0;
  for (const ids of ranks) {
    const wraps = ids.length > rowsPerColumn;
    for (const [index, id] of ids.entries()) {
      const row = wraps ? index % rowsPerColumn : Math.min(rows.get(id) ?? index, rowsPerColumn * 2);
      const beside = wraps ? Math.floor(index / rowsPerColumn) : 0;
      places.set(id, { x: x + beside * step.x, y: row * step.y });
    }
    x += step.x * Math.max(1, wraps ? Math.ceil(ids.length / rowsPerColumn) : 1);
  }
  return places;
}

/** From the right side of one to the left side of the other, wherever they are. */
export function edgePath(from: Point, to: Point): string {
  const start = { x: from.x + nodeSize.width, y: from.y + nodeSize.height / 2 };
  const end = { x: to.x, y: to.y + nodeSize.height / 2 };
  const bend = Math.max(Math.abs(end.x - start.x) * 0.45, 40);
  return `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`;
}

/** The nearest one in the direction of an arrow key; nothing at the border. */
export function neighbourOf(
  places: ReadonlyMap<string, Point>,
  id: string,
  direction: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight',
): string | undefined {
  const here = places.get(id);
  if (here === undefined) return undefined;
  const along = direction === 'ArrowUp' || direction === 'ArrowDown' ? 'y' : 'x';
  const across = along === 'y' ? 'x' : 'y';
  const sign = direction === 'ArrowDown' || direction === 'ArrowRight' ? 1 : -1;
  let best: { readonly id: string; readonly cost: number } | undefined;
  for (const [other, point] of places) {
    const ahead = (point[along] - here[along]) * sign;
    if (other === id || ahead <= 0) continue;
    const cost = ahead + Math.abs(point[across] - here[across]) * 3;
    if (best === undefined || cost < best.cost) best = { id: other, cost };
  }
  return best?.id;
}
