import type pg from 'pg';

const rowsAtOnce = 2_000;

/** Rows of a statement, a page at a time; between two pages the connection is free for others. */
export async function* readRows<T extends object>(
  client: pg.Client,
  cursor: string,
  statement: string,
): AsyncGenerator<T> {
  for await (const page of readPages<T>(client, { cursor, statement, rows: rowsAtOnce })) yield* page;
}

export async function* readPages<T extends object>(
  client: pg.Client,
  { cursor, statement, rows: atOnce }: { cursor: string; statement: string; rows: number },
): AsyncGenerator<T[]> {
  await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${statement}`);
  for (;;) {
    const { rows } = await client.query<T>(`FETCH ${atOnce} FROM ${cursor}`);
    yield rows;
    if (rows.length < atOnce) break;
  }
  await client.query(`CLOSE ${cursor}`);
}
