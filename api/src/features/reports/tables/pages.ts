import type { Tx } from '../../../platform/database/work.js';
import type { ReportMaking } from '../report-making.js';

/** How many rows are read at once, by their keys: what one costs is the same at the first and at the last. */
export const rowsAtOnce = 1_000;

export const firstId = '00000000-0000-0000-0000-000000000000';

/** Pages of rows, each in a short transaction of its own, until one is not full. */
export async function* pagesOf<R>(
  { read, signal }: Pick<ReportMaking, 'read' | 'signal'>,
  page: (tx: Tx, last: R | undefined) => Promise<R[]>,
): AsyncIterable<readonly R[]> {
  for (let last: R | undefined; ;) {
    signal.throwIfAborted();
    const after = last;
    const rows = await read((tx) => page(tx, after));
    if (rows.length > 0) yield rows;
    last = rows.at(-1);
    if (rows.length < rowsAtOnce) return;
  }
}
