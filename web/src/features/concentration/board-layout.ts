import type { Graph } from './use-concentration.js';

export const nodeWidth = 210;
export const nodeHeight = 44;
const rowStep = 54;
export const columnStep = 310;
const headHeight = 34;

export const columns = ['suppliers', 'actors', 'places'] as const;
export type Column = (typeof columns)[number];

export interface BoardNode {
  readonly key: string;
  readonly id: string;
  readonly column: Column;
  readonly name: string;
  readonly kind: 'supplier' | Graph['nodes'][number]['kind'];
  readonly outsideEea: boolean;
  /** Suppliers that depend on it; for a supplier, its engagements. */
  readonly count: number;
  readonly x: number;
  readonly y: number;
}

export interface BoardEdge {
  readonly key: string;
  readonly from: BoardNode;
  readonly to: BoardNode;
  readonly engagements: number;
}

export interface Board {
  readonly nodes: readonly BoardNode[];
  readonly edges: readonly BoardEdge[];
  readonly width: number;
  readonly height: number;
}

/** Three columns, the most shared at the top of each; a short column stands in the middle of a long one. */
export function layOut({ suppliers, nodes, edges }: Graph): Board {
  const lists = {
    suppliers: suppliers.map(({ id, name, engagements }) => ({
      ...{ id, name, count: engagements, kind: 'supplier' as const, outsideEea: false },
    })),
    actors: nodes.filter(({ kind }) => kind === 'actor').map(toListed),
    // Countries below the places that are in them.
    places: [
      ...nodes.filter(({ kind }) => kind === 'place'),
      ...nodes.filter(({ kind }) => kind === 'country'),
    ].map(toListed),
  };
  const tallest = Math.max(...columns.map((column) => lists[column].length), 1);
  const placed = columns.flatMap((column, index) =>
    lists[column].map((one, row): BoardNode => ({
      ...one,
      ...{ key: `${column} ${one.id}`, column },
      x: index * columnStep,
      y: headHeight + (row + (tallest - lists[column].length) / 2) * rowStep,
    })),
  );
  const at = (id: string, ...wanted: readonly Column[]): BoardNode | undefined =>
    wanted.map((column) => placed.find((node) => node.id === id && node.column === column)).find(Boolean);
  return {
    nodes: placed,
    edges: edges.flatMap(({ from, to, engagements }) => {
      const end = at(to, 'actors', 'places');
      // A company may be a supplier and somebody's subcontractor: what it does itself leaves from the column it has.
      const start = end?.column === 'places' ? at(from, 'actors', 'suppliers') : at(from, 'suppliers');
      if (start === undefined || end === undefined) return [];
      return [{ key: `${start.key} ${end.key}`, from: start, to: end, engagements }];
    }),
    width: columnStep * 2 + nodeWidth,
    height: headHeight + tallest * rowStep,
  };
}

function toListed({ id, name, suppliers, kind, outsideEea }: Graph['nodes'][number]) {
  return { id, name, count: suppliers, kind, outsideEea: outsideEea === true };
}

export function curveOf({ from, to }: BoardEdge): string {
  const [x1, y1] = [from.x + nodeWidth, from.y + nodeHeight / 2];
  const [x2, y2] = [to.x, to.y + nodeHeight / 2];
  const middle = (x1 + x2) / 2;
  return `M ${x1} ${y1} C ${middle} ${y1}, ${middle} ${y2}, ${x2} ${y2}`;
}
