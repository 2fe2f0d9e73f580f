/**
 * Something that happens over several days. It gives the day, counted back from today, on which it goes on, and acts when it is
 * asked for the next.
 */
export type Play = AsyncGenerator<number, void>;

/** Several at once, day by day as they would have happened; on the same day in the order given. */
export async function* inOrder(plays: readonly Play[]): Play {
  const open = await Promise.all(plays.map(async (play) => ({ play, next: await play.next() })));
  for (;;) {
    let first: { day: number; one: (typeof open)[number] } | undefined;
    for (const one of open) {
      if (one.next.done) continue;
      if (first === undefined || one.next.value > first.day) first = { day: one.next.value, one };
    }
    if (first === undefined) return;
    yield first.day;
    first.one.next = await first.one.play.next();
  }
}
