import { toOneFont, toRuns } from './printable-text.js';

/** Places of the tag tree, as PDF names them. */
export type StructureType =
  'H1' | 'H2' | 'H3' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'L' | 'LI' | 'LBody' | 'Figure';

interface Place {
  readonly type: StructureType;
  readonly id: number;
}

type Node = Readonly<Record<string, unknown>>;

/**
 * The content as the fonts can print it and as a screen reader can follow it: every text is cut into runs, and every
 * paragraph says where in headings, lists and tables it stands. `headlineLevel` 1 to 3 makes a heading, which stands among
 * the bookmarks too; a drawing with `alt` is a figure, one without is decoration.
 */
export function toPrintable(content: unknown): unknown {
  let lastId = 0;
  const place = (type: StructureType): Place => ({ type, id: (lastId += 1) });

  const walk = (node: unknown, path: readonly Place[]): unknown => {
    if (typeof node === 'string' || typeof node === 'number') return paragraph({ text: String(node) }, path);
    if (Array.isArray(node)) return node.map((child: unknown) => walk(child, path));
    if (!isNode(node)) return node;
    if ('text' in node) return paragraph(node, path);
    if (typeof node['svg'] === 'string') return drawing(node, node['svg'], path);
    if (isNode(node['table'])) return { ...node, table: tableOf(node['table'], path) };
    for (const list of ['ul', 'ol'] as const) if (Array.isArray(node[list])) return listOf(node, list, path);
    for (const group of ['stack', 'columns'] as const) {
      if (Array.isArray(node[group])) return { ...node, [group]: walk(node[group], path) };
    }
    return node;
  };

  const paragraph = (node: Node, path: readonly Place[]): Node => {
    const heading = headingOf(node['headlineLevel']);
    const structure = [...path, place(heading ?? 'P')];
    const bookmark = heading === undefined ? {} : { outline: true, outlineText: plainText(node['text']) };
    return { ...bookmark, ...node, text: inlineRuns(node['text']), structure };
  };

  const drawing = (node: Node, svg: string, path: readonly Place[]): Node => {
    const printed = { ...node, svg: toOneFont(svg) };
    return node['alt'] === undefined ? printed : { ...printed, structure: [...path, place('Figure')] };
  };

  const tableOf = (table: Node, path: readonly Place[]): Node => {
    const body: unknown[] = Array.isArray(table['body']) ? table['body'] : [];
    const inTable = [...path, place('Table')];
    const rows = body.map((row: unknown, index) => {
      const inRow = [...inTable, place('TR')];
      const type = index < Number(table['headerRows'] ?? 0) ? 'TH' : 'TD';
      return Array.isArray(row) ? row.map((cell: unknown) => walk(cell, [...inRow, place(type)])) : row;
    });
    return { ...table, body: rows };
  };

  const listOf = (node: Node, list: 'ul' | 'ol', path: readonly Place[]): Node => {
    const items: unknown[] = Array.isArray(node[list]) ? node[list] : [];
    const inList = [...path, place('L')];
    return { ...node, [list]: items.map((item) => walk(item, [...inList, place('LI'), place('LBody')])) };
  };

  return walk(content, []);
}

function headingOf(level: unknown): StructureType | undefined {
  return ([undefined, 'H1', 'H2', 'H3'] as const)[Number(level)];
}

function inlineRuns(text: unknown): unknown {
  if (typeof text === 'string' || typeof text === 'number') return toRuns(String(text));
  if (Array.isArray(text)) return text.flatMap((part: unknown) => inlineRuns(part));
  return isNode(text) ? { ...text, text: inlineRuns(text['text']) } : text;
}

function plainText(text: unknown): string {
  if (Array.isArray(text)) return text.map(plainText).join('');
  if (isNode(text)) return plainText(text['text']);
  return typeof text === 'string' || typeof text === 'number' ? String(text) : '';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
