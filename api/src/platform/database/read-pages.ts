import type { Parameter, Tx } from './work.js';

const rowsAtOnce = 1_000;

/**
 * The rows of a statement as they stood when it began, a page at a time: no more than a page is held, however many there are.
 * One is read at a time in a transaction.
 */
export async function* readPages<T>(
  tx: Tx,
  text: string,
  parameters: readonly Parameter[] = [],
): AsyncGenerator<T[]> {
  await tx.query(`DECLARE pages NO SCROLL CURSOR FOR ${text}`, parameters);
  for (;;) {
    const rows = await tx.query<T>(`FETCH ${rowsAtOnce} FROM pages`);
    if (rows.length > 0) yield rows;
    if (rows.length < rowsAtOnce) break;
  }
  await tx.query('CLOSE pages');
}
