import { worst, type AnswerOutlook } from '../questionnaires/answer-fate.js';
import type { AnswerMove, Equivalence } from '../questionnaires/propose-equivalence.js';

/** Where answers go from one version to another, through the versions between them. */
export type Moves = readonly AnswerMove[];

export function movesOf(equivalences: readonly Pick<Equivalence, 'moves'>[]): Moves {
  return equivalences.flatMap(({ moves }) => moves);
}

/** Along a first step, then a second: an answer fares as badly as on the worse of the two. */
export function composeMoves(first: Moves, second: Moves): Moves {
  const onwards = groupBy(second, ({ from }) => from);
  const all = first.flatMap((move): AnswerMove[] =>
    move.to === null ? [move] : (onwards.get(move.to) ?? [lost(move.to)]).map((next) => join(move, next)),
  );
  return [...groupBy(all, ({ from, to }) => JSON.stringify([from, to])).values()].map((ways) =>
    // Two ways to the same question, as when what was split is merged again.
    ways.reduce((one, other) => ({ ...join(one, other), to: one.to })),
  );
}

function join(one: AnswerMove, next: AnswerMove): AnswerMove {
  const values = new Map([...one.choicesGone, ...next.choicesGone].map((choice) => [choice.value, choice]));
  return {
    from: one.from,
    to: next.to,
    fate: worst([one.fate, next.fate]),
    choicesGone: [...values.values()],
    noneGone: one.noneGone || next.noneGone,
    notApplicableGone: one.notApplicableGone || next.notApplicableGone,
  };
}

function lost(from: string): AnswerMove {
  return { from, to: null, ...nothingKept };
}

const nothingKept: AnswerOutlook = {
  fate: 'dropped',
  choicesGone: [],
  noneGone: false,
  notApplicableGone: false,
};

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
