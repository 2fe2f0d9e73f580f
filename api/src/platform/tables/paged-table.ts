import type { WrittenCell, WrittenTable } from './written-table.js';

export type Pages<T> = AsyncIterable<readonly T[]> | Iterable<readonly T[]>;

/** A table whose rows come a page at a time, for a file that is written as they come. */
export interface PagedTable extends Omit<WrittenTable, 'rows'> {
  readonly pages: Pages<readonly WrittenCell[]>;
}

export async function* mapPages<R, T>(pages: Pages<R>, map: (row: R) => T): AsyncGenerator<readonly T[]> {
  for await (const rows of pages) yield rows.map((row) => map(row));
}
