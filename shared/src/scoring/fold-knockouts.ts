import type { ActiveKnockout, KnockoutState } from './knockouts.js';

/** An active knock-out with the weaker ones that it makes idle. */
export interface FoldedKnockout<K extends Foldable> {
  readonly knockout: K;
  readonly under: readonly K[];
}

type Foldable = Pick<ActiveKnockout, 'id' | 'floor' | 'state' | 'questions'>;

/** What is established is never folded under what is not. */
const weight: Readonly<Record<KnockoutState, number>> = { undemonstrated: 0, proved: 1, unlawful: 2 };

/**
 * For a text that lists reasons: a knock-out whose floor is lower goes under the one that the same answers decide with a
 * higher floor. Both are active all the same, and every count and score has both.
 */
export function foldKnockouts<K extends Foldable>(active: readonly K[]): FoldedKnockout<K>[] {
  const highestFirst = active.toSorted((one, other) => other.floor - one.floor);
  const above = new Map(
    active.flatMap((one) => {
      const stronger = highestFirst.find((other) => isUnder(one, other));
      return stronger === undefined ? [] : [[one.id, stronger.id] as const];
    }),
  );
  return active
    .filter(({ id }) => !above.has(id))
    .map((knockout) => ({
      knockout,
      under: active.filter(({ id }) => above.get(id) === knockout.id),
    }));
}

function isUnder(one: Foldable, other: Foldable): boolean {
  return (
    one.floor < other.floor &&
    weight[one.state] <= weight[other.state] &&
    one.questions.every((question) => other.questions.includes(question))
  );
}
