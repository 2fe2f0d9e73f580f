import { layOut } from './board-layout.js';
import type { Graph } from './use-concentration.js';

const node = (id: string, kind: 'actor' | 'place' | 'country'): Graph['nodes'][number] => ({
  ...{
    id,
    kind,
    name: id,
    siren: null,
    ground: null,
    outsideEea: null,
    suppliers: 2,
    engagements: 2,
    critical: 0,
  },
  ...{ leastDepth: 2, mostDepth: 2 },
});
const graph: Graph = {
  suppliers: [
    { id: 'a', supplierId: 'a', name: 'A', engagements: 1 },
    { id: 'b', supplierId: 'b', name: 'B', engagements: 1 },
  ],
  // b is a supplier, and a subcontractor of a.
  nodes: [node('b', 'actor'), node('c', 'country'), node('p', 'place')],
  edges: [
    { from: 'a', to: 'b', engagements: 1 },
    { from: 'b', to: 'p', engagements: 1 },
    { from: 'a', to: 'c', engagements: 1 },
    { from: 'a', to: 'gone', engagements: 1 },
  ],
  rest: { suppliers: 0, actors: 0, places: 0, countries: 0 },
  ...{ stated: 2, unstated: 0 },
};

test('a company that is a supplier and a subcontractor stands in both columns, and no line ends nowhere', () => {
  const { nodes, edges } = layOut(graph);
  expect(nodes.map(({ key }) => key)).toEqual([
    'suppliers a',
    'suppliers b',
    'actors b',
    'places p',
    'places c',
  ]);
  expect(edges.map(({ key }) => key)).toEqual([
    'suppliers a actors b',
    'actors b places p',
    'suppliers a places c',
  ]);
});

test('nothing lies on anything else, and all of it within the board', () => {
  const { nodes, width, height } = layOut(graph);
  expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
  expect(Math.max(...nodes.map(({ x }) => x))).toBeLessThan(width);
  expect(Math.max(...nodes.map(({ y }) => y))).toBeLessThan(height);
});
