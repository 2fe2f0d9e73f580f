import { buyerNode, contractsOf, linksOf, type CertificationChain } from './chain.js';

/** Where a company stands in the drawing: whole columns and rows. */
export interface Placed {
  readonly id: string;
  readonly column: number;
  readonly row: number;
}

/**
 * The buyer on the left, everybody one column beyond the last who has them work; within a column near those they work for.
 * A company whose contract nobody knows stands beside the buyer's own contract. The chain has no loop.
 */
export function layoutChain(chain: CertificationChain): readonly Placed[] {
  const links = linksOf(contractsOf(chain));
  const ids = [buyerNode, ...chain.actors.map(({ id }) => id)];
  const columns = columnsOf(ids, links.to, links.from);
  const rows = new Map<string, number>();
  const placed: Placed[] = [];
  const last = Math.max(...columns.values());
  const byColumn = Array.from({ length: last + 1 }, (): string[] => []);
  for (const id of ids) byColumn[columns.get(id) ?? 0]?.push(id);
  for (const [column, inColumn] of byColumn.entries()) {
    const wanted = new Map(inColumn.map((id, index) => [id, meanOf(links.from.get(id), rows) ?? index]));
    const sorted = inColumn.toSorted((one, other) => (wanted.get(one) ?? 0) - (wanted.get(other) ?? 0));
    let free = 0;
    for (const id of sorted) {
      const row = Math.max(free, Math.round(wanted.get(id) ?? 0));
      rows.set(id, row);
      placed.push({ id, column, row });
      free = row + 1;
    }
  }
  return placed;
}

function columnsOf(
  ids: readonly string[],
  to: ReadonlyMap<string, readonly string[]>,
  from: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const left = new Map(ids.map((id) => [id, from.get(id)?.length ?? 0]));
  const columns = new Map<string, number>();
  const ready = ids.filter((id) => left.get(id) === 0);
  for (const id of ready) columns.set(id, id === buyerNode ? 0 : 1);
  for (let at = 0; at < ready.length; at += 1) {
    const id = ready[at] ?? '';
    for (const next of to.get(id) ?? []) {
      columns.set(next, Math.max(columns.get(next) ?? 0, (columns.get(id) ?? 0) + 1));
      const waiting = (left.get(next) ?? 0) - 1;
      left.set(next, waiting);
      if (waiting === 0) ready.push(next);
    }
  }
  return columns;
}

function meanOf(sources: readonly string[] = [], rows: ReadonlyMap<string, number>): number | undefined {
  const known = sources.map((id) => rows.get(id)).filter((row) => row !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, row) => sum + row, 0) / known.length;
}
